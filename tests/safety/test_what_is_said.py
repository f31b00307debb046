"""What the program says of itself: the same everywhere, and never too much."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from journal_app.guidance.loader import load
from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from tests.builders import FRIDAY
from tests.safety.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
SECURITY = " ".join((ROOT / "SECURITY.md").read_text(encoding="utf-8").split())

THREATS = {
    "one folder": "Your journal is kept in one folder on this computer",
    "no network": "This app has no network code",
    "the files": "With a passphrase the files, and the backups this app makes, cannot be read"
    " without it, also not from Time Machine or a company backup",
    "a managed computer": "their software may be able to see the screen or record typing. No app"
    " can prevent that. If that worries you, keep the journal on a computer of your own",
    "a dispute": "Notes on an employer's computer may count as the employer's, and may be asked for"
    " in a dispute",
    "the rulings": "TBG v. Superior Court 2002 and Sims v. Lakeside 2007 found no expectation of"
    " privacy; Stengart 2010 went the other way for lawyers' mail",
    "write as if read": "Write about people as if they might one day read it",
    "no reset": "Nobody can reset your passphrase, also not us",
    "the sheet": "Print the recovery sheet now",
    "the lock": "Locking hides the journal; it protects the files only when a passphrase is set",
    "deletion": "removed from this journal and its own backups. Copies you exported, or that Time"
    " Machine, OneDrive or your company made earlier, are out of reach of this app",
}
TOO_MUCH = re.compile(
    r"\b(secure(?!_|-delete| delete|ly)|military.grade|only you can read|anonymous(?!ly)|"
    r"deleted forever|safe from your employer|unbreakable|100 ?%)\b",
    re.IGNORECASE,
)


def said_in_the_window():
    words = load("en")
    return [*words.texts("protects.can"), *words.texts("protects.cannot")]


@pytest.mark.parametrize("sentence", THREATS.values(), ids=THREATS)
def test_every_limit_is_named_in_the_window_and_in_the_file(sentence):
    assert sentence in SECURITY
    assert sentence in " ".join(said_in_the_window())


@pytest.mark.parametrize("sentence", said_in_the_window())
def test_the_file_says_what_the_window_says_word_for_word(sentence):
    assert sentence.replace("{path}", "(path)") in SECURITY


def test_the_window_says_all_of_it_and_names_the_folder(qtbot, theme, tmp_path):
    changes = ChangeSignals()
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    protection.create(PASSPHRASE)
    protection.lock()
    window = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
    changes.setParent(window)
    qtbot.addWidget(window)
    window.show()
    window.start()
    window.unlock(PASSPHRASE)
    window.workspace.open("settings").show_part("protects")
    qtbot.wait(10)

    # A path is shown with places to break in that take no room.
    shown = {
        label.text().replace("\u200b", "")
        for label in window.findChildren(QLabel)
        if label.isVisible()
    }
    for sentence in said_in_the_window():
        assert sentence.replace("{path}", str(tmp_path / "tend")) in shown


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "resources" / "guidance").rglob("*.toml")),
    ids=lambda path: path.name,
)
def test_no_word_promises_more_than_can_be_kept(path):
    text = path.read_text(encoding="utf-8")

    assert not TOO_MUCH.findall(text)


def test_cases_that_this_system_cannot_run_are_named_with_the_reason():
    part = SECURITY.split("## What is tried")[1].split("## Reporting")[0]
    for number in (16, 30, 56, 85, 89, 92):
        assert re.search(rf"- {number}[ ,]", part), number
