"""Resting energy expenditure: the published equations, and which of them to believe of whom."""
