"""Serve the site to its author and follow every change."""
