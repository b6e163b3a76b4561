"""Run examples again under other conditions (seeds, processors) without recording them."""
