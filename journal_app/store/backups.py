"""Backups: one ``.tendbackup`` file holds the encrypted journal and its key file.

The file is a zip without compression: ``backup.json`` (when, why, how much, a checksum),
``journal.db`` and ``journal.key``. It opens with the passphrase or the recovery key of its day.
"""

import hashlib
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from journal_app.domain.backup import Backup, Reason, Tally
from journal_app.domain.errors import CannotWrite, DamagedJournal, MissingJournal, NewerJournal
from journal_app.domain.progress import Progress, unwatched
from journal_app.paths import put_in_place
from journal_app.store.database import Database, environment_errors
from journal_app.store.integrity import damaged_pages
from journal_app.store.key_file import sync_folder

FORMAT = 1
SUFFIX = ".tendbackup"
_NAME = re.compile(rf"tend-(\d{{6,}})-(\d{{4}}-\d\d-\d\d)(?:-[a-z-]+)?{re.escape(SUFFIX)}")
_MEMBERS = ("backup.json", "journal.db", "journal.key")
_BLOCK = 1 << 20
_DRY = "The backup could not be written."
_EPOCH = (1980, 1, 1, 0, 0, 0)


def tally(db: Database) -> Tally:
    """How much the open journal holds."""
    with environment_errors():
        ((weeks,),) = db.execute("SELECT count(*) FROM reflection")
        ((items,),) = db.execute("SELECT count(*) FROM item")
    return Tally(weeks=weeks, items=items)


def make(
    db: Database,
    key_file: Path,
    target: Path,
    *,
    prove: Callable[[Path], Database],
    sequence: int = 0,
    reason: Reason = Reason.REGULAR,
    progress: Progress = unwatched,
) -> Backup:
    """Copy an open journal to ``target``, proved readable before it takes its place.

    ``prove`` opens a copy of the database to read. Nothing is left of a copy that did not work.
    """
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    copy = part.with_suffix(".db")
    try:
        before = _rows(db)
        _private(copy).close()  # SQLite fills an empty file, whose mode is ours
        with environment_errors(), db.watched(progress, copy, share=0.7):
            # As bytes: the name of a folder need not be a text that can be encoded.
            db.execute("VACUUM INTO CAST(? AS TEXT)", [os.fsencode(copy)])
        after = _rows(db)
        proof = prove(copy)
        try:
            if damaged_pages(proof) or not _between(before, _rows(proof), after):
                raise DamagedJournal(
                    "The new backup does not hold what the journal holds.",
                    safe="It was thrown away. The journal and earlier backups are as they were.",
                    next_step="Try again; if it happens twice, look at the disk.",
                )
            held = tally(proof)
        finally:
            proof.close()
        progress(0.8)
        made_at = datetime.now().astimezone()
        about = {
            "format": FORMAT,
            "sequence": sequence,
            "made_at": made_at.isoformat(timespec="seconds"),
            "reason": reason.value,
            "weeks": held.weeks,
            "items": held.items,
            "sha256": _digest(copy),
        }
        _pack(part, about, copy, key_file)
        progress(0.95)
        put_in_place(part, target)
        sync_folder(target.parent)
    except OSError as error:
        raise CannotWrite(
            _DRY, safe="The journal is as it was.", next_step="Check the disk and its free room."
        ) from error
    finally:
        for left in (part, copy):
            left.unlink(missing_ok=True)
    progress(1.0)
    return Backup(path=target, sequence=sequence, made_at=made_at, reason=reason, tally=held)


def file_name(sequence: int, day: date, reason: Reason) -> str:
    """The name of a backup; it holds its place in the order, its day and why it is kept."""
    why = "" if reason is Reason.REGULAR else f"-{reason.value}"
    return f"tend-{sequence:06d}-{day.isoformat()}{why}{SUFFIX}"


