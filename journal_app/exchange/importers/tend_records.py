"""Tend's own: the JSON archive, and the folder or zip of Markdown with its ``tend.json``."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from journal_app.domain.entry import PRIVATE_KINDS
from journal_app.domain.finding import Fact, Finding, Found, Row, Skipped, Wishes
from journal_app.exchange.importers.markdown_words import front_matter
from journal_app.exchange.importers.reading import day_of, json_files, tags_of
from journal_app.exchange.json_stream import BadJson, fields, loads
from journal_app.exchange.sources import Member, Source, TooLong, refused
from journal_app.exchange.yaml_text import BadYaml

SOURCE, _FORMAT, _VERSION = "tend", "tend", 1
_KEY = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[A-Za-z0-9]{1,8}([-_][A-Za-z0-9]{1,8}){0,4}")
_KINDS = frozenset({"note", "moment", "celebration", "doubt", "worry"})
_RECORD = ("id", "date", "kind", "title", "body", "person", "tags", "private")


def recognises(source: Source) -> bool:
    """True for JSON that says it is Tend's."""
    return _main(source) is not None


def _main(source: Source) -> Member | None:
    named = [member for member in source.members() if member.base == "tend.json"]
    for member in sorted(named, key=lambda m: len(m.name)) or json_files(source):
        if _says_so(source, member):
            return member
    return None


def _says_so(source: Source, member: Member) -> bool:
    try:
        with source.open(member) as stream:
            if not stream.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
                return False
        with source.open(member) as stream:
            name, value = next(fields(stream), ("", None))
    except BadJson:
        return False
    return (name, value) == ("format", _FORMAT)


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """People first, then entries, then the rows that belong with them."""
    main = _main(source)
    if main is None:
        return
    prefix = main.name.removesuffix("tend.json") + "entries/"
    notes = [m for m in source.members() if m.name.startswith(prefix) and m.suffix == ".md"]
    if main.base != "tend.json" or not notes:
        yield from _sections(source, main, ("people", "facts", "entries", "rows"))
        return
    yield from _sections(source, main, ("people", "facts"))
    for member in notes:
        found = entry_of_file(source, member)
        yield found or Skipped(item=member.name, reason="its front matter cannot be read")
    yield from _sections(source, main, ("entries", "rows"))


def _sections(source: Source, member: Member, wanted: tuple[str, ...]) -> Iterator[Found]:
    readers = {"people": _row, "facts": _fact, "entries": _entry, "rows": _row}
    try:
        with source.open(member) as stream:
            for name, value in fields(stream):
                if name == "version" and value != _VERSION:
                    raise refused(
                        "This archive was written by a newer version of Tend.",
                        "Install the newer version to read it.",
                    )
                if name in wanted and name in readers and isinstance(value, Iterator):
                    for number, record in enumerate(value, start=1):
                        found = readers[name](f"{name}, {number}", record)
                        if found is not None:
                            yield found
    except BadJson as error:
        raise refused(f"{member.name} cannot be read: {error}.") from None


def _row(item: str, record: Any) -> Found:
    match record:
        case {"noun": str(noun), "key": str(key), "values": dict(values), "points": dict(points)}:
            texts = all(isinstance(one, str) for pair in points.items() for one in pair)
            if _KEY.fullmatch(key) and texts:
                return Row(noun=noun, key=key, values=values, points=points)
    return Skipped(item=item, reason="it is no row of a journal")


def _fact(item: str, record: Any) -> Found:
    match record:
        case {"name": str(name), "value": str(value)}:
            return Fact(name=name, value=value)
    return Skipped(item=item, reason="it is no setting of a journal")


def _entry(item: str, record: Any) -> Found | None:
    if not isinstance(record, dict):
        return Skipped(item=item, reason="it is not an entry")
    if record.get("row") is True:
        # The guide's own: its row comes with the others, in all its parts.
        return None
    title, body, person = (record.get(name) or "" for name in ("title", "body", "person"))
    if not all(isinstance(text, str) for text in (title, body, person)):
        return Skipped(item=item, reason="its words are not text")
    on = day_of(str(record.get("date", "")))
    if on is None:
        return Skipped(item=item, reason="its date cannot be read")
    return _finding(item, {**record, "on": on, "title": title, "body": body, "person": person})


def _finding(item: str, facts: Mapping[str, Any]) -> Finding:
    kind = str(facts.get("kind", "note"))
    given = facts.get("kept")
    kept: Mapping[str, Any] = given if isinstance(given, dict) else {}
    meta = kept.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    if kind not in _KINDS:
        meta = meta | {"kind": kind}
    return Finding(
        source=str(kept.get("source") or SOURCE),
        item=item,
        on=facts["on"],
        at=str(kept.get("at") or ""),
        zone=str(facts.get("zone") or ""),
        title=facts["title"],
        body=facts["body"],
        native_id=str(kept.get("id") or ""),
        own_key=_key_in(facts.get("key")),
        tags=tags_of(facts.get("tags"), exact=True),
        person=facts["person"],
        person_key=_key_in(facts.get("person_key")),
        kind=kind if kind in _KINDS else "note",
        starred=facts.get("starred") is True,
        language=_language(facts.get("language")),
        private=facts.get("private" if kind not in PRIVATE_KINDS else "marked") is True,
        meta=meta,
    )


def _language(value: object) -> str:
    return value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else ""


def _key_in(value: object) -> str:
    return value if isinstance(value, str) and _KEY.fullmatch(value) else ""


def entry_of_file(source: Source, member: Member) -> Finding | None:
    """An entry written by Tend as a file of its own, to the letter; None when it is not one."""
    try:
        text = source.read(member).decode("utf-8-sig")
        if text.startswith("---\r\n"):
            # An editor of Windows was here; its line ends are not the words'.
            text = text.replace("\r\n", "\n")
        facts, body = front_matter(text)
        kept = loads(str(facts.get("tend-kept") or "{}"))
    except (TooLong, UnicodeDecodeError, BadYaml, BadJson):
        return None
    on = day_of(str(facts.get("date", "")))
    if on is None or not _KEY.fullmatch(str(facts.get("tend", ""))):
        return None
    return _finding(
        member.name,
        {
            **{name: facts.get(name) for name in ("kind", "zone", "tags", "language")},
            "starred": facts.get("starred") == "true",
            "on": on,
            "title": str(facts.get("title") or ""),
            "body": body,
            "person": str(facts.get("person") or ""),
            "key": facts.get("tend"),
            "person_key": facts.get("tend-person"),
            "private": facts.get("private") == "true",
            "marked": facts.get("tend-marked") == "true",
            "kept": kept,
        },
    )
