"""Build the site, check it, and replace the former one; offline copy, cards, redirects."""
