"""Case 82 in the editor: undo, find fields, offers and spelling are empty after a lock."""

import gc
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from shiboken6 import isValid

from journal_app.ui.editor.paragraph import Paragraph
from journal_app.ui.editor.spelling import Speller
from journal_app.ui.search.rows import Row
from tests.builders import FRIDAY, an_entry
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


def leave_words_everywhere(window, qtbot):
    """Words begun in each place that holds some besides the page: none of them is kept yet."""
    workspace = window.workspace
    workspace.capture()
    QTest.keyClicks(workspace.pages["catch"].line, f"{CANARY} half a seed")
    workspace.pages["catch"].close_over()
    workspace.open_entry(1)
    entry = workspace.pages["entry"]
    QTest.keyClicks(entry.details.tags, f", {CANARY}tag")
    entry.details.templates.fill()
    entry.desk.find_bar.open_bar(replacing=True)
    QTest.keyClicks(entry.desk.find_bar.field, CANARY)
    QTest.keyClicks(entry.desk.find_bar.by, f"{CANARY} instead")
    journal = workspace.open("journal")
    journal.open_ref("1")
    journal.reader.reading.versions_requested.emit()
    assert CANARY in journal.reader.reading.text.toPlainText()
    put_away = window._protection.journal.entries.write(an_entry(f"{CANARY} put away"))
    window._protection.journal.entry_care.put_away(put_away.id, on=FRIDAY)
    journal.side.trash_button.click()
    assert journal.reader.reading.cards
    workspace.open_search()
    palette = workspace.pages["search"]
    QTest.keyClicks(palette.box, CANARY)
    qtbot.waitUntil(lambda: any(row.words for row in palette.list.rows.rows))
    palette.list.choose()
    workspace.open_search()
    QTest.keyClicks(palette.box, CANARY)
    qtbot.waitUntil(lambda: any(row.words for row in palette.list.rows.rows))


def held_by_lists(word):
    """What rows, lines, completers and menus still say."""
    gc.collect()
    found = set()
    for one in gc.get_objects():
        if isinstance(one, QAbstractItemModel) and isValid(one):
            cells = (one.index(row, 0) for row in range(one.rowCount()))
            if any(word in str(one.data(cell)) for cell in cells):
                found.add(type(one).__name__)
        elif isinstance(one, QAction) and isValid(one) and word in one.text():
            found.add("QAction")
        elif isinstance(one, Row) and word in one.spoken:
            found.add("Row")
    return found


def test_case_82_a_lock_leaves_nothing_of_seeds_tags_searches_trash_and_versions(window, qtbot):
    window._protection.journal.entries.change(
        replace(window._protection.journal.entries.entry(1), body=f"Another {CANARY}")
    )
    leave_words_everywhere(window, qtbot)
    assert {"RowModel", "Row", "QStringListModel"} <= held_by_lists(CANARY)
    assert "TextPage" in held_by_the_editor(CANARY)

    window.lock()

    assert held_by_lists(CANARY) == set()
    assert held_by_the_editor(CANARY) == set()
    assert test_lock.nouns_with(CANARY) == []
    for widget in QApplication.allWidgets():
        said = [str(getattr(widget, part, str)()) for part in ("text", "toPlainText")]
        said += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        assert not any(CANARY in one for one in said), type(widget).__name__
