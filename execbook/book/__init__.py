"""Sources and records together: the values that pages quote from runs."""
