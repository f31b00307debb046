"""Changes: what a service says when something in the journal is no longer as it was."""

from collections.abc import Callable
from enum import StrEnum


class Topic(StrEnum):
    """The nouns whose change a page may want to hear of."""

    PEOPLE = "people"
    DRAFTS = "drafts"
    REFLECTIONS = "reflections"
    GROWTH = "growth"
    CELEBRATIONS = "celebrations"
    INTENTIONS = "intentions"
    DOUBTS = "doubts"
    SEEDS = "seeds"
    ENTRIES = "entries"
    SKILLS = "skills"
    SHARING = "sharing"
    PREFERENCES = "preferences"
    SETTINGS = "settings"


Notify = Callable[[Topic], None]


def silence(_topic: Topic) -> None:
    """Hear nothing: for the command line and for tests that need no window."""
