"""What runs in the reader's browser, beside the engine's own drawing: see `execbook.browser`."""
