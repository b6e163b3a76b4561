"""What concerns the languages: translations, spelling, and the words that the engine puts on pages."""
