"""Expenditure and the course of body mass, read from a log of weight and intake."""
