"""The ways in which words leave a journal, each in one call."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from journal_app.domain.share import NameStyle, Part
from journal_app.services.exporting import Selection
from journal_app.services.journal import Journal
from journal_app.services.sharing import Pack
from tests.builders import NEXT_FRIDAY
from tests.safety.conftest import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
FORMS = ["md", "html", "json"]


def pack_of(journal: Journal, names: NameStyle = NameStyle.ALIAS, **chosen: Any) -> Pack:
    """A pack of everything that can be put into one, every doubt too, but for what is chosen."""
    request = replace(journal.sharing.request(NEXT_FRIDAY), parts=frozenset(Part), names=names)
    doubts = frozenset(int(item.ref.partition(":")[2]) for item in journal.sharing.doubts(request))
    return journal.sharing.compose(replace(request, **({"doubt_ids": doubts} | chosen)))


def export(
    journal: Journal, folder: Path, form: str, names: NameStyle = NameStyle.ALIAS, **chosen: Any
) -> str:
    """The text of an export, private words too, but for what is chosen."""
    file = folder / f"export.{form}"
    chosen.setdefault("include_private", True)
    journal.exporting.export(file, form=form, names=names, selection=Selection(**chosen))
    return file.read_text(encoding="utf-8")


def run_cli(
    folder: Path, *arguments: str, umask: int = 0o022, stdin: str = "", **variables: str
) -> "subprocess.CompletedProcess[str]":
    """One command of the real program, on a journal of its own."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TEND_")}
    return subprocess.run(
        [sys.executable, "-m", "journal_app", *arguments, "--data-dir", str(folder)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        umask=umask,
        env=environment | {"TEND_PASSPHRASE": PASSPHRASE} | variables,
    )
