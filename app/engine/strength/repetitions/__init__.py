"""How many repetitions at a load: what will be done (habit), and what could be (capacity)."""
