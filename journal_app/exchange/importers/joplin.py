"""Joplin: notes, notebooks, tags and resources, each a text of its own, as JEX or as RAW."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from journal_app.domain.finding import Finding, Found, Remark, Skipped, Wishes
from journal_app.exchange.importers.html_words import html_to_markdown
from journal_app.exchange.importers.reading import from_seconds, without
from journal_app.exchange.sources import NotText, Source, TooLong, refused, text_of

_ITEM = re.compile(r"(?:^|.*/)[0-9a-f]{32}\.md")
_PROPERTY = re.compile(r"([a-z_]+): ?(.*)")
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]*)\]\(:/([0-9a-f]{32})(?:#[^()\s]{0,500})?(?:\s{1,9}\"[^\"]{0,500}\")?\)"
)
_NOTE, _FOLDER, _RESOURCE, _TAG, _NOTE_TAG = "1", "2", "4", "5", "6"
_ANY_PICTURE = re.compile(
    r"<img\b[^<>]{0,999}\bsrc=[\"']:/([0-9a-f]{32})[\"'][^<>]{0,999}>", re.IGNORECASE
)
_UNSET = frozenset({"", "0", "0.00000000", "0.0000"})
_KNOWN = frozenset(
    {
        *("id", "type_", "parent_id", "created_time", "updated_time", "user_created_time"),
        *("encryption_cipher_text", "encryption_applied", "is_conflict", "deleted_time"),
        *("is_shared", "share_id", "conflict_original_id", "master_key_id", "order"),
        *("markup_language", "user_data"),
    }
)


@dataclass
class _Known:
    """What the notes point to, gathered before the first of them is told."""

    folders: dict[str, tuple[str, str]] = field(default_factory=dict)
    resources: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    tagged: dict[str, list[str]] = field(default_factory=dict)

    def learn(self, title: str, facts: Mapping[str, str]) -> None:
        """Keep one item that is no note."""
        own = facts.get("id", "")
        match facts.get("type_"):
            case "2":
                self.folders[own] = (title, facts.get("parent_id", ""))
            case "4":
                ending = facts.get("file_extension", "")
                self.resources[own] = title or (f"{own}.{ending}" if ending else own)
            case "5":
                self.tags[own] = title
            case "6":
                self.tagged.setdefault(facts.get("note_id", ""), []).append(facts.get("tag_id", ""))

    def notebook(self, own: str) -> str:
        """The notebook and those it lies in, from the outside in."""
        path: list[str] = []
        while own in self.folders and len(path) < 20:
            title, own = self.folders[own]
            path.insert(0, title)
        return "/".join(path)

    def tags_of(self, note: str) -> tuple[str, ...]:
        """The tags that were tied to a note."""
        found = (self.tags.get(tag, "") for tag in self.tagged.get(note, ()))
        return tuple(dict.fromkeys(tag for tag in found if tag))


def recognises(source: Source) -> bool:
    """True where items are named by their ids and end with their type."""
    items = [member for member in source.members() if _ITEM.fullmatch(member.name)]
    if not items:
        return False
    try:
        text = text_of(source.read(items[0]))
    except (TooLong, NotText):
        return False
    return re.search(r"(?:^|\n)type_: \d+\s*$", text) is not None


def read(source: Source, _wishes: Wishes) -> Iterator[Found]:
    """Every note; items that are no notes only tell about them."""
    known = _Known()
    for _, title, _, facts in _items(source):
        if facts.get("encryption_applied") == "1":
            raise refused(
                "These notes are encrypted by Joplin.",
                "Switch off encryption there, or export as JEX, which is not encrypted.",
            )
        if facts.get("type_") != _NOTE:
            known.learn(title, facts)
    files = {m.stem for m in source.members() if "resources/" in f"/{m.name}"}
    for name, title, body, facts in _items(source):
        if facts.get("type_") == _NOTE:
            yield from _note(name, title, body, facts, known, files)
        elif not facts:
            yield Skipped(item=name, reason="it is no item of Joplin's")


def _items(source: Source) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    for member in source.members():
        if _ITEM.fullmatch(member.name):
            try:
                yield member.name, *parted(text_of(source.read(member)))
            except (TooLong, NotText):
                yield member.name, "", "", {}


def parted(text: str) -> tuple[str, str, dict[str, str]]:
    """Title, body and facts of an item: the facts are read from the end up to a blank line."""
    lines = text.rstrip("\n").split("\n")
    at = len(lines)
    facts: dict[str, str] = {}
    while at and lines[at - 1].strip():
        at -= 1
        found = _PROPERTY.fullmatch(lines[at])
        if found is None:
            return "", "", {}
        facts[found[1]] = found[2].replace("\\n", "\n").replace("\\r", "\r")
    if "type_" not in facts:
        return "", "", {}
    words = lines[: max(0, at - 1)]
    if not words:
        return "", "", facts
    return words[0], "\n".join(words[2:]), facts


def _note(
    name: str, title: str, body: str, facts: dict[str, str], known: _Known, files: set[str]
) -> Iterator[Found]:
    own = facts.get("id", "")
    item = title.strip() or name
    if facts.get("is_conflict", "0") not in _UNSET:
        yield Skipped(item=item, reason="it is a conflict copy of another note")
        return
    if facts.get("deleted_time", "0") not in _UNSET:
        yield Skipped(item=item, reason="it is in Joplin's trash")
        return
    made = _moment(facts.get("user_created_time", "")) or _moment(facts.get("created_time", ""))
    if made is None:
        yield Skipped(item=item, reason="its date cannot be read")
        return
    behind: list[str] = []

    def placed(own_id: str, said: str) -> str:
        told = known.resources.get(own_id) or said or own_id
        missing = "" if own_id in files else "missing from the export, "
        behind.append(told)
        return f"[{told}, {missing}not brought along]"

    def linked(found: re.Match[str]) -> str:
        is_file = found[3] in known.resources or found[3] in files or bool(found[1])
        return placed(found[3], found[2]) if is_file else found[0]

    if facts.get("markup_language") == "2":
        body = html_to_markdown(_ANY_PICTURE.sub(lambda m: placed(m[1], ""), body))
    body = _LINK.sub(linked, body)
    for told in behind:
        yield Remark(item=item, text=f"not brought along: {told}")
    kept = {k: v for k, v in without(facts, _KNOWN).items() if v not in _UNSET}
    if notebook := known.notebook(facts.get("parent_id", "")):
        kept["notebook"] = notebook
    yield Finding(
        source="joplin",
        item=item,
        on=made.date(),
        at=made.strftime("%H:%M:%S"),
        title=title.strip(),
        body=body.strip("\n"),
        native_id=own,
        tags=known.tags_of(own),
        meta=kept,
    )


def _moment(text: str) -> datetime | None:
    """A moment on the clock of this computer, from ISO text or from milliseconds."""
    if text.isdigit() and int(text):
        return from_seconds(int(text) / 1000)
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone().replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
