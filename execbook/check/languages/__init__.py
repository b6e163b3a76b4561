"""Rules over both languages: pairs of pages, navigation, translations, terms, spelling."""
