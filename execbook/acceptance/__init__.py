"""All that waits for a person to accept it, and how it is accepted."""
