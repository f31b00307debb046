"""The words the program may not say (GUIDE F6), looked for in every string a person can read."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BARRED = re.compile(
    r"\b(fail\w*|overdue|behind|streaks?|missed|poor|weak|lazy|scores?|rank\w*|ratings?|points"
    r"|badges?|underperform\w*|subordinates?|obviously)\b"
    r"|you should|you must|you forgot|don't worry|at least|human resource|\bonly \d|!",
    re.IGNORECASE,
)
BARRED_IN_GERMAN = re.compile(
    r"\b(versag\w*|überfällig\w*|rückstand|serien?|versäumt\w*|verpasst\w*|schwach\w*|faul\w*"
    r"|punkt(e|zahl)\w*|rang\w*|bewertung\w*|noten?|abzeichen|untergeben\w*|humankapital"
    r"|minderleist\w*|offensichtlich|wenigstens|immerhin)\b"
    r"|du solltest|du musst|du hast vergessen|keine sorge|nur \d|!",
    re.IGNORECASE,
)
GERMAN_PAGES = sorted((ROOT / "resources").glob("*/de/**/*.toml"))
RESOURCES = sorted((ROOT / "resources").rglob("*.toml"))
SPEAKING = sorted(
    path
    for folder in ("ui", "services", "cli", "domain", "exchange")
    for path in (ROOT / "journal_app" / folder).rglob("*.py")
)


def sentences(path: Path) -> list[tuple[int, str]]:
    """Strings of two words or more that are no docstring: what a person could be told."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                silent.add(id(first.value))
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in silent
        and re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", node.value)
        and not node.value.lstrip().startswith(("SELECT", "<", "default-src"))
    ]


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return []


@pytest.mark.parametrize("path", GERMAN_PAGES, ids=lambda p: p.name)
def test_no_german_resource_shames_or_ranks(path):
    texts = strings(tomllib.loads(path.read_text(encoding="utf-8")))

    assert [text for text in texts if BARRED_IN_GERMAN.search(text)] == []


def test_no_german_sentence_of_the_program_shames_or_ranks():
    words = json.loads((ROOT / "resources" / "i18n" / "de.json").read_text(encoding="utf-8"))

    assert [text for text in strings(words["words"]) if BARRED_IN_GERMAN.search(text)] == []


@pytest.mark.parametrize(
    "bad", ["Du hast versagt.", "Du musst mehr schreiben.", "Platz im Rang", "Gut so!"]
)
def test_a_barred_german_word_is_seen(bad):
    assert BARRED_IN_GERMAN.search(bad)


@pytest.mark.parametrize("path", RESOURCES, ids=lambda p: p.name)
def test_no_resource_shames_or_ranks(path):
    texts = strings(tomllib.loads(path.read_text(encoding="utf-8")))

    assert [(text, BARRED.search(text).group()) for text in texts if BARRED.search(text)] == []


@pytest.mark.parametrize("path", SPEAKING, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_sentence_of_the_program_shames_or_ranks(path):
    found = [
        f"{path.relative_to(ROOT)}:{line}: {BARRED.search(text).group()!r} in {text!r}"
        for line, text in sentences(path)
        if BARRED.search(text)
    ]

    assert found == []


@pytest.mark.parametrize(
    "bad",
    ["You failed at it", "Your 3 week streak", "You should ask", "Well done!", "only 3 left"],
)
def test_a_barred_word_is_seen(bad):
    assert BARRED.search(bad)
