"""Nouns: every repository of one open journal, made once."""

from journal_app.store.carrying import CarryingRepository
from journal_app.store.celebrations import CelebrationRepository
from journal_app.store.database import Database
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


class Nouns:
    """The repositories over one database, by the noun they keep."""

    def __init__(self, db: Database) -> None:
        self.people = PersonRepository(db)
        self.reflections = ReflectionRepository(db)
        self.drafts = DraftRepository(db)
        self.shown_prompts = ShownPromptRepository(db)
        self.moments = MomentRepository(db)
        self.worries = WorryRepository(db)
        self.celebrations = CelebrationRepository(db)
        self.doubts = DoubtRepository(db)
        self.tries = ExperimentTryRepository(db)
        self.focus = FocusRepository(db)
        self.placings = PlacingRepository(db)
        self.measures = MeasureRepository(db)
        self.quiet = QuietRepository(db)
        self.intentions = IntentionRepository(db)
        self.promises = PromiseRepository(db)
        self.seeds = SeedRepository(db)
        self.entries = EntryRepository(db)
        self.carrying = CarryingRepository(db)
        self.imports = ImportRepository(db)
        self.items = ItemRepository(db)
        self.timeline = TimelineRepository(db)
        self.trash = TrashRepository(db, self.entries)
        self.templates = TemplateRepository(db)
        self.texts = TextRepository(db)
        self.settings = SettingRepository(db)
        self.spelling = SpellingRepository(db)
        self.share_log = ShareLog(db)
        self.known_words = KnownWordRepository(db)
