"""Guidance: what the guide asks and says, read from resources a writer can change."""
