"""The search palette, one of its parts a file."""
