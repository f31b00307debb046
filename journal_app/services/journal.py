"""Journal: every service of one open journal, made once over one database."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING

from journal_app.services.changes import Notify, silence
from journal_app.store.database import Database
from journal_app.store.nouns import Nouns

if TYPE_CHECKING:
    from journal_app.guidance.loader import Guidance
    from journal_app.services.attention import AttentionService
    from journal_app.services.celebrations import CelebrationService
    from journal_app.services.checking import CheckingService
    from journal_app.services.drafts import DraftService
    from journal_app.services.entries import EntryService, SeedService
    from journal_app.services.entry_care import EntryCareService
    from journal_app.services.erasing import ErasingService
    from journal_app.services.exporting import ExportingService
    from journal_app.services.growth import GrowthService
    from journal_app.services.importing import ImportingService
    from journal_app.services.insight import InsightService
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


def _no_backups() -> None:
    """A journal in memory has none."""


class Journal:
    """An open journal. Pages never get it whole: each takes the services it uses.

    A service is made, and its code read, when it is first asked for: a window that shows one page,
    or a command that asks one question, starts without all the others.
    """

    team: "TeamService"
    growth: "GrowthService"
    celebrations: "CelebrationService"
    intentions: "IntentionService"
    skills: "SkillService"
    practice: "PracticeService"
    leading: "LeadingService"
    measures: "MeasureService"
    meetings: "MeetingService"
    leader: "LeaderService"
    reflections: "ReflectionService"
    pace: "PaceService"
    attention: "AttentionService"
    situations: "Situations"
    questions: "QuestionService"
    entries: "EntryService"
    entry_care: "EntryCareService"
    timeline: "TimelineService"
    searching: "SearchService"
    insight: "InsightService"
    drafts: "DraftService"
    seeds: "SeedService"
    sharing: "SharingService"
    shared: "SharedService"
    exporting: "ExportingService"
    importing: "ImportingService"
    checking: "CheckingService"
    erasing: "ErasingService"
    keeping: "KeepingService"
    keepsakes: "KeepsakeService"
    locking: "LockingService"
    spelling: "SpellingService"

    def __init__(
        self,
        db: Database,
        guidance: "Callable[[], Guidance]",
        notify: Notify = silence,
        *,
        renew_backups: Callable[[], None] = _no_backups,
        second: Callable[[], Database] | None = None,
    ) -> None:
        self._db = db
        nouns = Nouns(db)
        if not nouns.settings.get("salt") and not db.read_only:
            # What makes the order of questions this journal's own, the same after every restart.
            nouns.settings.put("salt", os.urandom(8).hex())
        self._guidance = guidance
        self._nouns, self._notify = nouns, notify
        self._renew_backups, self._second = renew_backups, second

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """A service, made when it is first asked for; nothing else is made up."""
            if name not in _MADE_BY:
                raise AttributeError(name)
            made = _MADE_BY[name](self)
            setattr(self, name, made)
            return made

    @cached_property
    def guidance(self) -> "Guidance":
        """Everything the guide asks and says; read when something of it is asked for."""
        return self._guidance()

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


def _team(journal: Journal) -> "TeamService":
    from journal_app.services.team import TeamService

    return TeamService(journal._nouns.people, journal._notify)


def _growth(journal: Journal) -> "GrowthService":
    from journal_app.services.growth import GrowthService

    return GrowthService(
        journal._nouns.moments,
        journal._nouns.worries,
        journal._nouns.celebrations,
        journal._nouns.items,
        journal._notify,
    )


def _celebrations(journal: Journal) -> "CelebrationService":
    from journal_app.services.celebrations import CelebrationService

    return CelebrationService(journal._nouns.celebrations, journal._notify)


def _intentions(journal: Journal) -> "IntentionService":
    from journal_app.services.intentions import IntentionService

    return IntentionService(journal._nouns.intentions, journal._nouns.promises, journal._notify)


def _skills(journal: Journal) -> "SkillService":
    from journal_app.services.skills import SkillService

    return SkillService(journal.guidance, journal._nouns, journal._notify)


def _practice(journal: Journal) -> "PracticeService":
    from journal_app.services.practice import PracticeService

    return PracticeService(journal._nouns, journal._notify)


def _leading(journal: Journal) -> "LeadingService":
    from journal_app.services.leading import LeadingService

    return LeadingService(journal._nouns, journal.guidance)


def _measures(journal: Journal) -> "MeasureService":
    from journal_app.services.measures import MeasureService

    return MeasureService(journal._nouns.measures, journal._notify)


def _meetings(journal: Journal) -> "MeetingService":
    from journal_app.services.meetings import MeetingService

    return MeetingService(journal._nouns, journal.guidance)


def _leader(journal: Journal) -> "LeaderService":
    from journal_app.services.leader import LeaderService

    return LeaderService(journal._nouns.settings, journal._notify)


def _reflections(journal: Journal) -> "ReflectionService":
    from journal_app.services.reflections import ReflectionService

    return ReflectionService(journal._db, journal._nouns, journal._notify)


def _pace(journal: Journal) -> "PaceService":
    from journal_app.services.pace import PaceService

    return PaceService(journal._nouns, journal.leader)


def _attention(journal: Journal) -> "AttentionService":
    from journal_app.services.attention import AttentionService

    return AttentionService(journal._nouns, journal.pace, journal._notify)


def _situations(journal: Journal) -> "Situations":
    from journal_app.services.situations import Situations

    return Situations(journal.guidance, journal._nouns, journal.pace, journal.attention)


def _questions(journal: Journal) -> "QuestionService":
    from journal_app.services.questions import QuestionService

    return QuestionService(journal.guidance, journal.situations)


def _entries(journal: Journal) -> "EntryService":
    from journal_app.services.entries import EntryService

    return EntryService(journal._db, journal._nouns.entries, journal._nouns.items, journal._notify)


def _entry_care(journal: Journal) -> "EntryCareService":
    from journal_app.services.entry_care import EntryCareService

    return EntryCareService(journal._nouns, journal.guidance, journal._notify)


def _timeline(journal: Journal) -> "TimelineService":
    from journal_app.services.timeline import TimelineService

    return TimelineService(journal._nouns.timeline, journal._nouns.people)


def _insight(journal: Journal) -> "InsightService":
    from journal_app.services.insight import InsightService

    week_of = journal.reflections.week_of
    return InsightService(journal._nouns, journal.searching.count, journal.guidance, week_of)


def _searching(journal: Journal) -> "SearchService":
    from journal_app.services.searching import SearchService

    return SearchService(journal._db, journal._nouns.people, journal._second)


def _drafts(journal: Journal) -> "DraftService":
    from journal_app.services.drafts import DraftService

    return DraftService(journal._nouns.drafts)


def _seeds(journal: Journal) -> "SeedService":
    from journal_app.services.entries import SeedService

    return SeedService(journal._nouns.seeds, journal._notify)


def _sharing(journal: Journal) -> "SharingService":
    from journal_app.services.sharing import SharingService

    return SharingService(journal._nouns, journal.guidance, journal._notify)


def _shared(journal: Journal) -> "SharedService":
    from journal_app.services.shared import SharedService

    return SharedService(journal._nouns, journal.guidance, journal._notify)


def _exporting(journal: Journal) -> "ExportingService":
    from journal_app.services.exporting import ExportingService

    return ExportingService(journal._db, journal._nouns, journal._second)


def _importing(journal: Journal) -> "ImportingService":
    from journal_app.services.importing import ImportingService

    return ImportingService(journal._db, journal._nouns, journal._notify, journal._second)


def _checking(journal: Journal) -> "CheckingService":
    from journal_app.services.checking import CheckingService

    return CheckingService(journal._db)


def _erasing(journal: Journal) -> "ErasingService":
    from journal_app.services.erasing import ErasingService

    return ErasingService(journal._db, journal._nouns, journal._notify, journal._renew_backups)


def _keeping(journal: Journal) -> "KeepingService":
    from journal_app.services.keeping import KeepingService

    return KeepingService(journal._nouns, journal._notify)


def _keepsakes(journal: Journal) -> "KeepsakeService":
    from journal_app.services.keepsakes import KeepsakeService

    return KeepsakeService(journal._nouns, journal._notify)


def _locking(journal: Journal) -> "LockingService":
    from journal_app.services.locking import LockingService

    return LockingService(journal._nouns.settings, journal._notify)


def _spelling(journal: Journal) -> "SpellingService":
    from journal_app.services.spelling import SpellingService

    return SpellingService(
        journal._nouns.spelling, journal._nouns.people, journal._nouns.settings, journal._notify
    )


_MADE_BY: dict[str, Callable[[Journal], object]] = {
    "team": _team,
    "growth": _growth,
    "celebrations": _celebrations,
    "intentions": _intentions,
    "skills": _skills,
    "practice": _practice,
    "leading": _leading,
    "measures": _measures,
    "meetings": _meetings,
    "leader": _leader,
    "reflections": _reflections,
    "pace": _pace,
    "attention": _attention,
    "situations": _situations,
    "questions": _questions,
    "entries": _entries,
    "entry_care": _entry_care,
    "timeline": _timeline,
    "searching": _searching,
    "insight": _insight,
    "drafts": _drafts,
    "seeds": _seeds,
    "sharing": _sharing,
    "shared": _shared,
    "exporting": _exporting,
    "importing": _importing,
    "checking": _checking,
    "erasing": _erasing,
    "keeping": _keeping,
    "keepsakes": _keepsakes,
    "locking": _locking,
    "spelling": _spelling,
}
