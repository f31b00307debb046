"""Sources: a file, a folder or an archive as a list of members, read with distrust.

Nothing is ever unpacked: members are read one by one into memory, within limits, and an archive
that could do harm is refused as a whole before its first entry is read.
"""

import io
import stat
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from journal_app.domain.errors import Refused

LONGEST_TEXT = 20 * 1024 * 1024
MOST_IN_FOLDER = 200_000
_CONTROLS = frozenset(map(chr, [*range(32), 127]))
_NOT_A_FILE = "This is neither a file nor a folder."


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file of a source; its name uses ``/`` and never leads out of the source."""

    name: str = field(repr=False)
    size: int
    changed: datetime | None = None

    @property
    def base(self) -> str:
        """The last part of the name."""
        return PurePosixPath(self.name).name

    @property
    def stem(self) -> str:
        """The last part without its ending."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The ending in small letters, with its dot."""
        return PurePosixPath(self.name).suffix.lower()


class Source(ABC):
    """Where an import reads from."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.archive = False
        self.consumed = 0

    @abstractmethod
    def members(self) -> Sequence[Member]:
        """Every file, ordered by name."""

    @abstractmethod
    def stream(self, member: Member) -> AbstractContextManager[BinaryIO]:
        """The bytes of one member, uncounted."""

    def open(self, member: Member) -> AbstractContextManager[BinaryIO]:
        """A stream of one member's bytes; ``consumed`` grows as they are read."""
        return _Counted(self, self.stream(member))  # type: ignore[return-value]

    def read(self, member: Member, limit: int = LONGEST_TEXT) -> bytes:
        """All bytes of one member; ``TooLong`` when there are more than the limit."""
        with self.open(member) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise TooLong(limit)
        return data

    def with_suffix(self, *suffixes: str) -> list[Member]:
        """The members whose names end so, leaving out hidden folders and files."""
        return [m for m in self.members() if m.suffix in suffixes and not is_hidden(m.name)]

    def close(self) -> None:  # noqa: B027 (most have nothing open)
        """Let go of what is open."""


class _Counted:
    """A stream that tells its source how much of it was read."""

    def __init__(self, source: Source, opened: AbstractContextManager[BinaryIO]) -> None:
        self._source, self._opened = source, opened

    def __enter__(self) -> "_Counted":
        self._stream = self._opened.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._opened.__exit__(*error)

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        return self._told(self._stream.read(size))

    def readline(self, size: int = -1) -> bytes:
        """The next line."""
        return self._told(self._stream.readline(size))

    def _told(self, got: bytes) -> bytes:
        self._source.consumed += len(got)
        return got


class TooLong(Exception):
    """A member holds more than an entry can."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"longer than {limit >> 20} MB")


class NotText(Exception):
    """The bytes are no text that can be read."""


def open_source(path: Path) -> Source:
    """The source at a path, told by what it is and not by its ending."""
    from journal_app.exchange.archives import TarSource, ZipSource, is_tar

    try:
        found = path.lstat()
    except (OSError, ValueError):
        raise Refused("There is nothing to read at that place.") from None
    if stat.S_ISLNK(found.st_mode):
        raise refused("This is a link to somewhere else.", "Choose the real file or folder.")
    if stat.S_ISDIR(found.st_mode):
        return FolderSource(path)
    if not stat.S_ISREG(found.st_mode):
        raise refused("This is a device or a pipe.", "Choose a file or a folder.")
    with _readable(path) as stream:
        start = stream.read(512)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZipSource(path)
    if is_tar(start):
        return TarSource(path)
    return FileSource(path)


class FileSource(Source):
    """One file by itself."""

    def members(self) -> Sequence[Member]:
        """The one file."""
        return [_member(self.path.name, self.path)]

    def stream(self, member: Member) -> AbstractContextManager[BinaryIO]:
        """Its bytes."""
        return _readable(self.path)


class FolderSource(Source):
    """A folder and all below it; links in it are refused, hidden folders are not looked into."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._members: list[Member] | None = None

    def members(self) -> Sequence[Member]:
        """Every regular file, walked once."""
        if self._members is None:
            try:
                self._members = sorted(self._walk(self.path, ""), key=lambda m: m.name)
            except OSError:
                raise refused(
                    "A folder in it cannot be read, or changes just now.", "Copy it, and try again."
                ) from None
        return self._members

    def stream(self, member: Member) -> AbstractContextManager[BinaryIO]:
        """The bytes of one file."""
        return _readable(self.path / member.name)

    def _walk(self, folder: Path, prefix: str) -> Iterator[Member]:
        count = 0
        waiting = [(folder, prefix)]
        while waiting:
            here, before = waiting.pop()
            for path in here.iterdir():
                name = f"{before}{path.name}"
                kind = path.lstat().st_mode
                if is_hidden(name):
                    continue
                if stat.S_ISLNK(kind):
                    raise refused(
                        "This folder holds a link to somewhere else.", "Take the link out first."
                    )
                if stat.S_ISDIR(kind):
                    waiting.append((path, f"{name}/"))
                elif stat.S_ISREG(kind):
                    count += 1
                    if count > MOST_IN_FOLDER:
                        raise refused(f"This folder holds more than {MOST_IN_FOLDER:,} files.")
                    yield _member(name, path)


