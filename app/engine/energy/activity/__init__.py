"""What activity costs: bouts, weeks, factors, and what must not be counted twice."""
