"""The matplotlib backend that captures what a snippet shows: SVG, description and data."""
