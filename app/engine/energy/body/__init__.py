"""The body: fat and lean mass by every method, classes, and what a kilogram of it holds."""
