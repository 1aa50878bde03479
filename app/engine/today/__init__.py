"""The day as a whole: is it one of training, what is to be eaten, what to log, what has changed."""
