"""Passphrases: from the terminal, a file, standard input or the environment; never an argument."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from journal_app.domain.errors import UsageError, WrongPassphrase

_LONGEST = 1 << 16


def given(file: str | None, variable: str, standard_input: BinaryIO) -> str | None:
    """The passphrase a script gave: the file's first line, else the environment's, else None."""
    if file == "-":
        return _first_line(standard_input.readline(_LONGEST))
    if file is not None:
        try:
            with Path(file).open("rb") as stream:
                return _first_line(stream.readline(_LONGEST))
        except (OSError, ValueError):
            raise UsageError("The passphrase file could not be read.") from None
    value = os.environ.get(variable)
    return None if value is None else _as_text(value)


def ask(question: str) -> str:
    """Ask on the terminal, without showing what is typed."""
    if not _has_terminal():
        raise WrongPassphrase(
            "This journal opens with its passphrase.",
            next_step="Give it with --passphrase-file or in TEND_PASSPHRASE.",
        )
    from getpass import getpass

    try:
        return _as_text(getpass(question))
    except EOFError:
        raise WrongPassphrase("No passphrase was given.") from None


def ask_new(question: str) -> str:
    """Ask for a new passphrase twice, so that a slip of the finger locks nobody out."""
    chosen = ask(question)
    if chosen and ask("The same once more: ") != chosen:
        raise WrongPassphrase("The two were not the same.", safe="Nothing was changed.")
    return chosen


def can_ask() -> bool:
    """True when a person can be asked."""
    return _has_terminal()


def _first_line(line: bytes) -> str:
    try:
        return line.removesuffix(b"\n").removesuffix(b"\r").decode()
    except UnicodeDecodeError:
        raise UsageError("The passphrase is not readable as UTF-8 text.") from None


def _as_text(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise UsageError("The passphrase is not readable as UTF-8 text.") from None
    return value


def _has_terminal() -> bool:
    if os.name == "nt":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True
