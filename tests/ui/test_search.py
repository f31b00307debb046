"""The search palette in the real window, over a journal in its own folder, by keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from journal_app.ui.search.offers import day_in
from journal_app.ui.search.row_delegate import RowDelegate
from journal_app.ui.search.seeking import Seeking
from tests.builders import FRIDAY, MONDAY, a_full_draft, an_entry

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "four quiet words"


@pytest.fixture
def window(qtbot, theme, tmp_path):
    changes = ChangeSignals()
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    protection.create(PASSPHRASE)
    journal = protection.journal
    mei = journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    journal.entries.write(an_entry("A quiet day by the window.", title="Calm", tags=("calm",)))
    journal.entries.write(an_entry("今天的会议很安静", on=MONDAY))
    made = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
    changes.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    made.adopt(journal)
    yield made
    made.close()


@pytest.fixture
def palette(window, qtbot):
    def look_for(text):
        """Press Ctrl+K and type."""
        window.activateWindow()
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        made = window.workspace.pages["search"]
        qtbot.waitUntil(lambda: made.isVisible())
        made.box.setText("")
        for char in text:
            QTest.keyClick(made.box, char) if char.isascii() else made.box.insert(char)
        return made

    return look_for


def shown(palette):
    return [row.spoken for row in palette.list.rows.rows]


def words_found(palette):
    return [row.words for row in palette.list.rows.rows if row.words]


def test_words_are_found_as_one_types_and_enter_opens_them(window, palette, qtbot):
    found = palette("windo")
    qtbot.waitUntil(lambda: words_found(found) == ["A quiet day by the window."])
    [row] = [row for row in found.list.rows.rows if row.words]

    assert [row.words[at : at + size] for at, size in row.marks] == ["window"]
    QTest.keyClick(found.box, Qt.Key.Key_Return)
    assert not found.isVisible()
    assert window.workspace.stack.currentWidget() is window.workspace.pages["journal"]


def test_every_letter_typed_gets_its_own_answer_and_a_late_one_is_dropped(palette, qtbot):
    found = palette("quiet")
    found.box.setText("calm")
    found.box.setText("nothing like it")
    qtbot.waitUntil(found.answer.isVisible)

    qtbot.wait(50)
    assert words_found(found) == []


def test_finding_nothing_takes_no_more_room_than_its_words_and_says_what_to_try(palette, qtbot):
    found = palette("zebra crossing")
    qtbot.waitUntil(found.answer.isVisible)
    assert "half a word" in found.advice.text()
    assert "Doubts and worries" in found.advice.text()
    assert not found.list.isVisible()
    qtbot.waitUntil(lambda: found.card.height() < found._theme.px(260))

    QTest.keyClick(found.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(found.box, "quiet")
    qtbot.waitUntil(lambda: len(words_found(found)) > 0)
    assert not found.answer.isVisible()
    qtbot.waitUntil(lambda: found.card.height() > found._theme.px(400))


def test_doubts_are_found_only_while_the_box_says_so(palette, qtbot):
    found = palette("boss")
    qtbot.waitUntil(found.answer.isVisible)
    QTest.keyClick(found.box, Qt.Key.Key_Tab)
    QTest.keyClick(found.private, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(words_found(found)) == 1)

    QTest.keyClick(found.private, Qt.Key.Key_Escape)
    assert not found.isVisible()
    found.open_palette(())
    assert not found.private.isChecked()


def test_writing_without_blanks_is_found_under_a_heading_of_its_own(palette, qtbot):
    found = palette("会议")
    qtbot.waitUntil(lambda: words_found(found) == ["今天的会议很安静"])

    assert "Inside words" in shown(found)


def test_people_pages_and_commands_answer_to_their_names(window, palette, qtbot):
    found = palette("mei")
    assert shown(found)[0] == "Mei Lindqvist. Person"
    QTest.keyClick(found.box, Qt.Key.Key_Return)
    assert window.workspace.stack.currentWidget() is window.workspace.pages["person"]

    found = palette("cele")
    QTest.keyClick(found.box, Qt.Key.Key_Return)
    assert window.workspace.stack.currentWidget() is window.workspace.pages["celebrations"]

    found = palette("write fr")
    QTest.keyClick(found.box, Qt.Key.Key_Return)
    assert window.workspace.stack.currentWidget() is window.workspace.pages["entry"]


def test_a_tag_is_narrowed_to_and_the_palette_stays(palette, qtbot):
    found = palette("#cal")
    assert shown(found)[0] == "#calm. Tag"
    QTest.keyClick(found.box, Qt.Key.Key_Return)

    assert found.box.text() == "tag:calm "
    qtbot.waitUntil(lambda: words_found(found) == ["A quiet day by the window."])


def test_arrows_pass_over_headings_and_go_round(palette, qtbot):
    found = palette("")
    acting = found.list.rows.acting()
    assert 0 not in acting
    QTest.keyClick(found.box, Qt.Key.Key_Up)
    assert found.list.currentIndex().row() == acting[-1]
    QTest.keyClick(found.box, Qt.Key.Key_Down)
    assert found.list.currentIndex().row() == acting[0]
    QTest.keyClick(found.box, Qt.Key.Key_PageDown)
    assert found.list.currentIndex().row() == acting[5]


def test_what_was_looked_for_is_offered_again_until_the_lock_and_on_no_disk(
    window, palette, qtbot, tmp_path
):
    found = palette("windo")
    qtbot.waitUntil(lambda: bool(words_found(found)))
    QTest.keyClick(found.box, Qt.Key.Key_Return)
    assert "windo" in shown(palette(""))

    window.lock()
    assert all(b"windo" not in p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    window.unlock(PASSPHRASE)
    assert "windo" not in shown(palette(""))


def test_the_search_holds_no_word_and_no_connection_once_it_is_put_away(window, palette, qtbot):
    found = palette("windo")
    qtbot.waitUntil(lambda: bool(words_found(found)))
    QTest.keyClick(found.box, Qt.Key.Key_Escape)

    assert found.list.rows.rows == []
    assert found.box.text() == ""
    assert found.findChild(Seeking)._line is None
    window._protection.keys.rekey("other quiet words")  # it needs the file for itself


def test_a_lock_in_the_middle_of_a_search_ends_it(window, palette):
    palette("quiet")
    window.lock()

    assert window.workspace is None
    assert list(window._protection.folder.glob("journal.db-*")) == []


def test_the_cursor_goes_back_to_where_it_was(window, palette):
    window.workspace.open_entry(1)
    area = window.workspace.pages["entry"].area
    area.setFocus()
    found = palette("any")
    QTest.keyClick(found.box, Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is area


@pytest.mark.parametrize("words", ["", "x" * 5000, "مرحبا", "👩‍👩‍👧‍👦 " * 40, "a\u0301" * 300])
def test_a_row_of_any_words_is_painted(window, theme, palette, words, qtbot):
    window.workspace._journal.entries.write(an_entry(f"herons {words}", title=words[:200]))
    found = palette("herons")
    qtbot.waitUntil(lambda: len(words_found(found)) == 1)

    assert not found.list.grab().isNull()
    assert isinstance(found.list.itemDelegate(), RowDelegate)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-W47", MONDAY),
        ("w47", MONDAY),
        ("2026-11-20", FRIDAY),
        ("2025-03", date(2025, 3, 1)),
        ("20 Nov", FRIDAY),
        ("november 2025", date(2025, 11, 1)),
        ("Dec", date(2025, 12, 1)),
        ("20. November 2024", date(2024, 11, 20)),
        ("31 feb", None),
        ("2026-W60", None),
        ("nov nov", None),
        ("ma", None),
        ("99999", None),
        ("29 february 2024", date(2024, 2, 29)),
    ],
)
def test_a_week_answers_to_its_number_and_to_any_of_its_days(text, day):
    assert day_in(text, FRIDAY) == day


def test_months_answer_in_the_words_of_the_system():
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        assert day_in("3. März 2025", FRIDAY) == date(2025, 3, 3)
        assert day_in("Dezember 2025", FRIDAY) == date(2025, 12, 1)
    finally:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
