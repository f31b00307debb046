"""Importers: the journals people come from, each read by a module of its own.

A reader recognises a source and yields what it finds; it writes nothing and knows no store.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from journal_app.domain.finding import Found, Wishes
from journal_app.exchange.sources import Source

FORMS = ("day-one", "jrnl", "rednotebook", "joplin", "markdown", "mini-diary", "tend")

# Asked in this order: the first that recognises a source reads it. What is told by its own marks
# comes before what any folder of texts could be.
_READERS = (
    ("tend", "tend_records"),
    ("day-one", "day_one"),
    ("day-one", "day_one_classic"),
    ("day-one", "day_one_text"),
    ("mini-diary", "mini_diary"),
    ("jrnl", "jrnl_json"),
    ("jrnl", "jrnl_locked"),
    ("jrnl", "jrnl_folder"),
    ("jrnl", "jrnl_text"),
    ("jrnl", "jrnl_exports"),
    ("rednotebook", "rednotebook"),
    ("joplin", "joplin"),
    ("markdown", "logseq"),
    ("markdown", "markdown_notes"),
)
_ANY_TEXT = {"jrnl": "jrnl_text", "markdown": "markdown_notes"}


@dataclass(frozen=True, slots=True)
class Reader:
    """One importer: what it reads, whether this is it, and what it finds."""

    form: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Wishes], Iterator[Found]]


def reader_for(source: Source, form: str = "auto") -> Reader | None:
    """The reader of a source; None when none of this form recognises it."""
    for name, module_name in _READERS:
        if form in ("auto", name):
            module = import_module(f"{__name__}.{module_name}")
            if module.recognises(source):
                return Reader(name, module.recognises, module.read)
    if form in _ANY_TEXT and not source.archive and source.path.is_file():
        # A text without a date looks like nothing; it is what its owner says it is.
        module = import_module(f"{__name__}.{_ANY_TEXT[form]}")
        return Reader(form, module.recognises, module.read)
    return None
