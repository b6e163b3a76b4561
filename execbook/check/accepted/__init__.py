"""Rules about what was accepted: results, bands of other seeds, published addresses."""
