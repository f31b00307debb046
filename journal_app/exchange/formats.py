"""Formats: the shapes a document leaves in, all drawn from the one model."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from enum import StrEnum

from journal_app.domain.progress import Progress, unwatched
from journal_app.exchange.document import Document
from journal_app.paths import resources_dir


class Format(StrEnum):
    """A shape of file, named by its ending."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"


TEXT = frozenset({Format.MARKDOWN, Format.HTML, Format.JSON})
_ENDINGS = {"htm": Format.HTML, "txt": Format.MARKDOWN, "markdown": Format.MARKDOWN}


def format_of(ending: str) -> Format | None:
    """The format a file's ending names, if it names one."""
    bare = ending.lower().lstrip(".")
    if bare in _ENDINGS:
        return _ENDINGS[bare]
    return Format(bare) if bare in set(Format) else None


def draw(document: Document, form: Format, progress: Progress = unwatched) -> Iterable[bytes]:
    """The bytes of the file, in parts where the format allows it."""
    match form:
        case Format.MARKDOWN:
            from journal_app.exchange import markdown

            return markdown.stream(document)
        case Format.HTML:
            from journal_app.exchange import html

            style = (resources_dir() / "export" / "style.css").read_text(encoding="utf-8")
            return html.stream(document, style)
        case Format.PDF:
            from journal_app.exchange import pdf

            return (pdf.render(document, progress=progress),)
        case Format.DOCX:
            from journal_app.exchange import docx

            return (docx.render(document, progress=progress),)
        case Format.JSON:
            return _as_json(document)


def _as_json(document: Document) -> Iterator[bytes]:
    """A record of the document, for other programs."""
    about = {
        "format": "tend-document",
        "version": 1,
        "title": document.title,
        "provenance": document.provenance,
        "language": document.language,
    }
    yield f'{json.dumps(about, ensure_ascii=False, indent=2)[:-2]},\n  "blocks": ['.encode(
        "utf-8", "replace"
    )
    comma = ""
    for block in document.blocks:
        record = {"kind": type(block).__name__.lower()} | asdict(block)
        yield f"{comma}\n    {json.dumps(record, ensure_ascii=False)}".encode("utf-8", "replace")
        comma = ","
    yield b"\n  ]\n}\n"
