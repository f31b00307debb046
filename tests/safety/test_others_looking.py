"""Cases 87, 88, 91 to 96, 102 and 103: what others see who look at screen, disk and process.

One person's evening is run once, under a trace: commands, mistakes, and the window walked through
page by page; every test then looks at what it left. The words of reminders (88) are heard in
tests/safety/test_reminders.py; here nothing else may notify.
"""

import ast
import json
import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal_app.app import DESKTOP_ID
from journal_app.cli.parser import make_parser
from tests.safety.traced import ROOT, Desk, Run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at a Linux system")

SOURCES = sorted((ROOT / "journal_app").rglob("*.py"))
SCRIPT = Path(__file__).with_name("looked_at.py")
NAME = "Quillon Featherby"
WORDS = "the zanzibarian heron hummed"
PASSPHRASE = "plover marmalade cassowary"
WRONG = "plover marmelade ostrich"
SECRET = ("quillon", "featherby", "zanzibarian", "marmalade", "marmelade", "cassowary", "ostrich")
BROKEN = f"""
import sys
import journal_app.services.entries as entries
def breaks(*_):
    raise RuntimeError({WORDS!r} + {NAME!r} + {PASSPHRASE!r})
entries.EntryService.write = breaks
from journal_app.__main__ import main
sys.exit(main())
"""


@dataclass
class Evening:
    """What was run, and on which desk."""

    desk: Desk
    commands: dict[str, Run]
    mistakes: dict[str, Run]
    window: Run

    @property
    def told(self) -> dict:
        return json.loads(self.window.out.strip().splitlines()[-1])

    @property
    def runs(self) -> dict[str, Run]:
        return self.commands | self.mistakes | {"the window": self.window}


def mistakes_of(desk: Desk) -> dict[str, Run]:
    """Whatever can go wrong on a command line, each with something secret in it."""
    lines = [
        f'{{"body": "{WORDS}", "person": "{NAME} of elsewhere"}}',
        f'{{"body": "{WORDS}", "date": "{WORDS}"}}',
        f'{{"body": "{WORDS}", "{WORDS}": 1}}',
        f'{{"body": "{WORDS} \\ud83d"}}',
        f'["{WORDS}"]',
        f'{{"body": "{WORDS}"',
    ]
    found = {
        "bad lines": desk.cli("add", stdin="\n".join(lines)),
        "unknown command": desk.cli(WORDS),
        "unknown kind": desk.cli("add", WORDS, "--kind", NAME),
        "too much": desk.cli("list", WORDS, f"--{NAME}"),
        "not a number": desk.cli("show", WORDS),
        "passphrase as an argument": desk.cli("list", "--passphrase", PASSPHRASE),
        "a bug": desk.tend(
            *("add", WORDS, "--data-dir", str(desk.journal)),
            *("--passphrase-file", str(desk.passphrase_file)),
            program=("-c", BROKEN),
        ),
    }
    desk.passphrase_file.write_text(WRONG)
    found["wrong passphrase"] = desk.cli("list")
    desk.passphrase_file.write_text(PASSPHRASE)
    damaged = Desk(_made(desk.folder / "other desk"))
    shutil.copytree(desk.journal, damaged.journal)
    damaged.passphrase_file.write_text(PASSPHRASE)
    content = bytearray((damaged.journal / "journal.db").read_bytes())
    content[5000:5100] = bytes(100)
    (damaged.journal / "journal.db").write_bytes(content)
    found["damaged file"] = damaged.cli("check")
    return found


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def evening(tmp_path_factory) -> Evening:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.passphrase_file.write_text(PASSPHRASE)
    commands = {
        "init": desk.cli("init"),
        "person-add": desk.cli("person-add", "--name", NAME),
        "add": desk.cli("add", WORDS, "--person", NAME),
        "search": desk.cli("search", "zanzibarian"),
        "export": desk.cli("export", "--format", "md", "--out", str(desk.shelf / "out.md")),
        "backup": desk.cli("backup"),
    }
    assert {name: run.code for name, run in commands.items()} == dict.fromkeys(commands, 0)
    assert WORDS in commands["search"].out
    mistakes = mistakes_of(desk)
    (desk.home / f"Feedback on {NAME}").mkdir()
    place = desk.home / f"Feedback on {NAME}" / f"{NAME}.md"
    window = desk.tend(
        *(str(desk.journal), PASSPHRASE, WORDS, NAME, str(place)), program=(str(SCRIPT),)
    )
    assert window.code == 0, window.err
    place.parent.rmdir()
    return Evening(desk, commands, mistakes, window)


@pytest.fixture
def traced(evening):
    if not evening.window.calls:
        pytest.skip("strace is not here")
    return evening


def secrets_in(content: bytes | str) -> list[str]:
    """The secret words that stand in it, in either encoding of text."""
    raw = content.encode() if isinstance(content, str) else content
    lowered = raw.lower()
    return [
        word for word in SECRET if word.encode() in lowered or word.encode("utf-16-le") in lowered
    ]


