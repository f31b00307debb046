"""Markdown folder: a file for each entry with front matter, a page for each week of the guide."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from journal_app.exchange.files import safe_file_name
from journal_app.exchange.yaml_text import quoted

_ABOUT = """\
This folder is a journal of Tend, written so that any program can read it.

- `entries` holds one Markdown file for each entry, with its facts at the top.
- `weeks` holds a page for each week of the guide.
- `tend.json`, where there is one, holds what Tend needs to put everything back in its place:
  `tend import` of this folder loses nothing.
"""


class MarkdownFolder:
    """Names the files of one folder, so that no two share a name on any system."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def entry(self, record: Mapping[str, Any]) -> tuple[str, Iterable[bytes]]:
        """An entry as a file of its own: its facts, one blank line, its words as they are."""
        on = str(record["date"])
        words = str(record["title"]) or str(record["kind"])
        name = self._free(f"entries/{on[:4]}/{on} {safe_file_name(words, '')}", ".md")
        return name, (_encoded(f"---\n{_facts(record)}---\n\n{record['body']}"),)

    def week(
        self, key: str, start: date, page: bytes | Iterable[bytes]
    ) -> tuple[str, Iterable[bytes]]:
        """The page of a week, as it is read."""
        head = f"---\ntitle: {quoted(f'Week {key}')}\ndate: {start.isoformat()}\n---\n\n"
        pieces = (page,) if isinstance(page, bytes) else page
        return self._free(f"weeks/{key}", ".md"), (_encoded(head), *pieces)

    def about(self) -> tuple[str, Iterable[bytes]]:
        """What the folder is, for whoever finds it."""
        return "README.md", (_encoded(_ABOUT),)

    def _free(self, stem: str, suffix: str) -> str:
        name, number = f"{stem}{suffix}", 1
        while name.casefold() in self._names:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._names.add(name.casefold())
        return name


def _facts(record: Mapping[str, Any]) -> str:
    lines = [f"title: {quoted(str(record['title']))}"] if record["title"] else []
    lines += [f"date: {record['date']}", f"kind: {record['kind']}"]
    if record["person"]:
        lines.append(f"person: {quoted(str(record['person']))}")
    if record["tags"]:
        lines += ["tags:", *(f"  - {quoted(str(tag))}" for tag in record["tags"])]
    if record["private"]:
        lines.append("private: true")
    if record.get("starred"):
        lines.append("starred: true")
    if record.get("marked"):
        lines.append("tend-marked: true")
    for name, fact in (
        ("zone", "zone"),
        ("language", "language"),
        ("key", "tend"),
        ("person_key", "tend-person"),
    ):
        if record.get(name):
            lines.append(f"{fact}: {quoted(str(record[name]))}")
    if record.get("kept"):
        lines.append(f"tend-kept: {quoted(json.dumps(record['kept'], ensure_ascii=False))}")
    return "".join(f"{line}\n" for line in lines)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
