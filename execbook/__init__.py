"""Find, key, run, record, show and check the executable examples of a book."""
