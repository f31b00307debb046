"""The manual page and the completions name what the parser knows, no more and no less."""

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from journal_app.cli.answers import EXIT_CODES
from journal_app.cli.commands import COMMANDS
from journal_app.cli.parser import EXPORT_FORMS, IMPORT_FORMS, make_parser
from journal_app.exchange import importers
from journal_app.services.exporting import FORMS

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "packaging" / "tend.1"
_NAMES = ("bash", "zsh", "fish")
SHELLS = {name: ROOT / "packaging" / "completions" / f"tend.{name}" for name in _NAMES}

_spec = importlib.util.spec_from_file_location("manual", ROOT / "packaging" / "manual.py")
assert _spec is not None
assert _spec.loader is not None
manual = importlib.util.module_from_spec(_spec)
sys.modules["manual"] = manual
_spec.loader.exec_module(manual)


def known() -> dict[str, set[str]]:
    """The options of each command, from the parser; those of the program alone under ``tend``."""
    parser = make_parser()
    [group] = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    found = {"tend": {n for a in parser._actions for n in a.option_strings}}
    for name, made in group.choices.items():
        found[name] = {n for a in made._actions for n in a.option_strings}
    return found


def test_the_files_are_what_the_parser_gives_today() -> None:
    old = [str(path) for path, text in manual.files().items() if path.read_text("utf-8") != text]

    assert old == [], "run packaging/manual.py"


def test_the_page_has_every_command_and_every_option() -> None:
    text = PAGE.read_text().replace(r"\-", "-")
    told: dict[str, set[str]] = {}
    for part in re.split(r"^\.S[SH] ", text, flags=re.MULTILINE)[1:]:
        head, _, rest = part.partition("\n")
        options = {
            name
            for line in re.findall(r"^\\fB-.*$", rest, re.MULTILINE)
            for name in re.findall(r"\\fB(-[\w-]+)\\fR", line)
        }
        told[head.split(" ")[0]] = options

    names = known()
    common = names["tend"]
    assert told["OPTIONS"] == common
    assert {name for name in told if name.islower()} == set(names) - {"tend"} == set(COMMANDS)
    for name in COMMANDS:
        assert told[name] == names[name] - common


def test_each_shell_names_every_command_and_option_and_no_other() -> None:
    names = known()
    every = {option for options in names.values() for option in options}

    bash = SHELLS["bash"].read_text()
    for name in COMMANDS:
        [line] = re.findall(rf"^        {name}\) COMPREPLY=\(\$\(compgen -W '([^']*)'", bash, re.M)
        assert set(line.split()) == names[name]
    zsh = SHELLS["zsh"].read_text()
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*(?=[\[,)}])", zsh)) == every
    assert set(re.findall(r"^ {16}'([\w-]+):", zsh, re.M)) == set(COMMANDS)
    fish = SHELLS["fish"].read_text()
    assert {f"--{name}" for name in re.findall(r"(?<!set) -l ([\w-]+)", fish)} == every - {"-h"}
    assert set(re.findall(r" -a ([\w-]+) -d ", fish)) == set(COMMANDS)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash on this machine")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["tend", "imp"], ["import", "import-undo"]),
        (["tend", "export", "--form"], ["--format"]),
        (["tend", "export", "--format", "z"], ["zip"]),
        (["tend", "import", "x", "--format", "jr"], ["jrnl"]),
        (["tend", "--js"], ["--json"]),
        (["tend", "person-erase", "--mentions", "m"], ["mask"]),
    ],
)
def test_bash_offers_what_fits(typed: list[str], offered: list[str]) -> None:
    words = " ".join(f"'{word}'" for word in typed)
    script = (
        f"source {SHELLS['bash']}; COMP_WORDS=({words}); COMP_CWORD={len(typed) - 1}; _tend;"
        " printf '%s\\n' \"${COMPREPLY[@]}\""
    )

    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_can_read_its_file(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} on this machine")

    subprocess.run([shell, "-n", str(SHELLS[shell])], check=True)


@pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff on this machine")
def test_the_page_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", str(PAGE)], capture_output=True, text=True, check=True
    )

    assert done.stderr == ""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout).replace("‐", "-")
    assert "tend - a private journal" in plain


def test_the_forms_are_those_the_services_know() -> None:
    assert EXPORT_FORMS == FORMS
    assert IMPORT_FORMS == importers.FORMS


def test_every_exit_code_is_explained() -> None:
    assert set(manual._CODES) == set(EXIT_CODES.values())
