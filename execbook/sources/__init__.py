"""The sources on disk: pages, snippets, labels, configurations. Nothing is run here."""
