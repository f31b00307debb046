"""Seeking: answers a query beside the typing, and drops each answer that came too late."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal, Slot

from journal_app.domain.item import Hit
from journal_app.domain.progress import Cancelled
from journal_app.domain.query import Search
from journal_app.services.searching import SearchService, Seeker


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found for a search; ``whole`` once nothing more will come."""

    ticket: int
    search: Search = field(repr=False)
    hits: list[Hit] = field(repr=False)
    parts: list[Hit] = field(default_factory=list, repr=False)
    whole: bool = False


class Seeking(QObject):
    """Asks on a thread with a connection of its own; where none can be had, on this one.

    ``rest`` as soon as nobody searches: the connection holds the journal's file and key.
    """

    answered = Signal(object)
    broke = Signal(object)
    _heard = Signal(object)

    def __init__(self, service: SearchService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._line: _Line | None = None
        self._ticket = 0
        # Not a method of this object: it is on its way out when that is called.
        lines: list[_Line] = []
        self._lines = lines
        self.destroyed.connect(lambda: _stop_all(lines))
        self._heard.connect(self._pass_on)

    def ask(self, search: Search) -> None:
        """Look for this, and for nothing that was asked before."""
        self._ticket += 1
        if self._service.can_run_beside:
            if self._line is None:
                self._line = _Line(self._service, self._heard.emit)
                self._lines[:] = [self._line]
            self._line.ask(self._ticket, search)
            return
        for answer in _answers(self._service, self._ticket, search):
            self._pass_on(answer)

    def rest(self) -> None:
        """Give up what is looked for, and let the journal's file go."""
        self._ticket += 1
        if self._line is not None:
            self._line.stop()
            self._line = None
            self._lines.clear()

    @Slot(object)
    def _pass_on(self, heard: object) -> None:
        if isinstance(heard, Exception):
            self.broke.emit(heard)
        elif isinstance(heard, Answer) and heard.ticket == self._ticket:
            self.answered.emit(heard)


def _stop_all(lines: list["_Line"]) -> None:
    for line in lines:
        line.stop()


class _Line:
    """The thread: takes the newest question, passes over all before it."""

    def __init__(self, service: SearchService, tell: Callable[[object], object]) -> None:
        self._service, self._tell = service, tell
        self._asked: SimpleQueue[tuple[int, Search] | None] = SimpleQueue()
        self._newest = 0
        self._seeker: Seeker | None = None
        self._thread = threading.Thread(target=self._run, name="search", daemon=True)
        self._thread.start()

    def ask(self, ticket: int, search: Search) -> None:
        self._newest = ticket
        self._asked.put((ticket, search))
        if self._seeker is not None:
            self._seeker.interrupt()

    def stop(self) -> None:
        self._newest = -1
        self._asked.put(None)
        if self._seeker is not None:
            self._seeker.interrupt()
        self._thread.join()

    def _run(self) -> None:
        try:
            with closing(self._service.seeker()) as seeker:
                self._seeker = seeker
                while (asked := self._asked.get()) is not None:
                    if asked[0] == self._newest:
                        self._answer(seeker, *asked)
        except Exception as error:  # noqa: BLE001 (carried to the window's thread, whole)
            if self._newest >= 0:
                self._tell(error)
        finally:
            self._seeker = None

    def _answer(self, seeker: Seeker, ticket: int, search: Search) -> None:
        while ticket == self._newest:
            # What was meant to end the question before may have ended this one: ask again.
            with suppress(Cancelled):
                for answer in _answers(seeker, ticket, search):
                    if ticket == self._newest:
                        self._tell(answer)
                return


def _answers(found: Seeker | SearchService, ticket: int, search: Search) -> Iterator[Answer]:
    """Words first; then, where there is room, what has the words inside others."""
    hits = found.words(search)
    more = search.query.has_parts and len(hits) < search.limit
    yield Answer(ticket=ticket, search=search, hits=hits, whole=not more)
    if more:
        parts = found.parts(search, besides=[hit.item.ref for hit in hits])
        room = search.limit - len(hits)
        yield Answer(ticket=ticket, search=search, hits=hits, parts=parts[:room], whole=True)
