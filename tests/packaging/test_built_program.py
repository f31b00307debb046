"""The built folder, where `make package` made one: it starts where there is no Python."""

import ctypes
import ctypes.util
import json
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pypdf
import pytest
from shipped import ROOT, distributions, modules_of, name_of, project

from journal_app.cli.parser import EXPORT_FORMS
from tests.xvfb import screen_in_memory

FOLDER = ROOT / "build" / "package" / "tend"
PROGRAM = FOLDER / "tend"
LONGEST = 60
NETWORK = {"ssl", "_ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc", "webbrowser"}
# Its own start-up code, and how this Python was configured.
BY_PYINSTALLER = ("_pyi", "pyi", "lib", "_sysconfigdata")


def of_folder(path: Path) -> str:
    """The words of every file in a folder."""
    return "\n".join(one.read_text("utf-8") for one in path.rglob("*.md"))


def of_zip(path: Path) -> str:
    """The words of every file in an archive."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".md")]
        return "\n".join(archive.read(name).decode() for name in names)


# How whoever gets the file reads it.
READ: dict[str, Callable[[Path], str]] = {
    **dict.fromkeys(("md", "html", "csv", "json"), lambda path: path.read_text("utf-8")),
    "folder": of_folder,
    "zip": of_zip,
    "docx": lambda path: "\n".join(part.text for part in docx.Document(str(path)).paragraphs),
    "pdf": lambda path: "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages),
}
# With what the folder holds and nothing else of the wheels.
IN_C = """
import sys
sys.path[:] = [one for one in sys.path if "site-packages" not in one]
sys.path.insert(0, sys.argv[1])
# The part in Python lies in the program's own archive, where only the program reads it.
from pyrage.pyrage import passphrase
sealed = passphrase.encrypt(b"words", "quiet words")
assert sealed.startswith(b"age-encryption.org/v1")
assert passphrase.decrypt(sealed, "quiet words") == b"words"
"""

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.skipif(
        not PROGRAM.is_file(), reason="nothing is built here: `make package` builds it"
    ),
]


@pytest.fixture
def bare(tmp_path) -> dict[str, str]:
    """An environment with a home of its own and nothing on the path."""
    (tmp_path / "nothing").mkdir()
    return {"HOME": str(tmp_path), "PATH": str(tmp_path / "nothing"), "LANG": "C.UTF-8"}


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen in memory."""
    with screen_in_memory() as display:
        yield display


def titles(display: str) -> list[str]:
    """The titles of the windows on a screen."""
    x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    connection = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
    children = ctypes.POINTER(ctypes.c_ulong)()
    top = ctypes.c_ulong(x11.XDefaultRootWindow(connection))
    x11.XQueryTree(
        *(connection, top, ctypes.byref(root), ctypes.byref(parent)),
        *(ctypes.byref(children), ctypes.byref(count)),
    )
    found = []
    for number in range(count.value):
        name = ctypes.c_char_p()
        if x11.XFetchName(connection, ctypes.c_ulong(children[number]), ctypes.byref(name)):
            found.append((name.value or b"").decode())
    x11.XCloseDisplay(connection)
    return found


