"""Rules over the built site."""
