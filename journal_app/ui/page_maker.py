"""Page maker: builds each page with the services it uses, and with nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.theme import Theme

if TYPE_CHECKING:
    from journal_app.services.journal import Journal
    from journal_app.ui.guide.step import GuideServices
    from journal_app.ui.settings.services import SafetyServices
    from journal_app.ui.widgets.care_line import Care
    from journal_app.ui.widgets.plan_calendar import PlanCalendar
    from journal_app.ui.widgets.seed_catcher import SeedCatcher


def seed_catcher(
    journal: "Journal", theme: Theme, today: Callable[[], date], parent: QWidget
) -> "SeedCatcher":
    """The line that catches seeds over every page."""
    from journal_app.ui.widgets.seed_catcher import SeedCatcher

    return SeedCatcher(
        theme,
        seeds=journal.seeds,
        team=journal.team,
        care=care_beside(journal),
        today=today,
        parent=parent,
    )


def care_beside(journal: "Journal") -> "Care":
    """T16 for free writing; the guidance is not read before something is written."""

    def said(text: str, about: int | None) -> str:
        return journal.questions.care_beside(text, journal.team.everyone(), about)

    return said


def guide_services(journal: "Journal", today: Callable[[], date]) -> "GuideServices":
    """What the screens of the guide use."""
    from journal_app.ui.guide.step import GuideServices

    return GuideServices(
        reflections=journal.reflections,
        questions=journal.questions,
        team=journal.team,
        growth=journal.growth,
        intentions=journal.intentions,
        skills=journal.skills,
        seeds=journal.seeds,
        attention=journal.attention,
        pace=journal.pace,
        situations=journal.situations,
        practice=journal.practice,
        leading=journal.leading,
        measures=journal.measures,
        keeping=journal.keeping,
        today=today,
    )


def plan_calendar(safety: "SafetyServices", today: Callable[[], date]) -> "PlanCalendar":
    """What puts a plan into a calendar."""
    from journal_app.ui.widgets.plan_calendar import PlanCalendar

    return PlanCalendar(safety.rhythm, safety.preferences, safety.files, today)


class PageMaker:
    """Makes pages of one open journal; each is made, and its code read, when first asked for."""

    def __init__(
        self,
        journal: "Journal",
        theme: Theme,
        changes: ChangeSignals,
        safety: "SafetyServices",
        today: Callable[[], date],
    ) -> None:
        self._journal, self._theme, self._changes = journal, theme, changes
        self._safety, self._today = safety, today
        self._makers: dict[str, Callable[[], QWidget]] = {
            "week": self._home,
            "guide": self._guide,
            "journal": self._weeks,
            "entry": self._entry,
            "people": self._people,
            "person": self._person,
            "celebrations": self._celebrations,
            "greeting": self._greeting,
            "growth": self._growth,
            "meeting": self._meeting,
            "share": self._share,
            "search": self._search,
            "held": self._held,
            "import": self._import,
            "export": self._export,
            "settings": self._settings,
            "help": self._help,
        }

    def names(self) -> list[str]:
        """Every page there is to make."""
        return list(self._makers)

    def make(self, name: str) -> QWidget:
        """A new page of this name."""
        return self._makers[name]()

    def _home(self) -> QWidget:
        from journal_app.ui.pages.week_home_page import WeekHomePage

        journal = self._journal
        return WeekHomePage(
            self._theme,
            self._changes,
            reflections=journal.reflections,
            intentions=journal.intentions,
            growth=journal.growth,
            team=journal.team,
            seeds=journal.seeds,
            leader=journal.leader,
            attention=journal.attention,
            pace=journal.pace,
            care=care_beside(journal),
            calendar=plan_calendar(self._safety, self._today),
            today=self._today,
        )

    def _guide(self) -> QWidget:
        from journal_app.ui.pages.guide_page import GuidePage

        services = guide_services(self._journal, self._today)
        return GuidePage(
            replace(services, calendar=plan_calendar(self._safety, self._today)), self._theme
        )

    def _weeks(self) -> QWidget:
        from journal_app.services.printing import PrintingService
        from journal_app.ui.journal.reader import ReadingServices
        from journal_app.ui.pages.journal_page import JournalPage

        journal = self._journal
        reading = ReadingServices(
            reflections=journal.reflections,
            entries=journal.entries,
            entry_care=journal.entry_care,
            erasing=journal.erasing,
            team=journal.team,
            skills=journal.skills,
            printing=PrintingService(),
            today=self._today,
        )
        return JournalPage(
            self._theme,
            self._changes,
            timeline=journal.timeline,
            insight=journal.insight,
            reading=reading,
        )

    def _entry(self) -> QWidget:
        from journal_app.ui.pages.entry_page import EntryPage

        journal = self._journal
        return EntryPage(
            self._theme,
            entries=journal.entries,
            care=journal.entry_care,
            team=journal.team,
            care_beside=care_beside(journal),
            today=self._today,
        )

    def _people(self) -> QWidget:
        from journal_app.ui.pages.people_page import PeoplePage

        journal = self._journal
        return PeoplePage(
            self._theme,
            self._changes,
            team=journal.team,
            attention=journal.attention,
            reflections=journal.reflections,
            today=self._today,
        )

    def _person(self) -> QWidget:
        from journal_app.ui.pages.person_page import PersonPage

        journal = self._journal
        return PersonPage(
            self._theme,
            self._changes,
            team=journal.team,
            growth=journal.growth,
            celebrations=journal.celebrations,
            keeping=journal.keeping,
            keepsakes=journal.keepsakes,
            intentions=journal.intentions,
            drafts=journal.drafts,
            questions=journal.questions,
            attention=journal.attention,
            jobs=self._safety.jobs,
            files=self._safety.files,
            today=self._today,
        )

    def _celebrations(self) -> QWidget:
        from journal_app.ui.pages.celebrations_page import CelebrationServices, CelebrationsPage

        journal = self._journal
        services = CelebrationServices(
            celebrations=journal.celebrations,
            growth=journal.growth,
            intentions=journal.intentions,
            leading=journal.leading,
            team=journal.team,
            drafts=journal.drafts,
            hints=journal.questions.celebration_hints,
            week_of=journal.reflections.week_of,
            today=self._today,
        )
        return CelebrationsPage(self._theme, self._changes, services)

    def _greeting(self) -> QWidget:
        from journal_app.ui.pages.greeting_page import GreetingPage

        journal = self._journal
        return GreetingPage(
            self._theme,
            keepsakes=journal.keepsakes,
            celebrations=journal.celebrations,
            team=journal.team,
            jobs=self._safety.jobs,
            files=self._safety.files,
            today=self._today,
        )

    def _growth(self) -> QWidget:
        from journal_app.ui.growth.part import GrowthServices
        from journal_app.ui.pages.growth_page import GrowthPage

        journal = self._journal
        services = GrowthServices(
            skills=journal.skills,
            practice=journal.practice,
            intentions=journal.intentions,
            measures=journal.measures,
            leading=journal.leading,
            leader=journal.leader,
            questions=journal.questions,
            drafts=journal.drafts,
            week_of=journal.reflections.week_of,
            today=self._today,
        )
        return GrowthPage(self._theme, self._changes, services)

    def _meeting(self) -> QWidget:
        from journal_app.ui.pages.meeting_page import MeetingPage

        return MeetingPage(
            self._theme,
            meetings=self._journal.meetings,
            keepsakes=self._journal.keepsakes,
            drafts=self._journal.drafts,
            jobs=self._safety.jobs,
            files=self._safety.files,
            today=self._today,
        )

    def _share(self) -> QWidget:
        from journal_app.ui.pages.share_page import SharePage

        return SharePage(
            self._theme,
            sharing=self._journal.sharing,
            shared=self._journal.shared,
            week_of=self._journal.reflections.week_of,
            jobs=self._safety.jobs,
            choose_file=self._safety.files.save,
            today=self._today,
        )

    def _search(self) -> QWidget:
        from journal_app.ui.search.palette import Palette

        journal = self._journal
        return Palette(
            self._theme,
            searching=journal.searching,
            entries=journal.entries,
            team=journal.team,
            week_of=journal.reflections.week_of,
            today=self._today,
        )

    def _held(self) -> QWidget:
        from journal_app.ui.pages.held_page import HeldPage

        journal = self._journal
        return HeldPage(
            self._theme,
            erasing=journal.erasing,
            keeping=journal.keeping,
            shared=journal.shared,
            today=self._today,
        )

    def _import(self) -> QWidget:
        from journal_app.ui.pages.import_page import ImportPage

        return ImportPage(
            self._theme,
            importing=self._journal.importing,
            team=self._journal.team,
            files=self._safety.files,
            jobs=self._safety.jobs,
        )

    def _export(self) -> QWidget:
        from journal_app.services.keys import refuse_inside
        from journal_app.ui.pages.export_page import ExportPage

        return ExportPage(
            self._theme,
            exporting=self._journal.exporting,
            files=self._safety.files,
            jobs=self._safety.jobs,
            refuse=partial(refuse_inside, self._safety.folder),
            today=self._today,
        )

    def _help(self) -> QWidget:
        from journal_app.services.help import HelpService
        from journal_app.ui.pages.help_page import HelpPage

        return HelpPage(self._theme, HelpService(self._journal.guidance.language))

    def _settings(self) -> QWidget:
        from journal_app.ui.pages.settings_page import SettingsPage

        return SettingsPage(self._theme, self._safety)
