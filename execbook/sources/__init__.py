"""What authors write, as it is on disk: pages, snippets, labels, configurations. Nothing is run here."""
