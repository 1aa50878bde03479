"""What an athlete wants of their body, and what to eat for it."""
