"""What can be wrong with a text: one module for each subject, each a function that yields faults."""
