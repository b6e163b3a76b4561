"""The site's search: a worker and an index of our own, behind the theme's own dialog."""
