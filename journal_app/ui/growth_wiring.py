"""Growth wiring: what the pages about people, celebrations and growth ask for, and who answers."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from journal_app.domain.share import Audience
from journal_app.ui.pages.celebrations_page import CelebrationsPage
from journal_app.ui.pages.greeting_page import GreetingPage
from journal_app.ui.pages.growth_page import GrowthPage
from journal_app.ui.pages.meeting_page import MeetingPage
from journal_app.ui.pages.people_page import PeoplePage
from journal_app.ui.pages.person_page import PersonPage
from journal_app.ui.pages.share_page import SharePage

Keeps = CelebrationsPage | GreetingPage | GrowthPage | MeetingPage


class Opener(Protocol):
    """What opens pages: the workspace."""

    def open(self, name: str) -> QWidget:
        """Show a page by its name."""

    def open_person(self, person_id: int) -> None:
        """Open one person's page."""

    def open_held(self, person_id: int) -> None:
        """Open everything that is held about one person."""

    def open_week(self, reflection_id: int) -> None:
        """Open one finished week to read."""

    def say(self, message: str, undo: Callable[[], object] | None) -> None:
        """Show a line at the foot."""


class GrowthWiring:
    """Connects these pages; remembers only from where a card was asked for."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._card_from = "celebrations"

    def wire(self, page: QWidget) -> None:
        """Connect a page, if it is one of these."""
        opener = self._opener
        match page:
            case PeoplePage():
                page.person_chosen.connect(opener.open_person)
                page.said.connect(opener.say)
            case PersonPage():
                page.back_requested.connect(lambda: opener.open("people"))
                page.said.connect(opener.say)
                page.held_requested.connect(opener.open_held)
                page.week_requested.connect(opener.open_week)
                page.card_requested.connect(lambda number: self._open_card(number, "person"))
                page.meeting_requested.connect(self._open_meeting)
            case CelebrationsPage():
                page.said.connect(opener.say)
                page.card_requested.connect(lambda number: self._open_card(number, "celebrations"))
            case MeetingPage():
                page.said.connect(opener.say)
                page.back_requested.connect(opener.open_person)
            case GrowthPage():
                page.said.connect(opener.say)
                page.summary_requested.connect(self._open_summary)
            case GreetingPage():
                page.said.connect(opener.say)
                page.back_requested.connect(lambda: opener.open(self._card_from))

    def _open_card(self, celebration_id: int, asked_from: str) -> None:
        self._card_from = asked_from
        page = self._opener.open("greeting")
        if isinstance(page, GreetingPage):
            page.show_celebration(celebration_id)

    def _open_meeting(self, person_id: int) -> None:
        page = self._opener.open("meeting")
        if isinstance(page, MeetingPage):
            page.show_person(person_id)

    def _open_summary(self) -> None:
        page = self._opener.open("share")
        if isinstance(page, SharePage):
            page.make_for(Audience.MANAGER)
