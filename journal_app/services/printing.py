"""Printing: an entry or a week drawn from the document model, as a page without any link out."""

from dataclasses import dataclass, field

from journal_app.domain.celebration import Celebration
from journal_app.domain.entry import Entry
from journal_app.domain.intention import Intention
from journal_app.exchange.document import Block, Document, Heading, Paragraph, Words
from journal_app.paths import resources_dir
from journal_app.services.reflections import WeekPage


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekWords:
    """What a printed week says of itself, in the words of the reader's language."""

    title: str = field(repr=False)
    growth: str
    celebrated: str
    written: str
    plans: str


class PrintingService:
    """Makes pages of HTML; doubts are on none of them."""

    def entry(self, entry: Entry, *, day: str, about: str) -> str:
        """One entry; ``day`` and ``about`` are said as the reader writes them."""
        small = " · ".join(part for part in (day, about, *(f"#{t}" for t in entry.tags)) if part)
        blocks: list[Block] = [Paragraph(small, quiet=True), Words(entry.body)]
        return _page(entry.title.strip() or day, blocks)

    def week(self, page: WeekPage, names: dict[int, str], said: WeekWords) -> str:
        """One finished week, in the order it is read."""
        blocks: list[Block] = []
        for heading, texts in (
            (said.growth, [(names.get(m.person_id, ""), m.sentence) for m in page.moments]),
            (said.celebrated, [(names.get(c.person_id, ""), _note(c)) for c in page.celebrations]),
            (said.written, [(a.prompt_text, a.body) for a in page.reflection.answers]),
            (said.plans, [("", _plan(plan)) for plan in page.plans]),
        ):
            if texts:
                blocks.append(Heading(2, heading))
            for over, text in texts:
                blocks += [Paragraph(over, quiet=True)] if over else []
                blocks.append(Words(text))
        return _page(said.title, blocks)


def _note(celebration: Celebration) -> str:
    return celebration.note(name="")


def _plan(plan: Intention) -> str:
    return f"{plan.cue}: {plan.act}" if plan.cue.strip() else plan.act


def _page(title: str, blocks: list[Block]) -> str:
    from journal_app.exchange.html import render

    style = (resources_dir() / "export" / "style.css").read_text(encoding="utf-8")
    return render(Document(title=title, blocks=tuple(blocks)), style).decode()
