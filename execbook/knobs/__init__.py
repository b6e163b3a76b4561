"""Run examples with every value of their knobs, and keep what they leave."""
