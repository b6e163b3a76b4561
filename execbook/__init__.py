"""Find, key, run, record, show and check the textbook's executable examples."""
