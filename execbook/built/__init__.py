"""A built site, parsed for the rules and the offline copy: files, contents of pages, targets of addresses."""