# --- on the screen ---


def test_case_87_what_is_seen_outside_the_window_is_the_programs_name_alone(evening):
    told = evening.told
    moments = ("locked", "broken", "locked again")
    seen = [*(told[moment] for moment in moments), *told["pages"].values()]

    assert {"week", "guide", "journal", "person", "entry", "share", "search"} <= set(told["pages"])
    for texts in seen:
        # The name of the program's own desktop file tells no more than that it runs.
        # The list of tags that drops down is a window too, under the name of its field.
        tags = "tags, with commas between them"
        neutral = {"mainwindowclasswindow", DESKTOP_ID.casefold(), tags}
        assert {text.casefold() for text in texts} - neutral == {"tend"}
    assert told["title"] == "Tend"
    assert secrets_in(told["dialog"]) == []
    assert "Save the pack" in told["dialog"]


def names_used(path: Path) -> set[str]:
    """Every name and every text a module holds."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Constant(value=str(name)):
                found.add(name)
            case ast.Import(names=names):
                found |= {part.name.split(".")[0] for part in names}
            case ast.ImportFrom(module=module, names=names):
                found |= {(module or "").split(".")[0], *(part.name for part in names)}
    return found


NOTIFYING = {
    *("QSystemTrayIcon", "showMessage", "jeepney", "notify2", "plyer", "desktop_notifier"),
    *("org.freedesktop.Notifications", "notify-send", "Notify", "winotify", "pync"),
}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_case_88_nothing_but_the_tray_and_the_reminder_without_one_can_notify(path):
    allowed = _own_notify(path) | _tray(path) | _without_tray(path)
    assert names_used(path) & NOTIFYING - allowed == set()


def _tray(path: Path) -> set[str]:
    known = {"tray.py", "presence.py", "rhythm_section.py"}
    return {"QSystemTrayIcon", "showMessage"} if path.name in known else set()


def _without_tray(path: Path) -> set[str]:
    # Where no tray is, the reminder's two neutral lines go to the desktop itself.
    own = path.name == "desktop_notice.py"
    return {"Notify", "jeepney", "org.freedesktop.Notifications"} if own else set()


def test_case_88_the_notice_without_a_tray_is_made_in_one_place():
    makers = {path.name for path in SOURCES if "DesktopNotice" in names_used(path)}

    assert makers == {"app.py"}


def _own_notify(path: Path) -> set[str]:
    # The services' own type of a listener, which tells pages and nobody else.
    return {"Notify"} if {"services", "protection.py"} & set(path.parts) else set()


def test_case_88_a_notification_is_seen_wherever_it_hides(tmp_path):
    module = tmp_path / "module.py"
    module.write_text("def f():\n    import jeepney.io\n    g('org.freedesktop.Notifications')\n")

    assert names_used(module) & NOTIFYING == {"jeepney", "org.freedesktop.Notifications"}


# --- on the disk ---


def test_case_91_the_file_dialog_leaves_no_place_in_any_list_of_recent_ones(evening):
    left = [path for path in evening.desk.home.rglob("*") if path.is_file()]

    for path in left:
        assert path.name not in {"QtProject.conf", "recently-used.xbel"}
        assert secrets_in(path.read_bytes()) == []
        assert str(evening.desk.home).encode() not in path.read_bytes()


def test_case_91_nothing_is_noted_not_even_for_a_moment(traced):
    noted = [path for path in traced.window.written if path.suffix in {".conf", ".xbel"}]

    assert noted == []


def test_case_92_nothing_readable_lies_on_the_disk_and_no_name_of_a_file_tells(evening):
    desk = evening.desk
    assert (desk.journal / "backups").is_dir()
    for path in desk.folder.rglob("*"):
        assert secrets_in(path.name) == []
        if path.is_file() and desk.shelf not in path.parents and path.name != "passphrase":
            assert secrets_in(path.read_bytes()) == [], path


def test_case_92_without_a_passphrase_there_is_nothing_to_index_either(tmp_path):
    desk = Desk(tmp_path)
    given = ["--data-dir", str(desk.journal)]
    assert desk.tend("init", *given).code == 0
    assert desk.tend("person-add", "--name", NAME, *given).code == 0
    assert desk.tend("add", WORDS, *given).code == 0

    files = [path for path in desk.folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"journal.db", "journal.key"}
    assert [path for path in files if secrets_in(path.name) or secrets_in(path.read_bytes())] == []


def test_case_93_no_mistake_repeats_a_secret_word(evening):
    for name, run in evening.mistakes.items():
        assert run.code != 0, name
        assert secrets_in(run.out) == [], name
        assert secrets_in(run.err) == [], name
        assert "Traceback" not in run.err, name
        assert str(evening.desk.home) not in run.out + run.err, name


def test_case_93_an_error_in_the_window_is_told_and_logged_without_a_word(evening):
    told, desk = evening.told, evening.desk

    assert secrets_in(told["wrong"]) == []
    assert secrets_in(evening.window.err) == []
    assert "Traceback" not in evening.window.err
    logged = evening.window.err + "".join(
        path.read_text() for path in desk.journal.glob("tend.log*")
    )
    assert "RuntimeError at looked_at.py:" in logged
    assert str(desk.folder) not in logged
    assert str(ROOT) not in logged


TELLING = {
    *("faulthandler", "cgitb", "loguru", "set_trace_callback", "tracer", "print_exc"),
    *("format_exc", "print_exception", "capture_locals", "cipher_log", "cipher_profile", "pdb"),
    *("traceback_on_exception", "logging.exception", "captureWarnings", "breakpoint"),
}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_case_93_no_module_can_print_values_or_statements(path):
    assert names_used(path) & TELLING == set()
    # "rich" is also a word, as of rich text; the library of that name prints values.
    assert not re.search(r"^\s*(import|from) rich\b", path.read_text("utf-8"), re.MULTILINE)


def test_case_94_every_file_ever_written_is_the_journals_or_was_asked_for(traced):
    desk = traced.desk
    # The bell of the one window: two files of this session that hold not a byte.
    bell = desk.folder / "run" / "tend"
    files = (Path("/dev/null"), Path("/dev/tty"), Path("/proc/self"))
    allowed = (desk.journal, desk.shelf, bell, *files)
    for name, run in (traced.commands | {"the window": traced.window}).items():
        assert any(desk.journal in path.parents for path in run.written), name
        stray = [
            path
            for path in run.written
            if not any(place in (path, *path.parents) for place in allowed)
            and path not in desk.journal.parents
        ]
        assert stray == [], name
        assert not any("memfd_create(" in call for call in run.calls), name
    assert list(desk.temp.iterdir()) == []
    assert not any(path.stat().st_size for path in bell.iterdir())
    assert desk.shelf / "out.md" in traced.commands["export"].written


# --- in the process ---


def test_case_95_no_core_is_dumped_from_before_the_passphrase_is_read(traced):
    for name, run in (traced.commands | {"the window": traced.window}).items():
        given = run.place_of(f'"{traced.desk.passphrase_file}", O_RDONLY')
        asked = min(given, run.place_of('journal.key", O_RDONLY'))
        assert asked < len(run.calls), name
        assert run.place_of("RLIMIT_CORE, {rlim_cur=0, rlim_max=0}") < asked, name
        assert run.place_of("PR_SET_DUMPABLE, SUID_DUMP_DISABLE") < asked, name


def test_case_95_the_open_window_is_not_dumpable(evening):
    assert evening.told["core"] == [0, 0]
    assert evening.told["dumpable"] == 0


def test_case_96_no_child_is_started_that_could_inherit_anything(traced):
    for name, run in traced.runs.items():
        started = [call for call in run.calls if "execve" in call]
        assert len(started) == 1, (name, started)


def test_case_96_a_passphrase_cannot_be_an_argument(evening):
    refused = evening.mistakes["passphrase as an argument"]
    assert json.loads(refused.out)["error"] == "usage"
    [commands] = [
        action.choices for action in make_parser()._actions if isinstance(action.choices, dict)
    ]
    options = {
        option
        for parser in (make_parser(), *commands.values())
        for action in parser._actions
        for option in action.option_strings
    }
    secret = ("pass", "phrase", "key", "secret")
    assert {o for o in options if any(word in o for word in secret)} == {"--passphrase-file"}


def test_case_102_no_socket_of_a_network_is_ever_made(traced):
    for name, run in traced.runs.items():
        sockets = [call for call in run.calls if "socket(" in call and "socket(AF_UNIX" not in call]
        assert sockets == [], name


def test_case_103_under_umask_000_folders_are_0700_and_files_0600(evening):
    desk = evening.desk
    found = {path.name for path in desk.journal.rglob("*")}
    assert {"journal.db", "journal.key", "backups"} <= found
    assert any(name.endswith(".tendbackup") for name in found)
    made = (desk.journal.parent, desk.journal)
    for path in (*made, *desk.journal.rglob("*"), *desk.shelf.rglob("*")):
        expected = 0o700 if path.is_dir() else 0o600
        assert oct(path.stat().st_mode & 0o777) == oct(expected), path


def test_case_103_the_files_of_an_open_journal_are_its_owners_too(protection):
    protection.lock()
    before = os.umask(0)
    try:
        protection.unlock("four quiet words here")
        protection.journal.team.welcome(NAME)
        modes = {p.name: oct(p.stat().st_mode & 0o777) for p in protection.folder.iterdir()}
    finally:
        os.umask(before)

    assert "journal.db-wal" in modes
    folders = {path.name for path in protection.folder.iterdir() if path.is_dir()}
    for name, mode in modes.items():
        assert mode == ("0o700" if name in folders else "0o600"), name
