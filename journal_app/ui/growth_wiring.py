"""Growth wiring: what the pages about people, celebrations and growth ask for, and who answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from journal_app.ui.pages.celebrations_page import CelebrationsPage
    from journal_app.ui.pages.greeting_page import GreetingPage
    from journal_app.ui.pages.growth_page import GrowthPage
    from journal_app.ui.pages.meeting_page import MeetingPage
    from journal_app.ui.pages.people_page import PeoplePage
    from journal_app.ui.pages.person_page import PersonPage
    from journal_app.ui.pages.share_page import SharePage


@runtime_checkable
class Keeps(Protocol):
    """A page with words that are not durable yet."""

    def keep(self) -> None:
        """Make them durable."""


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

    def wire(self, name: str, page: QWidget) -> None:
        """Connect a page, if it is one of these; their code is not read before they are opened."""
        opener = self._opener
        match name:
            case "people":
                people = cast("PeoplePage", page)
                people.person_chosen.connect(opener.open_person)
                people.said.connect(opener.say)
            case "person":
                person = cast("PersonPage", page)
                person.back_requested.connect(lambda: opener.open("people"))
                person.said.connect(opener.say)
                person.held_requested.connect(opener.open_held)
                person.week_requested.connect(opener.open_week)
                person.card_requested.connect(lambda number: self._open_card(number, "person"))
                person.meeting_requested.connect(self._open_meeting)
            case "celebrations":
                wall = cast("CelebrationsPage", page)
                wall.said.connect(opener.say)
                wall.card_requested.connect(lambda number: self._open_card(number, "celebrations"))
            case "meeting":
                meeting = cast("MeetingPage", page)
                meeting.said.connect(opener.say)
                meeting.back_requested.connect(opener.open_person)
            case "growth":
                growth = cast("GrowthPage", page)
                growth.said.connect(opener.say)
                growth.summary_requested.connect(self._open_summary)
            case "greeting":
                card = cast("GreetingPage", page)
                card.said.connect(opener.say)
                card.back_requested.connect(lambda: opener.open(self._card_from))

    def _open_card(self, celebration_id: int, asked_from: str) -> None:
        self._card_from = asked_from
        cast("GreetingPage", self._opener.open("greeting")).show_celebration(celebration_id)

    def _open_meeting(self, person_id: int) -> None:
        cast("MeetingPage", self._opener.open("meeting")).show_person(person_id)

    def _open_summary(self) -> None:
        from journal_app.domain.share import Audience

        cast("SharePage", self._opener.open("share")).make_for(Audience.MANAGER)
