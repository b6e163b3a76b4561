"""Which sections of the two languages were accepted as equal, and which have changed since.

`accepted/translations/` contains the accepted texts, in a file for each page. No git history is needed.
"""
