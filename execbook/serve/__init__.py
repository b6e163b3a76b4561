"""Serve the site to its author, and update it after every change."""
