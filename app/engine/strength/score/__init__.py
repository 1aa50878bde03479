"""Scores that compare lifters of different body mass."""
