"""What the engine's commands cost, and what they would cost in a larger book: `make bench`."""
