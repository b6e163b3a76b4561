"""Everything that depends on the internals of MkDocs and Material for MkDocs."""
