"""A recorded figure for readers: tables, CSV, a standalone file, a smaller drawing."""
