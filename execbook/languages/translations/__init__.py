"""Which sections of the two languages were last declared equal, and which have changed since.

`accepted/translations.lock` keeps a line for each section, `accepted/translations/` the texts as
they were then. No git history is needed.
"""
