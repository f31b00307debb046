"""Spelling: which words are known in which language, and one's own dictionary in the journal."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from journal_app.exchange.dictionaries import Dictionary, dictionaries
from journal_app.services.changes import Notify, Topic
from journal_app.store.people import PersonRepository
from journal_app.store.settings import SettingRepository
from journal_app.store.spelling import SpellingRepository

UNCHECKED = "none"
_ENGLISH = "en-US"  # where the system names no region
_LATEST = "spelling_language"
_WORD = re.compile(r"[^\W\d_]+")


class SpellingService:
    """Names of people are known words without being kept as such; an erased one is unknown."""

    def __init__(
        self,
        spelling: SpellingRepository,
        people: PersonRepository,
        settings: SettingRepository,
        notify: Notify,
        find: Callable[[], dict[str, Path]] = dictionaries,
    ) -> None:
        self._spelling, self._people, self._settings = spelling, people, settings
        self._notify, self._find = notify, find
        self._places: dict[str, Path] | None = None
        self._open: dict[str, Dictionary] = {}

    def languages(self) -> list[str]:
        """The languages there is a dictionary for."""
        if self._places is None:
            self._places = self._find()
        return sorted(self._places)

    def language_for(self, entry_id: int | None, wanted: Sequence[str]) -> str:
        """What an entry is in: as it was said, else as the latest was, else as the system's.

        ``UNCHECKED`` when it was said that none is checked; a language without a dictionary may
        come out, and then nothing can be checked.
        """
        said = self._spelling.language_of(entry_id) if entry_id is not None else None
        return said or self._settings.get(_LATEST) or self._nearest(wanted)

    def choose(self, language: str, entry_id: int | None = None) -> None:
        """Say what an entry is in; the next new one begins with the same."""
        if entry_id is not None:
            self._spelling.set_language(entry_id, language)
        self._settings.put(_LATEST, language)
        self._notify(Topic.SETTINGS)

    def dictionary(self, language: str) -> Dictionary | None:
        """The dictionary of a language, opened now if it was not, or None where there is none."""
        if language not in self.languages() or self._places is None:
            return None
        if language not in self._open:
            self._open[language] = Dictionary(self._places[language])
        return self._open[language]

    def own_words(self) -> list[str]:
        """The words one added oneself."""
        return self._spelling.words()

    def known_words(self) -> set[str]:
        """One's own words and every part of the names of people, as they are written."""
        known = set(self.own_words())
        for person in self._people.all():
            for name in (person.name, *person.other_names):
                known.update(_WORD.findall(name))
        return known

    def learn(self, word: str) -> None:
        """Take a word into one's own dictionary."""
        self._spelling.add(word)
        self._notify(Topic.SETTINGS)

    def forget(self, word: str) -> None:
        """Take a word out of one's own dictionary."""
        self._spelling.remove(word)
        self._notify(Topic.SETTINGS)

    def _nearest(self, wanted: Sequence[str]) -> str:
        first = wanted[0].replace("_", "-") if wanted else ""
        if first in {"", "C", "POSIX", "en"}:
            first = _ENGLISH
        language, *rest = first.lower().split("-")
        region = next((part.upper() for part in rest if len(part) == 2), "")
        exact = f"{language}-{region}" if region else language
        alike = [one for one in self.languages() if one.split("-")[0] == language]
        return exact if exact in alike or not alike else alike[0]
