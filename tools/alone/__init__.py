"""Run what readers take away as they do, with nothing of this project, and keep what has passed.

A snippet runs in a fresh interpreter and an empty folder, a notebook from its first cell to its last in one
kernel; what leaves files behind runs once more in the same folder.
"""
