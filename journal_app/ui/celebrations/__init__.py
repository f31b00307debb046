"""Celebrations: the parts of the wall."""
