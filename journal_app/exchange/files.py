"""Files: written whole or not at all, readable by their owner alone, under harmless names."""

import contextlib
import os
import re
import secrets
import shutil
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from journal_app.domain.errors import CannotWrite, Refused
from journal_app.paths import put_in_place

_LONGEST_NAME, _MOST_BYTES = 80, 200
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])")


def write_atomically(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put ``content`` at ``path`` in one step, mode 0600; on any error what was there stays.

    Content in parts is written as it is made; when making it stops, nothing of it is left.

    A symbolic link is refused, because the words would land somewhere the person did not see.
    """
    _refuse_no_file(path)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            for piece in (content,) if isinstance(content, bytes) else content:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise _cannot_write() from error


def write_folder(path: Path, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Put a folder of files at ``path``, whole or not at all; nothing that is there is touched."""
    _refuse_no_file(path)
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise Refused(
            "There is already something at that place.",
            safe="It was not touched.",
            next_step="Choose a new name, or an empty folder.",
        )
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        part.mkdir(mode=0o700)
        for name, content in files:
            place = part / name
            for folder in reversed(place.relative_to(part).parents[:-1]):
                (part / folder).mkdir(mode=0o700, exist_ok=True)
            descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                for piece in content:
                    file.write(piece)
        if hasattr(os, "sync"):
            # Once for all of them: one by one, thousands of files would take minutes.
            os.sync()
        if path.exists():
            path.rmdir()
        part.rename(path)
    except BaseException as error:
        shutil.rmtree(part, ignore_errors=True)
        if not isinstance(error, OSError):
            raise
        raise _cannot_write() from error


def zipped(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Files as a zip, in parts as it grows; it tells nothing of when or where it was made."""
    pipe = _Pipe()
    with zipfile.ZipFile(cast("BinaryIO", pipe), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o100600 << 16
            with archive.open(info, "w") as member:
                for piece in content:
                    member.write(piece)
            yield pipe.taken()
    yield pipe.taken()


class _Pipe:
    """What a zip is written into: bytes that are taken from it as they come."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes, /) -> int:
        """Keep some bytes until they are taken."""
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> bytes:
        """All that was written since the last time."""
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


def safe_file_name(title: str, suffix: str, *, otherwise: str = "entry") -> str:
    """A name for a file that every system takes, holding nothing but letters, digits and dashes."""
    folded = unicodedata.normalize("NFC", title)
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in folded)
    short = "-".join(kept.split())[:_LONGEST_NAME].encode()[:_MOST_BYTES]
    name = short.decode(errors="ignore").strip("-_ ") or otherwise
    if _RESERVED.fullmatch(name):
        name = f"{otherwise}-{name}"
    return f"{name}{suffix}"


def _refuse_no_file(path: Path) -> None:
    if path.is_symlink():
        raise Refused(
            "This place is a link to somewhere else.",
            safe="Nothing was written.",
            next_step=f"Choose the real place: {path.resolve()}",
        )
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise Refused(
            "This place is a device or a pipe, not a file.",
            safe="Nothing was written.",
            next_step="Choose the name of a file.",
        )


def _cannot_write() -> CannotWrite:
    return CannotWrite(
        "The file could not be written there.",
        safe="Nothing was changed, and no part of it stays there.",
        next_step="Check the place and its free room, or choose another.",
    )
