"""What runs left: records, the store that keeps them, and the key that says whether one is fresh."""
