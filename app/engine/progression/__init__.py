"""The rules of progression: each a pure function of the log and its parameters."""
