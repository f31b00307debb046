"""Files: written whole or not at all, readable by their owner alone, under harmless names."""

import contextlib
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from journal_app.domain.errors import CannotWrite, Refused
from journal_app.paths import put_in_place

_LONGEST_NAME, _MOST_BYTES = 80, 200
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[0-9¹²³])")


def write_atomically(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put ``content`` at ``path`` in one step, mode 0600; on any error what was there stays.

    Content in parts is written as it is made; when making it stops, nothing of it is left.

    A symbolic link is refused, because the words would land somewhere the person did not see.
    """
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
        raise CannotWrite(
            "The file could not be written there.",
            safe="Nothing was changed, and no part of it stays there.",
            next_step="Check the place and its free room, or choose another.",
        ) from error


def safe_file_name(title: str, suffix: str, *, otherwise: str = "entry") -> str:
    """A name for a file that every system takes, holding nothing but letters, digits and dashes."""
    folded = unicodedata.normalize("NFC", title)
    kept = "".join(char if char.isalnum() or char in " -_" else " " for char in folded)
    short = "-".join(kept.split())[:_LONGEST_NAME].encode()[:_MOST_BYTES]
    name = short.decode(errors="ignore").strip("-_ ") or otherwise
    if _RESERVED.fullmatch(name):
        name = f"{otherwise}-{name}"
    return f"{name}{suffix}"
