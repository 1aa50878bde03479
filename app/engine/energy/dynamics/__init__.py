"""Body weight over time: the dynamic model of Hall (2011), its linear form and its solvers."""
