"""The site's search: our own worker and index, used by the theme's dialog."""
