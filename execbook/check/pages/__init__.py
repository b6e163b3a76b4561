"""Rules over single pages: headings, code blocks, links, numbers, examples."""
