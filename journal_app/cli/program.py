"""The program behind every command: it parses, runs, and turns whatever happens into an answer."""

import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from journal_app.cli.answers import Answers
from journal_app.domain.errors import JournalError

Window = Callable[[Path | None, bool, bool], int]

INTERRUPTED = 130
TERMINATED = 143
NOBODY_LISTENS = 141


class _Terminated(BaseException):
    """The system asked the program to end."""


def main(arguments: Sequence[str], window: Window) -> int:
    """Run one command and return its exit code; ``window`` is called when none is named."""
    answers = Answers.on_standard_output(json_asked="--json" in arguments)
    try:
        return _run(arguments, answers, window)
    except JournalError as error:
        return _last_word(answers, error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except _Terminated:
        return TERMINATED
    except BrokenPipeError:
        answers.hush()
        return NOBODY_LISTENS
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except Exception as error:  # noqa: BLE001  (the last net: a traceback could carry words)
        return _last_word(answers, error)


def _run(arguments: Sequence[str], answers: Answers, window: Window) -> int:
    if not arguments:
        # As most start it: of the words of the command line none is needed.
        return window(None, False, False)
    from journal_app.cli.parser import make_parser, queries_as_words

    words = queries_as_words(arguments)
    options = make_parser(words).parse_args(words)
    if options.command is None:
        return window(getattr(options, "data_dir", None), options.demo, options.in_tray)
    with _ends_on_signals():
        return _command(options, answers)


def _command(options: Namespace, answers: Answers) -> int:
    from journal_app.cli.commands import COMMANDS
    from journal_app.cli.request import Request

    return COMMANDS[options.command](Request(options, answers, sys.stdin.buffer))


@contextmanager
def _ends_on_signals() -> Generator[None]:
    """Let the system's request to end close the journal on the way out."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise _Terminated

    numbers = [signal.SIGTERM]
    if hasattr(signal, "SIGHUP"):
        numbers.append(signal.SIGHUP)
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _last_word(answers: Answers, error: Exception) -> int:
    try:
        if isinstance(error, JournalError):
            return answers.error(error)
        return answers.problem(*_unexpected(error))
    except OSError:
        answers.hush()
        return NOBODY_LISTENS


def _unexpected(error: Exception) -> tuple[str, str]:
    # The kind of the error and the system's reason: its own text could name files or carry words.
    kept = "What was saved before is safe."
    if isinstance(error, OSError):
        reason = f" ({error.strerror})" if error.strerror else ""
        return "cannot_write", f"A file or folder could not be read or written{reason}. {kept}"
    return "unexpected", f"Something unexpected happened ({type(error).__name__}). {kept}"
