"""The editor: where a person writes, with each of its abilities in a file of its own."""
