"""The words of the command line and their help."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Never

from journal_app import __version__
from journal_app.domain.errors import UsageError
from journal_app.paths import portable_dir

EXPORT_FORMS = ("md", "html", "json", "csv", "zip", "folder", "docx", "pdf")
IMPORT_FORMS = ("day-one", "jrnl", "rednotebook", "joplin", "markdown", "mini-diary", "tend")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A week further out the calendar of the computer ends, and a week would have no end.
_FIRST_DAY, _LAST_DAY = date(1, 1, 8), date(9999, 12, 24)
_TAKEN_OVER = re.compile(r": '.*' \(choose", re.DOTALL)

_WITH_VALUE = frozenset({"--data-dir", "--passphrase-file"})
_SEARCH_OPTIONS = _WITH_VALUE | {"--json", "--include-private", "--help", "-h", "--"}

_DESCRIPTION = """\
Tend is a private journal for people new to leading. Without a command it opens its window.
Everything stays in one folder on this computer; this program has no network code.
"""
_EXAMPLES = """\
examples:
  tend                                   open the window
  tend --demo                            look around in a journal of a sample year
  tend init                              begin a new journal
  tend person-add --name "Mei Tanaka" --aliases "Mei|M."
  tend add "Mei led her first retro." --person Mei --kind moment
  tend list --from 2026-11-01 --person Mei
  tend export --format md --out november.md --from 2026-11-01 --pseudonymise

The passphrase is asked for on the terminal. A script gives it with --passphrase-file or in
TEND_PASSPHRASE, never as an argument. `tend COMMAND --help` tells more about one command.
"""
_ADD = """\
Writes one entry, or one for each JSON line of standard input, with the fields date, kind, title,
body, person, tags and private. An entry is safe on the disk before its {"saved": id} is printed.

examples:
  tend add "Asked before I answered." --person Mei
  tend add "Jonas stayed to help" --kind seed
  printf '%s\\n' '{"date": "2026-11-20", "body": "She led the call.", "person": "Mei"}' | tend add
"""
_EDIT = """\
Reads one JSON object from standard input; the fields it names replace those of the entry, the
others stay. What the entry said before stays in its history.

example:
  echo '{"title": "First retro"}' | tend edit 12
"""
_EXPORT = """\
Writes what the journal holds to one file, readable by its owner alone. Doubts, worries and private
entries stay out of it unless --include-private asks for them.

examples:
  tend export --format html --out journal.html
  tend export --format md --out for-my-coach.md --from 2026-10-01 --pseudonymise
  tend export --format zip --out everything.zip --include-private

With --format json, zip or folder and --include-private nothing is left out: `tend import` puts it
back, every person, week and entry in its place. A zip or folder holds a Markdown file an entry.
"""
_IMPORT = """\
Reads another journal, of Day One, jrnl, RedNotebook, Joplin, Mini Diary, Obsidian, Logseq or any
folder of Markdown, or an archive of Tend's own. On a terminal it first says what would come and
asks; with --dry-run it only reports.
Everything new goes in as a whole or not at all; what came before is known again and left alone.

A journal that jrnl encrypted needs its passphrase: it is asked for on the terminal, or read from
TEND_IMPORT_PASSPHRASE.

examples:
  tend import ~/Export.zip --dry-run
  tend import ~/journal.txt --format jrnl --map "@mei=Mei Tanaka"
