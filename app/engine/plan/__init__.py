"""From a goal to weeks of training: which exercise, on which day, in how many sets."""
