"""A recorded figure as readers get it: tables, CSV, a file of its own, a lighter drawing."""