def all_in(folder: Path) -> list[Backup]:
    """The backups in a folder, newest in sequence first; unreadable ones are listed as such."""
    try:
        paths = [path for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    except OSError:
        return []
    return sorted((_described(path) for path in paths), key=lambda b: -b.sequence)


def describe(path: Path) -> Backup:
    """What any backup file says of itself; missing, foreign, newer and damaged are errors."""
    if not path.is_file():
        raise MissingJournal("There is no backup at that place.", safe="Nothing was changed.")
    about = _about(path)
    return Backup(
        path=path,
        sequence=int(about["sequence"]),
        made_at=datetime.fromisoformat(about["made_at"]),
        reason=Reason(about["reason"]),
        tally=Tally(weeks=int(about["weeks"]), items=int(about["items"])),
    )


@contextmanager
def unpacked(path: Path, beside: Path, prefix: str) -> Iterator[Path]:
    """A private folder inside ``beside`` with the backup's journal and key, gone afterwards.

    What the file says of its journal is checked first; nothing else of it is ever read.
    """
    about = _about(path)
    folder = beside / f".{prefix}-{os.urandom(8).hex()}"
    try:
        folder.mkdir(mode=0o700)
        with zipfile.ZipFile(path) as archive:
            for name in _MEMBERS[1:]:
                _unpack(archive, name, folder / name)
        if _digest(folder / "journal.db") != about["sha256"]:
            raise _damaged()
        yield folder
    except (zipfile.BadZipFile, EOFError):
        raise _damaged() from None
    except OSError as error:
        raise CannotWrite(
            "The backup could not be unpacked.",
            safe="The journal is as it was.",
            next_step="Make some room on the disk, then try again.",
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def copy_to(backup: Backup, folder: Path) -> Path:
    """Put a second copy of a backup into another folder, whole or not at all."""
    part = folder / f".{os.urandom(8).hex()}.part"
    target = folder / backup.path.name
    try:
        with _private(part) as out, backup.path.open("rb") as source:
            shutil.copyfileobj(source, out, _BLOCK)
            out.flush()
            os.fsync(out.fileno())
        put_in_place(part, target)
        sync_folder(folder)
    except OSError as error:
        raise CannotWrite(
            "The second backup folder could not be written to.",
            safe="The backup beside the journal was made.",
            next_step="Check that the disk is there and has room.",
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return target


def replace_key(backup: Backup, key_file: Path) -> None:
    """Put the journal's present key file into a backup, so that old secrets no longer open it."""
    about = _about(backup.path)
    part = backup.path.with_name(f".{os.urandom(8).hex()}.part")
    copy = part.with_suffix(".db")
    try:
        with zipfile.ZipFile(backup.path) as archive:
            _unpack(archive, "journal.db", copy)
        _pack(part, about, copy, key_file)
        part.replace(backup.path)
        sync_folder(backup.path.parent)
    except (OSError, zipfile.BadZipFile) as error:
        raise CannotWrite(_DRY, safe="The backup is as it was.") from error
    finally:
        for left in (part, copy):
            left.unlink(missing_ok=True)


def key_of(backup: Backup) -> bytes:
    """The key file inside a backup; empty when the backup cannot be read."""
    try:
        with zipfile.ZipFile(backup.path) as archive:
            return archive.read("journal.key")
    except (OSError, KeyError, zipfile.BadZipFile, EOFError):
        return b""


def _described(path: Path) -> Backup:
    matched = _NAME.fullmatch(path.name)
    sequence = int(matched[1]) if matched else 0
    try:
        described = describe(path)
    except (DamagedJournal, NewerJournal, MissingJournal):
        day = matched[2] if matched else "1970-01-01"
        return Backup(path=path, sequence=sequence, made_at=_day_of(day))
    # The name's place counts: a file that was renamed by hand goes where its name says.
    return Backup(
        path=path,
        sequence=sequence,
        made_at=described.made_at,
        reason=described.reason,
        tally=described.tally,
    )


def _day_of(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone()
    except ValueError:
        return datetime.fromtimestamp(0).astimezone()


def _about(path: Path) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sorted(archive.namelist()) != sorted(_MEMBERS):
                raise _damaged()
            if any(i.file_size != i.compress_size for i in archive.infolist()):
                raise _damaged()
            about = json.loads(archive.read("backup.json")[: 1 << 16])
            if int(about["format"]) > FORMAT:
                raise NewerJournal(
                    "This backup was made by a newer version of Tend.",
                    safe="Nothing was changed.",
                    next_step="Install the newer version to restore it.",
                )
            datetime.fromisoformat(about["made_at"])
            Reason(about["reason"])
            int(about["weeks"]), int(about["items"]), int(about["sequence"]), str(about["sha256"])
            found: dict[str, Any] = about
            return found
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, TypeError, EOFError):
        raise _damaged() from None


def _damaged() -> DamagedJournal:
    return DamagedJournal(
        "This file is not a whole backup of Tend.",
        safe="Nothing was changed.",
        next_step="Choose another backup.",
    )


def _pack(part: Path, about: dict[str, Any], db: Path, key_file: Path) -> None:
    with _private(part) as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(_MEMBERS[0], _EPOCH), json.dumps(about, indent=1))
            for name, path in ((_MEMBERS[1], db), (_MEMBERS[2], key_file)):
                member = zipfile.ZipInfo(name, _EPOCH)
                member.file_size = path.stat().st_size
                with path.open("rb") as source, archive.open(member, "w") as inside:
                    shutil.copyfileobj(source, inside, _BLOCK)
        out.flush()
        os.fsync(out.fileno())


def _unpack(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    with archive.open(name) as source, _private(target) as out:
        shutil.copyfileobj(source, out, _BLOCK)
        out.flush()
        os.fsync(out.fileno())


def _private(path: Path) -> Any:
    binary = getattr(os, "O_BINARY", 0)  # Windows alone knows text files
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | binary, 0o600)
    return os.fdopen(descriptor, "w+b")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _rows(db: Database) -> dict[str, int]:
    with environment_errors():
        names = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'words_%' ORDER BY name"
        )
        return {name: db.execute(f'SELECT count(*) FROM "{name}"')[0][0] for (name,) in names}  # noqa: S608


def _between(before: dict[str, int], copy: dict[str, int], after: dict[str, int]) -> bool:
    """True when every table of the copy holds what the journal held while it was copied."""
    return before.keys() == copy.keys() == after.keys() and all(
        min(before[name], after[name]) <= rows <= max(before[name], after[name])
        for name, rows in copy.items()
    )
