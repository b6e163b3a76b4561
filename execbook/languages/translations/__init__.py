"""Which sections of the two languages were last declared equal, and which have changed since.

`accepted/translations/` keeps what they said then, in a file of text for each page. No git history is needed.
"""
