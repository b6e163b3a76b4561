"""Run snippets that have no fresh record, confined and limited, several at a time."""
