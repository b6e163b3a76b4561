"""Spelling of all that a reader sees in words, in both languages, checked without a network.

Hunspell does it, compiled to WebAssembly, with dictionaries of Korean and British English (`tools/spelling`).
What these do not know and the book writes stands in `words/spelling.ko.txt` and `words/spelling.en.txt`.
"""
