"""The journal page, one of its parts a file."""
