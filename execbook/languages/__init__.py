"""Languages: translations, spelling, and the texts that the engine adds to pages."""
