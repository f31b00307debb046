"""Nouns: every repository of one open journal, each made when it is first asked for."""

from importlib import import_module
from typing import TYPE_CHECKING

from journal_app.store.database import Database

if TYPE_CHECKING:
    from journal_app.store.carrying import CarryingRepository
    from journal_app.store.celebrations import CelebrationRepository
    from journal_app.store.entries import EntryRepository
    from journal_app.store.growth import MomentRepository, WorryRepository
    from journal_app.store.imports import ImportRepository
    from journal_app.store.intentions import IntentionRepository, PromiseRepository
    from journal_app.store.items import ItemRepository
    from journal_app.store.learning import DoubtRepository, ExperimentTryRepository, FocusRepository
    from journal_app.store.people import PersonRepository, QuietRepository
    from journal_app.store.placings import MeasureRepository, PlacingRepository
    from journal_app.store.reflections import (
        DraftRepository,
        ReflectionRepository,
        ShownPromptRepository,
    )
    from journal_app.store.seeds import SeedRepository
    from journal_app.store.settings import SettingRepository
    from journal_app.store.shares import KnownWordRepository, ShareLog
    from journal_app.store.spelling import SpellingRepository
    from journal_app.store.texts import TextRepository
    from journal_app.store.timeline import TimelineRepository
    from journal_app.store.trash import TemplateRepository, TrashRepository

# Which module of this package keeps which noun: what is not asked for is not read either.
_KEPT_BY = {
    "people": ("people", "PersonRepository"),
    "reflections": ("reflections", "ReflectionRepository"),
    "drafts": ("reflections", "DraftRepository"),
    "shown_prompts": ("reflections", "ShownPromptRepository"),
    "moments": ("growth", "MomentRepository"),
    "worries": ("growth", "WorryRepository"),
    "celebrations": ("celebrations", "CelebrationRepository"),
    "doubts": ("learning", "DoubtRepository"),
    "tries": ("learning", "ExperimentTryRepository"),
    "focus": ("learning", "FocusRepository"),
    "placings": ("placings", "PlacingRepository"),
    "measures": ("placings", "MeasureRepository"),
    "quiet": ("people", "QuietRepository"),
    "intentions": ("intentions", "IntentionRepository"),
    "promises": ("intentions", "PromiseRepository"),
    "seeds": ("seeds", "SeedRepository"),
    "entries": ("entries", "EntryRepository"),
    "carrying": ("carrying", "CarryingRepository"),
    "imports": ("imports", "ImportRepository"),
    "items": ("items", "ItemRepository"),
    "timeline": ("timeline", "TimelineRepository"),
    "trash": ("trash", "TrashRepository"),
    "templates": ("trash", "TemplateRepository"),
    "texts": ("texts", "TextRepository"),
    "settings": ("settings", "SettingRepository"),
    "spelling": ("spelling", "SpellingRepository"),
    "share_log": ("shares", "ShareLog"),
    "known_words": ("shares", "KnownWordRepository"),
}


class Nouns:
    """The repositories over one database, by the noun they keep."""

    people: "PersonRepository"
    reflections: "ReflectionRepository"
    drafts: "DraftRepository"
    shown_prompts: "ShownPromptRepository"
    moments: "MomentRepository"
    worries: "WorryRepository"
    celebrations: "CelebrationRepository"
    doubts: "DoubtRepository"
    tries: "ExperimentTryRepository"
    focus: "FocusRepository"
    placings: "PlacingRepository"
    measures: "MeasureRepository"
    quiet: "QuietRepository"
    intentions: "IntentionRepository"
    promises: "PromiseRepository"
    seeds: "SeedRepository"
    entries: "EntryRepository"
    carrying: "CarryingRepository"
    imports: "ImportRepository"
    items: "ItemRepository"
    timeline: "TimelineRepository"
    trash: "TrashRepository"
    templates: "TemplateRepository"
    texts: "TextRepository"
    settings: "SettingRepository"
    spelling: "SpellingRepository"
    share_log: "ShareLog"
    known_words: "KnownWordRepository"

    def __init__(self, db: Database) -> None:
        self._db = db

    if not TYPE_CHECKING:

        def __getattr__(self, noun: str) -> object:
            """The repository of a noun, made when it is first asked for."""
            if noun not in _KEPT_BY:
                raise AttributeError(noun)
            module, name = _KEPT_BY[noun]
            kind = getattr(import_module(f"journal_app.store.{module}"), name)
            made = kind(self._db, self.entries) if noun == "trash" else kind(self._db)
            setattr(self, noun, made)
            return made
