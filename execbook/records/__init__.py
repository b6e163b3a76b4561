"""Results of runs: records, the store that keeps them, and the key that decides whether one is fresh."""
