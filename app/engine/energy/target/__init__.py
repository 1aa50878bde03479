"""What to eat: the intake for a rate, its macronutrients, and when there is none."""
