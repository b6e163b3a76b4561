"""Build the site beside the former one, check it, and put it in its place; offline copy, cards, redirects."""
