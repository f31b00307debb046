"""Database: one encrypted SQLite connection, its pragmas, transactions and errors."""

import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlcipher

import journal_app.store  # noqa: F401  (the pysqlite3 seam, before sqlite-utils is imported)
from journal_app.domain.errors import (
    CannotWrite,
    DamagedJournal,
    JournalError,
    JournalInUse,
    MissingJournal,
    Refused,
)
from journal_app.domain.progress import Cancelled, Progress

if TYPE_CHECKING:
    import sqlite_utils

KEY_BYTES = 48  # 32 of key and 16 of salt, so that a damaged first block still opens

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)


# A network share has no shared memory for WAL: there the journal is kept to this connection alone.
_ALONE = ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", *_PRAGMAS[1:])
_READ = ("query_only=ON", *_PRAGMAS[2:])
_CHECK_EVERY = 20_000  # virtual machine steps of SQLite between two looks at the progress

_NO_SHM = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL")


@contextmanager
def environment_errors() -> Generator[None]:
    """Turn what SQLite says of disk, file and lock into errors a person can read."""
    try:
        yield
    except sqlcipher.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        if name == "SQLITE_INTERRUPT":
            raise Cancelled from None
        readable = _readable(name)
        if readable is None:
            raise
        raise readable from error


def _readable(name: str) -> JournalError | None:
    kept = "Everything saved before is safe."
    if name.startswith("SQLITE_FULL"):
        return CannotWrite(
            "The disk is full.", safe=kept, next_step="Make some room, then save again."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return CannotWrite(
            "The journal's folder cannot be written to.",
            safe=kept,
            next_step="Check that the disk is there and that the folder is yours.",
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedJournal(
            "The journal file is damaged.",
            safe="Nothing was changed.",
            next_step="Restore a backup.",
        )
    if name.startswith("SQLITE_CONSTRAINT"):
        return Refused("This does not fit what is in the journal.", safe=kept)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return JournalInUse("Another program is using the journal.", safe=kept)
    return None


def _connection(name: str, key: bytes, pragmas: Sequence[str], *, uri: bool = False) -> Any:
    """A keyed and proved connection; closed again when anything about it does not hold."""
    connection = sqlcipher.connect(name, timeout=2.0, isolation_level=None, uri=uri)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        first = [pragma for pragma in pragmas if pragma.startswith("locking_mode")]
        for pragma in first:
            # Before the first look: that would already want room for the index of a log.
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in pragmas[len(first) :]:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _identity(path: Path | None) -> tuple[int, int] | None:
    """What tells a file from another put in its place; None for no file."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Database:
    """An open connection; statements outside a transaction are durable when they return."""

    def __init__(self, connection: Any, path: Path | None, *, read_only: bool = False) -> None:
        self._connection = connection
        self._utils: sqlite_utils.Database | None = None
        self.path = path
        self.read_only = read_only
        self._file = _identity(path)

    @classmethod
    def in_memory(cls) -> "Database":
        """A new database that leaves no file."""
        connection = sqlcipher.connect(":memory:", isolation_level=None)
        connection.execute("PRAGMA foreign_keys=ON")
        return cls(connection, None)

    @classmethod
    def create(cls, path: Path, key: bytes, *, alone: bool = False) -> "Database":
        """A new encrypted file; refused where there is one."""
        if path.exists():
            raise DamagedJournal("There is already a file where the new journal would be.")
        database = cls.open(path, key, alone=alone)
        database.execute("PRAGMA user_version=0")
        return database

    @classmethod
    def open(cls, path: Path, key: bytes, *, alone: bool = False) -> "Database":
        """An existing encrypted file; ``alone`` on a network share, where WAL cannot be used."""
        return cls._connect(path, key, _ALONE if alone else _PRAGMAS)

    @classmethod
    def look(cls, path: Path, key: bytes) -> "Database":
        """An existing encrypted file that nobody writes to, without changing a byte of it."""
        uri = f"{path.resolve().as_uri()}?immutable=1"
        with environment_errors():
            return cls(_connection(uri, key, _READ, uri=True), path, read_only=True)

    @classmethod
    def _connect(cls, path: Path, key: bytes, pragmas: Sequence[str] = _PRAGMAS) -> "Database":
        if len(key) != KEY_BYTES:
            raise ValueError(f"a journal key has {KEY_BYTES} bytes")
        with environment_errors():
            try:
                return cls(_connection(str(path), key, pragmas), path)
            except sqlcipher.OperationalError as error:
                if not (getattr(error, "sqlite_errorname", "") or "").startswith(_NO_SHM):
                    raise
            # WAL needs a file beside the journal: on a full disk one can do without it, in a
            # read-only folder one can only read.
            try:
                exclusive = ("locking_mode=EXCLUSIVE", *_PRAGMAS)
                return cls(_connection(str(path), key, exclusive), path)
            except sqlcipher.OperationalError:
                uri = f"{path.resolve().as_uri()}?immutable=1"
                return cls(_connection(uri, key, _PRAGMAS[2:], uri=True), path, read_only=True)

    @property
    def lets_nobody_in(self) -> bool:
        """True when no other connection can be had: on a network share, and on a full disk."""
        return self.execute("PRAGMA locking_mode") == [("exclusive",)]

    def execute(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return all its rows."""
        if not sql.startswith(("SELECT", "PRAGMA")):
            self._refuse_moved()
        rows: list[tuple[Any, ...]] = self._connection.execute(sql, tuple(values)).fetchall()
        return rows

    def interrupt(self) -> None:
        """Stop what this connection is doing; may be called by another thread.

        The statement that is stopped raises ``Cancelled``.
        """
        self._connection.interrupt()

    def table(self, name: str) -> "sqlite_utils.db.Table":
        """A table as sqlite-utils offers it."""
        self._refuse_moved()
        if self._utils is None:
            import sqlite_utils

            self._utils = sqlite_utils.Database(
                self._connection, execute_plugins=False, recursive_triggers=False
            )
        return self._utils.table(name)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All or nothing; a transaction inside another is a savepoint of it."""
        if self._connection.in_transaction:
            name = f"tend_{os.urandom(8).hex()}"
            begin, commit = f"SAVEPOINT {name}", f"RELEASE {name}"
            undo: tuple[str, ...] = (f"ROLLBACK TO {name}", f"RELEASE {name}")
        else:
            begin, commit, undo = "BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",)
        self._connection.execute(begin)
        try:
            yield
            self._connection.execute(commit)
        except BaseException:
            if self._connection.in_transaction:
                for statement in undo:
                    self._connection.execute(statement)
            raise

    @contextmanager
    def watched(self, progress: Progress, growing: Path, *, share: float) -> Generator[None]:
        """Tell ``progress`` how far ``growing`` is on its way to this file's size, up to ``share``.

        When ``progress`` raises ``Cancelled``, the statement that runs is undone.
        """
        whole = max(1, self.path.stat().st_size) if self.path else 1
        cancelled: list[Cancelled] = []

        def look() -> int:
            try:
                written = growing.stat().st_size if growing.exists() else 0
                progress(min(1.0, written / whole) * share)
            except Cancelled as asked:
                cancelled.append(asked)
            return len(cancelled)

        self._connection.set_progress_handler(look, _CHECK_EVERY)
        try:
            yield
        except sqlcipher.OperationalError:
            if cancelled:
                raise cancelled[0] from None
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def compact(self) -> None:
        """Rewrite the file without its free pages and empty the write-ahead log."""
        with environment_errors():
            self.execute("VACUUM")
            self.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _refuse_moved(self) -> None:
        """Refuse to write into a file that is no longer the journal of this folder."""
        if self._file is not None and _identity(self.path) != self._file:
            raise MissingJournal(
                "The journal file was moved or replaced while it was open.",
                safe="Everything saved before is in the file that was moved.",
                next_step="Put it back, then close Tend and open it again.",
            )

    def rekey(self, key: bytes) -> None:
        """Encrypt every page anew under another key; kill-safe as a rollback journal is."""
        with environment_errors():
            ((mode,),) = self.execute("PRAGMA journal_mode")
            self._connection.execute("PRAGMA journal_mode=DELETE")
            self._connection.execute(f"PRAGMA rekey=\"x'{key.hex()}'\"")
            self._connection.execute(f"PRAGMA journal_mode={mode}")

    def close(self) -> None:
        """Close; the write-ahead log is folded into the file."""
        self._utils = None
        self._connection.close()
