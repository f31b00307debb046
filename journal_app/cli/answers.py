"""Answers: what a command says, in plain words for a terminal or as JSON lines for a program."""

import io
import json
import os
import sys
from collections.abc import Mapping
from typing import TextIO

from journal_app.domain.errors import JournalError

EXIT_CODES = {
    "usage": 2,
    "passphrase": 3,
    "in_use": 4,
    "newer": 5,
    "damaged": 6,
    "missing": 6,
    "cannot_write": 7,
    "refused": 8,
}
UNEXPECTED = 1


class Answers:
    """One stream of answers; in JSON, words for people stand in ``message`` alone."""

    def __init__(self, out: TextIO, notes: TextIO, *, as_json: bool) -> None:
        self._out = out
        self._notes = notes
        self.as_json = as_json

    @classmethod
    def on_standard_output(cls, *, json_asked: bool) -> "Answers":
        """JSON when asked for, and when no person reads along."""
        # A windowed program of Windows has no streams at all.
        out, notes = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
        for stream in (out, notes):
            # A terminal that knows few letters shows the rest as codes, and nothing stops.
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="backslashreplace")
        return cls(out, notes, as_json=json_asked or not out.isatty())

    def say(self, record: Mapping[str, object], words: str = "") -> None:
        """Print one record, or for a person its words; flushed when this returns."""
        if self.as_json:
            # ASCII, so that no reader takes U+2028 in somebody's words for the end of a line.
            self._print(self._out, json.dumps(record))
        elif words:
            self._print(self._out, readable(words))

    def note(self, words: str) -> None:
        """Tell a person something beside the answer; a program hears nothing."""
        if not self.as_json:
            self._print(self._notes, readable(words))

    def error(self, error: JournalError, **place: object) -> int:
        """Say what happened, what is safe and what to do; return the exit code."""
        message = " ".join(part for part in (str(error), error.safe, error.next_step) if part)
        return self.problem(error.kind, message, **place)

    def problem(self, kind: str, message: str, **place: object) -> int:
        """Say one problem and return the exit code of its kind."""
        if self.as_json:
            self.say({"error": kind, "message": message} | place)
        else:
            self.note(message)
        return EXIT_CODES.get(kind, UNEXPECTED)

    def hush(self) -> None:
        """Say nothing any more: whoever listened has gone, and the interpreter flushes at exit."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (self._out, self._notes):
            try:
                os.dup2(nowhere, stream.fileno())
            except (OSError, ValueError):
                continue

    def _print(self, stream: TextIO, line: str) -> None:
        stream.write(line + "\n")
        stream.flush()


def readable(words: str) -> str:
    """Words without the control characters that could command a terminal."""
    return "".join(
        letter if letter in "\n\t" or not _commands(letter) else "\ufffd"
        for letter in words.replace("\r\n", "\n")
    )


def _commands(letter: str) -> bool:
    return letter < " " or "\x7f" <= letter <= "\x9f"
