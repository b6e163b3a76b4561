"""Reuse what an earlier command made, under a key of all that it depends on."""
