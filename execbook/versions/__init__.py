"""What examples give with other versions of their packages: older ones that readers have, and the newest.

`environments` are described in `accepted/versions.toml`; what came of each example there is kept in
`accepted/versions.tsv` (`outcomes`). Pages and tests read it; nothing here runs an example.
"""
