"""Keepsakes: a celebration as a card to hand over, and a person's line as a page or a picture."""

import hashlib
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from journal_app.domain.celebration import GROWING, Celebration
from journal_app.domain.greeting import Greeting, GreetingDesign, GreetingSize
from journal_app.domain.growth_page import GrowthPage
from journal_app.domain.meeting import Sheet
from journal_app.domain.share import Audience, Keepsake, NameStyle, Shared
from journal_app.exchange.files import write_atomically
from journal_app.services.changes import Notify, Topic
from journal_app.store.nouns import Nouns

PREVIEW_DOTS = 144


@dataclass(frozen=True, slots=True)
class SavedFile:
    """Where a keepsake lies, and by what one knows it again."""

    path: Path
    sha256: str


class KeepsakeService:
    """Makes what may be handed over. The leader's own joy, doubts and worries never enter it."""

    def __init__(self, nouns: Nouns, notify: Notify) -> None:
        self._nouns = nouns
        self._notify = notify

    def celebration(self, celebration_id: int) -> Celebration:
        """The celebration a card is made of."""
        return self._nouns.celebrations.get(celebration_id)

    def greeting(self, celebration_id: int, *, growing: str = GROWING) -> Greeting:
        """The card as it was last worked on, or as the celebration tells it."""
        record = self._nouns.drafts.get(_key(celebration_id))
        if record:
            day = record.get("day")
            return Greeting(
                body=record["body"],
                name=record["name"],
                signed=record["signed"],
                day=date.fromisoformat(day) if day else None,
                design=GreetingDesign(record["design"]),
                size=GreetingSize(record["size"]),
            )
        celebration = self.celebration(celebration_id)
        person = self._nouns.people.get(celebration.person_id)
        return Greeting(
            name=f"{person.name.split()[0]},",
            body=celebration.note(name="", growing=growing),
            signed=self._nouns.settings.get("signs_as"),
            day=celebration.happened_on,
        )

    def keep(self, celebration_id: int, greeting: Greeting) -> None:
        """Keep a card being worked on; it goes when its person is erased."""
        person_id = self.celebration(celebration_id).person_id
        day = greeting.day.isoformat() if greeting.day else None
        record = asdict(replace(greeting, day=None)) | {"day": day, "person_id": person_id}
        self._nouns.drafts.put(_key(celebration_id), record)
        if greeting.signed.strip() != self._nouns.settings.get("signs_as"):
            self._nouns.settings.put("signs_as", greeting.signed.strip())

    def begin_anew(self, celebration_id: int, *, growing: str = GROWING) -> Greeting:
        """Forget what was changed on a card, and tell it as the celebration does."""
        self._nouns.drafts.remove(_key(celebration_id))
        return self.greeting(celebration_id, growing=growing)

    def note(self, kind: Keepsake, saved: SavedFile, *, person_id: int, on: date) -> Shared:
        """Note that something with a person's name on it left the journal, as a pack is noted."""
        shared = self._nouns.share_log.add(
            Shared(
                shared_on=on,
                audience=Audience.MYSELF if kind is Keepsake.SHEET else Audience.THEM,
                names=NameStyle.REAL,
                format=saved.path.suffix.lower().removeprefix("."),
                parts=(kind.value,),
                sha256=saved.sha256,
                place=str(saved.path.absolute()),
                people=(str(person_id),),
            )
        )
        self._notify(Topic.SHARING)
        return shared


def draw(greeting: Greeting, *, day: str, language: str, dots: int = PREVIEW_DOTS) -> bytes:
    """The card as a picture; touches no journal, so it may be drawn away from the window."""
    from journal_app.exchange import greeting as cards

    return cards.as_png(greeting, day=day, language=language, dots_per_inch=dots)


def save_greeting(greeting: Greeting, path: Path, *, day: str, language: str) -> SavedFile:
    """Write a card at print size: a picture if the file's name says so, else a page."""
    from journal_app.exchange import greeting as cards

    make = cards.as_png if _is_picture(path) else cards.as_pdf
    return _write(path, make(greeting, day=day, language=language))


def save_growth(page: GrowthPage, path: Path) -> SavedFile:
    """Write a line of growth: a picture if the file's name says so, else pages."""
    from journal_app.exchange import growth_page

    make = growth_page.as_png if _is_picture(path) else growth_page.as_pdf
    return _write(path, make(page))


def save_sheet(sheet: Sheet, path: Path) -> SavedFile:
    """Write the sheet of a 1:1 as a page."""
    from journal_app.exchange import sheet as sheets

    return _write(path, sheets.as_pdf(sheet))


def _write(path: Path, content: bytes) -> SavedFile:
    write_atomically(path, content)
    return SavedFile(path=path, sha256=hashlib.sha256(content).hexdigest())


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() == ".png"


def _key(celebration_id: int) -> str:
    return f"greeting:{celebration_id}"
