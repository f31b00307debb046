"""The shape of the house: what may import what, how long a file may be, what is not used at all."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "journal_app").rglob("*.py"))
EVERYTHING = sorted(
    path
    for folder in ("journal_app", "tests", "packaging")
    for path in (ROOT / folder).rglob("*.py")
)
MOST_LINES, MOST_METHODS = 400, 20
NETWORK = {
    *("socket", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib"),
    *("xmlrpc", "asyncio", "requests", "httpx", "aiohttp", "webbrowser"),
}


def test_imports_run_one_way():
    """The contracts stand in pyproject.toml."""
    lint = "from importlinter.cli import lint_imports_command as lint; lint()"
    done = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_classes_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    assert [name for name, n in methods(text) if n > MOST_METHODS] == []


def test_a_class_of_too_many_methods_is_seen():
    source = "class Crowd:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(21))

    assert methods(source) == [("Crowd", 21)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_module_can_reach_a_network(path):
    assert network_imports(path.read_text(encoding="utf-8")) == set()


def test_a_network_import_is_seen_wherever_it_hides():
    source = "def f():\n    from urllib.request import urlopen\n    from PySide6 import QtNetwork\n"

    assert network_imports(source) == {"urllib", "QtNetwork"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_is_imported_by_star_and_no_effect_slows_typing(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"^from .* import \*", text, re.MULTILINE)
    assert not re.search(r"QGraphics\w*Effect", text)


def test_no_file_names_a_folder_of_somebodys_machine():
    texts = [p for p in ROOT.rglob("*") if p.suffix in {".py", ".toml", ".md", ".qss", ".lock"}]
    ours = [p for p in texts if ".venv" not in p.parts and "build" not in p.parts]
    pattern = re.compile(r"/(home|root|work|Users)/[a-z]")
    named = [str(p.relative_to(ROOT)) for p in ours if pattern.search(p.read_text("utf-8"))]

    assert [n for n in named if n != "tests/architecture/test_layers.py"] == []


def methods(source: str) -> list[tuple[str, int]]:
    return [
        (node.name, sum(isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) for n in node.body))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
    ]


def network_imports(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(alias.name for alias in node.names)]
        for name in names:
            found |= {name.split(".")[0], name.split(".")[-1]} & (
                NETWORK | {"QtNetwork", "QtWebEngineWidgets"}
            )
    return found
