"""Figures: `drawing` captures them while a snippet runs, `shown` prepares them for readers."""