"""
_BACKUP = """\
Makes a backup beside the journal, or at --out. It holds the encrypted journal and its wrapped keys,
is proved readable before it is called made, and opens with the passphrase or the recovery key.
"""
_RESTORE = """\
Puts a backup in the place of the journal. The journal there is now is kept as a backup first, and
its passphrase stays the one that opens it. A backup from before a rekey asks for its own, which a
script gives in TEND_BACKUP_PASSPHRASE.
"""
_SALVAGE = """\
Reads a damaged journal row by row into a new one, which takes its place. The damaged files stay
beside the backups. A whole backup, if there is one, holds more: see `tend backups`.
"""
_ANONYMISE = """\
Keeps what you learnt and takes away who it was, as far as a program can: the name becomes "a former
colleague" in every text, the card and the worries go, days become months. It cannot be undone.
"""
_ERASE = """\
Erases everything about one person: it cannot be undone. Sentences elsewhere that name them are
listed; on a terminal you are asked about each, a script says --mentions (mask, unless it is said).
One fresh backup takes the place of all earlier ones. Exports you made are out of reach.
"""


class Parser(argparse.ArgumentParser):
    """A parser that raises what a person can read instead of ending the program."""

    def error(self, message: str) -> Never:
        """Raise ``UsageError``, with nothing in it that the person had typed."""
        command = self.prog if " " in self.prog else "tend"
        if message.startswith("unrecognized arguments"):
            message = "there are words here that this command does not know"
        shown = _TAKEN_OVER.sub(" (choose", message)
        raise UsageError(f"{command}: {shown}.", next_step=f"`{command} --help` shows how it goes.")


def make_parser(arguments: Sequence[str] | None = None) -> Parser:
    """The whole command line, or as much of it as these arguments ask about."""
    asked = None if arguments is None else _command_in(arguments)
    parser, names = _made(asked)
    # What is no command is told of all there are.
    return parser if not asked or asked in names else _made(None)[0]


def _command_in(arguments: Sequence[str]) -> str | None:
    """The command these arguments name, "" for none; None where they ask for help before one."""
    words = iter(arguments)
    for word in words:
        if word in {"-h", "--help"}:
            return None
        if word in _WITH_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return ""


def _made(asked: str | None) -> tuple[Parser, set[str]]:
    common = _common()
    parser = Parser(
        prog="tend",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        parents=[common],
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"tend {__version__}")
    parser.add_argument(
        "--demo", action="store_true", help="open a throwaway journal of a sample year"
    )
    parser.add_argument("--in-tray", action="store_true", help="wait in the tray, at login")
    commands = _Commands(parser, common, asked)
    _journal_commands(commands)
    _entry_commands(commands)
    _people_commands(commands)
    return parser, commands.names


class _Commands:
    """Adds commands that all understand the common options."""

    def __init__(self, parser: Parser, common: Parser, asked: str | None) -> None:
        self._group = parser.add_subparsers(
            dest="command", metavar="COMMAND", title="commands", parser_class=Parser
        )
        self._common, self._asked = common, asked
        self._unasked = Parser(add_help=False, conflict_handler="resolve")
        self.names: set[str] = set()

    def add(self, name: str, summary: str, description: str = "") -> argparse.ArgumentParser:
        """One command by name; a parser for each takes longer than many a command."""
        self.names.add(name)
        if self._asked not in {None, name}:
            return self._unasked
        return self._group.add_parser(
            name,
            help=summary,
            description=description or summary[0].upper() + summary[1:] + ".",
            parents=[self._common],
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )


def _common() -> Parser:
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="the folder the journal is kept in"
    )
    common.add_argument(
        "--portable",
        dest="data_dir",
        action="store_const",
        const=portable_dir(),
        help="keep the journal beside the program, as on a stick",
    )
    common.add_argument(
        "--passphrase-file",
        metavar="F",
        help="read the passphrase from the first line of this file, - for standard input",
    )
    common.add_argument("--json", action="store_true", help="print one JSON object a line")
    return common


def _journal_commands(commands: _Commands) -> None:
    commands.add("init", "begin a new journal, protected when a passphrase is given")
    commands.add("check", "look whether the journal, its search and its links are whole")
    commands.add("rekey", "give the journal a new key and a new passphrase")
    commands.add("hold", "hold the journal open until standard input ends")
    backup = commands.add("backup", "make a backup and prove it readable", _BACKUP)
    backup.add_argument("--out", type=Path, metavar="P", help="a new file, or a folder")
    commands.add("backups", "list the backups beside the journal, newest first")
    restore = commands.add("restore", "put a backup in the place of the journal", _RESTORE)
    restore.add_argument("path", type=Path, metavar="PATH")
    commands.add("salvage", "save what can still be read of a damaged journal", _SALVAGE)
    week = commands.add("week", "tell which reflection week a day belongs to")
    week.add_argument("--date", type=_day, metavar="D", help="the day, today if not given")
    export = commands.add("export", "write the journal to a file", _EXPORT)
    export.add_argument("--format", required=True, choices=EXPORT_FORMS)
    export.add_argument("--out", required=True, type=Path, metavar="P", help="the file to write")
    _add_period(export)
    _import_commands(commands)
    names = export.add_mutually_exclusive_group()
    names.add_argument(
        "--names", choices=["real", "alias", "initials"], default="real", help="how people appear"
    )
    names.add_argument("--pseudonymise", action="store_true", help="the same as --names alias")
    export.add_argument(
        "--include-private",
        action="store_true",
        help="doubts, worries, private entries and your own joy too",
    )


def _import_commands(commands: _Commands) -> None:
    bring = commands.add("import", "take over another journal", _IMPORT)
    bring.add_argument("path", type=Path, metavar="PATH", help="the file or folder to read")
    bring.add_argument(
        "--format",
        default="auto",
        choices=["auto", *IMPORT_FORMS],
        help="whose journal it is, found out if not given",
    )
    bring.add_argument("--dry-run", action="store_true", help="report, and write nothing")
    bring.add_argument(
        "--map",
        action="append",
        metavar="LABEL=NAME",
        help="whom a tag or an @name means; may be given several times",
    )
    bring.add_argument(
        "--day-order", choices=["dmy", "mdy"], help="how to read dates such as 03/04/2024"
    )
    bring.add_argument("--weeks", choices=["iso", "us"], help="how to read names such as 2024-W01")
    undo = commands.add("import-undo", "remove what an import brought")
    undo.add_argument("id", type=int, metavar="ID", help="the number the import was given")


def _entry_commands(commands: _Commands) -> None:
    add = commands.add("add", "write one entry, or many as JSON lines", _ADD)
    add.add_argument("text", nargs="?", help="the entry; without it JSON lines are read")
    add.add_argument("--person", metavar="P", help="whom it is about")
    add.add_argument("--kind", metavar="K", help="note, moment, celebration, doubt, worry or seed")
    add.add_argument("--date", type=_day, metavar="D", help="its day, today if not given")
    add.add_argument("--title", metavar="T")
    add.add_argument("--tag", action="append", metavar="TAG", help="may be given several times")
    edit = commands.add("edit", "change an entry from JSON on standard input", _EDIT)
    edit.add_argument("id", metavar="ID")
    listing = commands.add("list", "print what the journal holds, newest first")
    _add_period(listing)
    listing.add_argument("--tag", metavar="TAG")
    show = commands.add("show", "print one entry")
    show.add_argument("id", metavar="ID")
    search = commands.add("search", "print what holds the words of a query, best first")
    search.add_argument("query", metavar="QUERY", nargs="+")
    search.add_argument(
        "--include-private",
        action="store_true",
        help="find doubts, worries and private entries too",
    )


def _people_commands(commands: _Commands) -> None:
    add = commands.add("person-add", "add someone on the team")
    add.add_argument("--name", required=True, metavar="N")
    add.add_argument("--aliases", default="", metavar='"a|b"', help="other names they go by")
    commands.add("person-list", "print the people on the team")
    anonymise = commands.add("person-anonymise", "take away who someone was", _ANONYMISE)
    anonymise.add_argument("--name", required=True, metavar="N")
    erase = commands.add("person-erase", "erase someone without a trace", _ERASE)
    erase.add_argument("--name", required=True, metavar="N")
    erase.add_argument(
        "--mentions",
        choices=["remove", "mask", "keep"],
        help="what becomes of sentences elsewhere that name them",
    )


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=_day, metavar="D", help="the first day")
    parser.add_argument("--to", dest="last", type=_day, metavar="D", help="the last day")
    parser.add_argument("--person", metavar="P", help="about this person alone")
    parser.add_argument("--kind", metavar="K", help="of this kind alone")


def queries_as_words(arguments: Sequence[str]) -> list[str]:
    """The arguments with a query such as ``-x`` marked as words: any text may be searched for."""
    words = list(arguments)
    if "search" not in words:
        return words
    previous = ""
    for place in range(words.index("search") + 1, len(words)):
        word = words[place]
        known = word.split("=")[0] in _SEARCH_OPTIONS or previous in _WITH_VALUE
        if word.startswith("-") and not known:
            words[place] = f" {word}"
        previous = word
    return words


def as_day(text: str) -> date | None:
    """The day written as 2026-11-20, or None: other spellings of ISO 8601 are not taken."""
    if not _DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _FIRST_DAY <= day <= _LAST_DAY else None


def _day(text: str) -> date:
    day = as_day(text)
    if day is None:
        raise argparse.ArgumentTypeError("a day is written as 2026-11-20")
    return day
