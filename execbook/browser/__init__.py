"""Python in the reader's browser: which examples run there as recorded, and what pages need for it."""