def text_of(data: bytes) -> str:
    """Text from bytes: UTF-8 or UTF-16 with or without a mark, or what Windows wrote; lines end LF.

    Bytes that are no text at all raise ``NotText``.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError:
            raise NotText from None
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            if b"\x00" in data:
                raise NotText from None
            text = data.decode("cp1252", errors="replace")
    if text.count("\x00") > 8:
        raise NotText
    return text.replace("\r\n", "\n").replace("\r", "\n")


def lines_of(stream: BinaryIO, limit: int = LONGEST_TEXT) -> Iterator[str]:
    """The lines of a text, one at a time; ``TooLong`` for a line that is longer than an entry."""
    first = stream.read(4)
    rest: BinaryIO = _Joined(first, stream)  # type: ignore[assignment]
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        whole = rest.read(limit + 1)
        if len(whole) > limit:
            raise TooLong(limit)
        rest = io.BytesIO(text_of(whole).encode())
    while line := rest.readline(limit + 1):
        if len(line) > limit:
            raise TooLong(limit)
        yield text_of(line)


class _Joined(io.RawIOBase):
    """A stream with bytes put back in front of it."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._first, self._rest = io.BytesIO(first), rest

    def read(self, size: int = -1) -> bytes:
        got = self._first.read(size)
        if size < 0 or len(got) < size:
            got += self._rest.read(size - len(got) if size >= 0 else -1)
        return got

    def readline(self, size: int | None = -1) -> bytes:
        limit = -1 if size is None else size
        got = self._first.readline(limit)
        if not got.endswith(b"\n") and len(got) != limit:
            got += self._rest.readline(limit - len(got) if limit >= 0 else -1)
        return got


def is_hidden(name: str) -> bool:
    """True for what lies in a hidden folder, or is hidden itself, as ``.obsidian`` is."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def unsafe_name(name: str) -> str:
    """What is wrong with a member's name, or an empty text."""
    parts = name.rstrip("/").split("/")
    if not name.strip("/") or name.startswith("/") or len(name) > 2000:
        return "a file without a proper name"
    if _CONTROLS & set(name):
        return "a name with control characters"
    if "\\" in name or ":" in name:
        return "a name with \\ or : in it"
    if any(part in {"", ".", ".."} for part in parts):
        return "a name that leads out of it"
    return ""


def refused(what: str, next_step: str = "") -> Refused:
    """A refusal of a whole source."""
    return Refused(what, safe="Nothing was read from it, nothing was written.", next_step=next_step)


def _readable(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError:
        raise Refused("This file cannot be read.") from None


def _member(name: str, path: Path) -> Member:
    found = path.stat()
    changed = datetime.fromtimestamp(found.st_mtime, UTC).astimezone().replace(tzinfo=None)
    return Member(name=name, size=found.st_size, changed=changed)
