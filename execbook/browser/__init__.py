"""Python in the reader's browser: which examples run there with the recorded result, and what pages need for it."""
