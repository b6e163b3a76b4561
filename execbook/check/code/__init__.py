"""Rules over snippets, their labels and figures."""
