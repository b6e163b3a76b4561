"""Rules over the claims of pages, and over the values that change with a seed."""
