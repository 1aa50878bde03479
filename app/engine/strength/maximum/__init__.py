"""The one-repetition maximum: from one set by every equation, and from a log with an interval."""
