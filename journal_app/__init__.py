"""Tend: a private journal for people new to leading."""

__version__ = "0.1.0"
