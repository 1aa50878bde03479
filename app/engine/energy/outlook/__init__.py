"""What is looked at when body weight is forecast: the start, the scenario, the draws, the fan."""
