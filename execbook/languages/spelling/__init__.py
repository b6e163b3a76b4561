"""Spelling of all texts that readers see, in both languages, checked without a network.

Hunspell checks it, compiled to WebAssembly, with dictionaries of Korean and British English
(`tools/spelling`). Correct words that they do not contain are in
`words/spelling.ko.txt` and `words/spelling.en.txt`.
"""
