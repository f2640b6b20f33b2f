"""Sound, film and captions: what may be served of a file, format by format."""
