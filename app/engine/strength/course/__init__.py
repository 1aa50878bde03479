"""Strength over time: trend, plateau, and where it may go."""
