"""Case 82 in the editor: undo, find fields, offers and spelling are empty after a lock."""

import gc

from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from shiboken6 import isValid

from journal_app.ui.editor.paragraph import Paragraph
from journal_app.ui.editor.spelling import Speller
from tests.safety import test_lock

CANARY, window = test_lock.CANARY, test_lock.window


def held_by_the_editor(word):
    """What the editor still keeps in memory: pages, undo steps, readings, lists of words."""
    gc.collect()
    found = set()
    for one in gc.get_objects():
        if isinstance(one, QTextDocument) and isValid(one) and word in one.toPlainText():
            found.add("TextPage")
        elif isinstance(one, Paragraph) and word in one.text:
            found.add("Paragraph")
        elif isinstance(one, Speller) and word in f"{one._own} {one._known} {one._wrong}":
            found.add("Speller")
    return found


def test_case_82_a_lock_empties_undo_find_fields_offers_and_spelling(window, qtbot):
    workspace = window.workspace
    workspace.open_entry(1)
    page = workspace.pages["entry"]
    qtbot.waitUntil(lambda area=page.area: area.page.style.speller is not None)
    QTest.keyClicks(page.area, f" {CANARY}x @")
    page.area.undo()
    page.area.redo()
    assert any(CANARY in w.item(0).text() for w in window.findChildren(QListWidget) if w.count())
    workspace.open_entry()
    workspace.open_entry(1)
    page.desk.find_bar.open_bar(replacing=True)
    page.desk.find_bar.field.setText(CANARY)
    page.desk.find_bar.by.setText(f"{CANARY} replaced")
    window._protection.journal.spelling.learn(CANARY)
    assert held_by_the_editor(CANARY) == {"TextPage", "Paragraph", "Speller"}
    del page, workspace  # else this test would hold what it looks for

    window.lock()

    assert held_by_the_editor(CANARY) == set()
    assert not [w for w in QApplication.allWidgets() if CANARY in f"{getattr(w, 'text', str)()}"]
