"""The steps of making a mentor pack, one a file."""