def run(bare, *arguments, typed=""):
    return subprocess.run(
        [str(PROGRAM), *arguments],
        env=bare,
        input=typed,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def imported_names() -> set[str]:
    """The names of every module in the program's own archive and beside it."""
    sys.path.insert(0, str(ROOT / "build" / "package" / "tools"))
    try:
        from PyInstaller.archive.readers import CArchiveReader
    finally:
        sys.path.pop(0)
    archive = CArchiveReader(str(PROGRAM)).open_embedded_archive("PYZ.pyz")
    names = set(archive.toc)
    with zipfile.ZipFile(FOLDER / "_internal" / "base_library.zip") as base:
        names |= {name.split(".")[0].replace("/", ".") for name in base.namelist()}
    inside = FOLDER / "_internal"
    for path in [*inside.rglob("*.so"), *inside.rglob("*.pyc")]:
        *folders, name = path.relative_to(inside).parts
        folders = folders if folders[:1] != [f"python3.{sys.version_info[1]}"] else []
        if folders[:2] != ["PySide6", "Qt"]:
            names.add(".".join([*folders, name.split(".")[0]]))
    return names


def test_it_opens_its_window_where_no_python_is(bare, screen):
    with subprocess.Popen([str(PROGRAM)], env=bare | {"DISPLAY": screen}) as running:
        last = time.monotonic() + LONGEST
        while not (shown := [one for one in titles(screen) if one.startswith("Tend")]):
            assert running.poll() is None, "it ended before it showed a window"
            assert time.monotonic() < last, "no window"
            time.sleep(0.1)
        running.send_signal(signal.SIGTERM)

    assert shown
    assert running.returncode == 0


def test_it_keeps_finds_and_gives_back_words_in_every_form(bare, tmp_path):
    bare |= {"TEND_PASSPHRASE": "four quiet words here"}
    journal = ["--data-dir", str(tmp_path / "journal")]
    begun = run(bare, "init", *journal)
    entry = {"date": "2026-11-20", "title": "A call", "body": "She led it *herself*."}
    added = run(bare, "add", *journal, typed=json.dumps(entry) + "\n")
    found = run(bare, "search", "herself", *journal)

    assert (begun.returncode, begun.stderr) == (0, "")
    assert (added.returncode, added.stderr) == (0, "")
    assert "A call" in found.stdout
    for form in EXPORT_FORMS:
        target = tmp_path / f"journal.{form}"
        done = run(bare, "export", "--format", form, "--out", str(target), *journal)
        assert (done.returncode, done.stderr) == (0, "")
        assert "She led it" in READ[form](target)
    assert run(bare, "backup", *journal).returncode == 0
    assert run(bare, "check", *journal).returncode == 0


def test_what_it_seals_files_with_works_from_the_folder_alone(bare):
    done = subprocess.run(
        [sys.executable, "-I", "-c", IN_C, str(FOLDER / "_internal")],
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_both_languages_the_guide_and_the_dictionaries_are_in_it():
    inside = FOLDER / "_internal" / "resources"

    for language in ("en", "de"):
        assert list((inside / "help" / language).glob("*.md"))
        assert list((inside / "guidance" / language).rglob("*.*"))
        assert (inside / "i18n" / f"{language}.json").is_file()
    assert {path.stem for path in (inside / "spelling").glob("*.dic")} >= {"en_GB", "en_US"}
    assert list((inside / "fonts").glob("*.ttf"))


def test_it_says_its_version(bare):
    assert run(bare, "--version").stdout == f"tend {project()['version']}\n"


def test_every_part_is_in_it_and_nothing_undeclared():
    names = imported_names()
    first = {name.split(".")[0] for name in names}
    declared = {module for one in distributions() for module in modules_of(one)}
    ours = {name.split(".")[0] for name in declared} | {"journal_app", "base_library"}
    extra = first - ours - set(sys.stdlib_module_names)
    with_folders = {name.rsplit(".", levels)[0] for name in names for levels in (1, 2)}

    assert sorted(declared - names - with_folders) == []
    assert [one for one in sorted(extra) if not one.startswith(BY_PYINSTALLER)] == []


def test_nothing_in_it_speaks_to_a_network():
    names = imported_names()
    libraries = [path.name for path in FOLDER.rglob("*.so*")]

    assert NETWORK & {name.split(".")[0] for name in names} == set()
    assert "urllib.request" not in names
    assert [name for name in libraries if "Network" in name or "tls" in name] == []


def test_it_carries_the_licences_and_the_list_of_parts():
    listing = json.loads((FOLDER / "tend.cdx.json").read_text("utf-8"))

    assert {part["name"] for part in listing["components"]} >= set(map(name_of, distributions()))
    for one in distributions():
        assert list((FOLDER / "licences" / name_of(one)).iterdir())


def test_no_place_of_the_building_computer_is_in_it():
    here = str(ROOT).encode()
    told = [
        path.relative_to(FOLDER)
        for path in FOLDER.rglob("*")
        if path.is_file() and here in path.read_bytes()
    ]

    assert told == []


def test_its_fonts_words_and_looks_are_in_it():
    there = {
        path.relative_to(ROOT)
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert [one for one in sorted(there) if not (FOLDER / "_internal" / one).is_file()] == []


def test_every_library_it_wants_is_named_by_the_deb():
    control = ROOT / "build" / "package" / "deb" / "DEBIAN" / "control"
    if not control.is_file():
        pytest.skip("no .deb was built here: dpkg-dev is missing")
    depends = re.search(r"^Depends: (.*)$", control.read_text("utf-8"), re.MULTILINE)

    assert depends is not None
    for package in ("libc6", "libegl1", "libxcb-cursor0", "libxkbcommon-x11-0", "libfontconfig1"):
        assert re.search(rf"\b{package}\b", depends[1])
