"""Keepsakes: a celebration as a card to hand over, and a person's line as a page or a picture."""

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from journal_app.domain.celebration import GROWING, Celebration
from journal_app.domain.greeting import Greeting, GreetingDesign, GreetingSize
from journal_app.domain.growth_page import GrowthPage
from journal_app.exchange.files import write_atomically
from journal_app.store.nouns import Nouns

PREVIEW_DOTS = 144


class KeepsakeService:
    """Makes what may be handed over. The leader's own joy, doubts and worries never enter it."""

    def __init__(self, nouns: Nouns) -> None:
        self._nouns = nouns

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


def draw(greeting: Greeting, *, day: str, language: str, dots: int = PREVIEW_DOTS) -> bytes:
    """The card as a picture; touches no journal, so it may be drawn away from the window."""
    from journal_app.exchange import greeting as cards

    return cards.as_png(greeting, day=day, language=language, dots_per_inch=dots)


def save_greeting(greeting: Greeting, path: Path, *, day: str, language: str) -> None:
    """Write a card at print size: a picture if the file's name says so, else a page."""
    from journal_app.exchange import greeting as cards

    make = cards.as_png if _is_picture(path) else cards.as_pdf
    write_atomically(path, make(greeting, day=day, language=language))


def save_growth(page: GrowthPage, path: Path) -> None:
    """Write a line of growth: a picture if the file's name says so, else pages."""
    from journal_app.exchange import growth_page

    make = growth_page.as_png if _is_picture(path) else growth_page.as_pdf
    write_atomically(path, make(page))


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() == ".png"


def _key(celebration_id: int) -> str:
    return f"greeting:{celebration_id}"
