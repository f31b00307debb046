"""Journal: every service of one open journal, made once over one database."""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager

from journal_app.guidance.loader import Guidance
from journal_app.services.attention import AttentionService
from journal_app.services.celebrations import CelebrationService
from journal_app.services.changes import Notify, silence
from journal_app.services.checking import CheckingService
from journal_app.services.drafts import DraftService
from journal_app.services.entries import EntryService, SeedService
from journal_app.services.entry_care import EntryCareService
from journal_app.services.erasing import ErasingService
from journal_app.services.exporting import ExportingService
from journal_app.services.growth import GrowthService
from journal_app.services.importing import ImportingService
from journal_app.services.intentions import IntentionService
from journal_app.services.keeping import KeepingService
from journal_app.services.keepsakes import KeepsakeService
from journal_app.services.leader import LeaderService
from journal_app.services.leading import LeadingService
from journal_app.services.locking import LockingService
from journal_app.services.measures import MeasureService
from journal_app.services.meetings import MeetingService
from journal_app.services.pace import PaceService
from journal_app.services.practice import PracticeService
from journal_app.services.questions import QuestionService
from journal_app.services.reflections import ReflectionService
from journal_app.services.searching import SearchService
from journal_app.services.shared import SharedService
from journal_app.services.sharing import SharingService
from journal_app.services.situations import Situations
from journal_app.services.skills import SkillService
from journal_app.services.spelling import SpellingService
from journal_app.services.team import TeamService
from journal_app.services.timeline import TimelineService
from journal_app.store.database import Database
from journal_app.store.nouns import Nouns


def _no_backups() -> None:
    """A journal in memory has none."""


class Journal:
    """An open journal. Pages never get it whole: each takes the services it uses."""

    def __init__(
        self,
        db: Database,
        guidance: Guidance,
        notify: Notify = silence,
        *,
        renew_backups: Callable[[], None] = _no_backups,
        second: Callable[[], Database] | None = None,
    ) -> None:
        self._db = db
        nouns = Nouns(db)
        if not nouns.settings.get("salt") and not db.read_only:
            # What makes the order of questions this journal's own, the same after every restart.
            nouns.settings.put("salt", secrets.token_hex(8))
        self.guidance = guidance
        self.team = TeamService(nouns.people, notify)
        self.growth = GrowthService(
            nouns.moments, nouns.worries, nouns.celebrations, nouns.items, notify
        )
        self.celebrations = CelebrationService(nouns.celebrations, notify)
        self.intentions = IntentionService(nouns.intentions, nouns.promises, notify)
        self.skills = SkillService(guidance, nouns, notify)
        self.practice = PracticeService(nouns, notify)
        self.leading = LeadingService(nouns, guidance)
        self.measures = MeasureService(nouns.measures, notify)
        self.meetings = MeetingService(nouns, guidance)
        self.leader = LeaderService(nouns.settings, notify)
        self.reflections = ReflectionService(db, nouns, notify)
        self.pace = PaceService(nouns, self.leader)
        self.attention = AttentionService(nouns, self.pace, notify)
        self.situations = Situations(guidance, nouns, self.pace, self.attention)
        self.questions = QuestionService(guidance, self.situations)
        self.entries = EntryService(db, nouns.entries, nouns.items, notify)
        self.entry_care = EntryCareService(nouns, guidance, notify)
        self.timeline = TimelineService(nouns.timeline, nouns.people)
        self.searching = SearchService(db, nouns.people, second)
        self.drafts = DraftService(nouns.drafts)
        self.seeds = SeedService(nouns.seeds, notify)
        self.sharing = SharingService(nouns, guidance, notify)
        self.shared = SharedService(nouns, guidance, notify)
        self.exporting = ExportingService(nouns)
        self.importing = ImportingService(db, nouns, notify, second)
        self.checking = CheckingService(db)
        self.erasing = ErasingService(db, nouns, notify, renew_backups)
        self.keeping = KeepingService(nouns, notify)
        self.keepsakes = KeepsakeService(nouns)
        self.locking = LockingService(nouns.settings, notify)
        self.spelling = SpellingService(nouns.spelling, nouns.people, nouns.settings, notify)

    @property
    def read_only(self) -> bool:
        """True when the journal can be read but not written, as in a read-only folder."""
        return self._db.read_only

    def all_or_nothing(self) -> AbstractContextManager[None]:
        """What is done inside is kept as a whole, or not at all."""
        return self._db.transaction()

    def close(self) -> None:
        """Close the database; nothing of the journal can be read after this."""
        self._db.close()
