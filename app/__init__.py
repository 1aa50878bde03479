"""Tonus: what to do next session, and how much to eat, answered over REST."""

__version__ = "0.1.0"
