"""The window's three faces: first run, lock, open journal."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from journal_app.app import fit_to_screen
from journal_app.domain.errors import CannotWrite, WrongPassphrase
from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.errors import ErrorReports, report_of
from journal_app.ui.main_window import MainWindow
from journal_app.ui.widgets.passphrase_field import PassphraseField
from tests.builders import FRIDAY, a_sentence

CHEAP = Kdf(memory_kib=64, iterations=1, lanes=1)


@pytest.fixture
def make_window(qtbot, theme, tmp_path):
    def make():
        changes = ChangeSignals()
        protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
        window = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
        changes.setParent(window)
        qtbot.addWidget(window)
        window.show()
        window.start()
        return window

    return make


def go_through_first_run(window, passphrase="four quiet words"):
    page = window.stack.currentWidget()
    page.begin_button.click()
    if passphrase is None:
        page.later_button.click()
    else:
        page.new.passphrase.line.setText(passphrase)
        page.new.again.line.setText(passphrase)
        page.protect_button.click()
        page.sheet.later_button.click()
    page.names.setPlainText("Mei Lindqvist\nJonas Berg")
    page.start_button.click()


def test_the_first_run_ends_in_the_first_question(make_window):
    window = make_window()
    go_through_first_run(window)

    guide = window.workspace.pages["guide"]
    assert guide.draft.place == "notice"
    assert list(guide.shown.forms[0].who.chips) == ["1", "2"]


def test_two_passphrases_that_differ_are_noticed(make_window):
    window = make_window()
    page = window.stack.currentWidget()
    page.new.passphrase.line.setText("one thing")
    page.new.again.line.setText("another")
    page.protect_button.click()

    assert "not the same" in page.new.problem.text()
    assert window.workspace is None


def test_not_now_is_allowed_and_nothing_is_then_called_a_lock(make_window):
    window = make_window()
    go_through_first_run(window, None)

    assert window.workspace.rail.buttons["lock"].accessibleName() == "Hide window"


def test_the_lock_destroys_every_page_and_holds_no_word(make_window, qtbot):
    window = make_window()
    go_through_first_run(window)
    guide = window.workspace.pages["guide"]
    guide.shown.forms[0].behaviour.set_text(a_sentence())
    guide.shown.forms[0].behaviour.edited.emit()
    del guide
    window.lock()
    gc.collect()

    assert window.workspace is None
    alive = QApplication.allWidgets()
    assert not any(type(w).__name__ in {"GuidePage", "WritingArea", "Workspace"} for w in alive)
    words = [w.text() for w in window.findChildren(QLabel) + window.findChildren(QLineEdit)]
    assert not any("Mei" in text or a_sentence() in text for text in words)
    assert window.windowTitle() == "Tend"
    assert not window.findChild(QWidget, "entryEditor")


def test_what_was_typed_before_the_lock_is_there_after_it(make_window):
    window = make_window()
    go_through_first_run(window)
    area = window.workspace.pages["guide"].shown.forms[0].behaviour
    area.set_text(a_sentence())
    area.edited.emit()
    window.lock()
    window.unlock("four quiet words")
    window.workspace.open_this_week()

    area = window.workspace.pages["guide"].shown.forms[0].behaviour
    assert area.text() == a_sentence()


def test_no_action_of_the_journal_answers_while_it_is_locked(make_window):
    window = make_window()
    go_through_first_run(window)
    window.lock()

    enabled = {a.objectName() for a in window.actions() if a.isEnabled()}
    assert enabled == {"actionQuit", "actionZoomIn", "actionZoomOut", "actionZoomReset"}


def test_a_wrong_passphrase_says_so_and_forgets_what_was_typed(make_window):
    window = make_window()
    go_through_first_run(window)
    window.lock()
    page = window.stack.currentWidget()
    field = page.field
    field.line.setText("wrong words")
    page.open_button.click()

    assert "does not open" in page.problem.text()
    assert page.field is not field
    assert page.field.text() == ""
    with pytest.raises(WrongPassphrase):
        window.unlock("wrong again")


def test_the_recovery_key_opens_it_too(make_window):
    window = make_window()
    page = window.stack.currentWidget()
    page.new.passphrase.line.setText("four quiet words")
    page.new.again.line.setText("four quiet words")
    page.protect_button.click()
    key = page.sheet.key.text()
    page.sheet.later_button.click()
    page.start_button.click()
    window.lock()
    window.recover(key.lower().replace("-", " "))

    assert window.workspace is not None


def test_closing_keeps_every_word_and_asks_nothing(make_window):
    window = make_window()
    go_through_first_run(window)
    area = window.workspace.pages["guide"].shown.forms[0].behaviour
    area.set_text(a_sentence())
    area.edited.emit()
    window.close()

    again = make_window()
    again.unlock("four quiet words")
    again.workspace.open_this_week()
    assert again.workspace.pages["guide"].shown.forms[0].behaviour.text() == a_sentence()


def test_an_error_in_a_slot_is_reported_without_its_words():
    try:
        raise RuntimeError("a sentence about Mei")
    except RuntimeError as error:
        report = report_of(type(error), error.__traceback__)

    assert "Mei" not in report
    assert report.startswith("RuntimeError at test_window.py:")


def test_an_error_of_the_journal_becomes_a_banner_that_says_what_is_safe(make_window):
    window = make_window()
    go_through_first_run(window)
    error = CannotWrite("The disk is full.", safe="Your words are here.", next_step="Make room.")
    ErrorReports(window)._hook(type(error), error, None)

    banner = window.workspace.banner
    assert banner.isVisible()
    assert banner.what.text() == "The disk is full."
    assert banner.more.text() == "Your words are here. Make room."


def test_the_recovery_sheet_is_saved_where_the_person_says_and_opens_the_journal(
    make_window, tmp_path
):
    window = make_window()
    page = window.stack.currentWidget()
    page.new.passphrase.line.setText("four quiet words")
    page.new.again.line.setText("four quiet words")
    page.protect_button.click()
    key = page.sheet.key.text()
    window.files.save = lambda _title, _name: tmp_path / "sheet.pdf"
    page.sheet.save_button.click()
    page.sheet.part.setText("ABCD")
    page.sheet.go_on_button.click()
    assert "not that group" in page.sheet.problem.text()
    page.sheet.part.setText(key.split("-")[page.sheet._group].lower())
    page.sheet.go_on_button.click()
    page.start_button.click()
    window.lock()

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    window.recover(key)
    assert window.workspace is not None
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600


def test_enter_in_the_field_of_the_lock_opens_the_journal_and_breaks_nothing(make_window, qtbot):
    window = make_window()
    go_through_first_run(window)
    window.lock()
    page = window.stack.currentWidget()
    page.field.line.setText("four quiet words")

    # Opening takes the lock apart while the key press is still on its way through the field.
    with qtbot.captureExceptions() as broken:
        QTest.keyClick(page.field.line, Qt.Key.Key_Return)
        QApplication.processEvents()

    assert broken == []
    assert window.workspace is not None
    assert window.findChildren(PassphraseField) == []


def test_each_button_of_the_recovery_sheet_has_a_key_of_its_own(make_window):
    window = make_window()
    page = window.stack.currentWidget()
    page.begin_button.click()
    page.new.passphrase.line.setText("four quiet words")
    page.new.again.line.setText("four quiet words")
    page.protect_button.click()

    keys = [
        one.shortcut().toString()
        for one in page.sheet.findChildren(QAbstractButton)
        if not one.shortcut().isEmpty()
    ]
    assert len(keys) == 4
    assert len(set(keys)) == 4


def test_a_first_window_is_no_larger_than_its_screen(make_window):
    window = make_window()
    window.resize(4000, 3000)
    fit_to_screen(window)

    room = window.screen().availableSize()
    assert window.height() < max(room.height(), window.minimumHeight() + 1)
    assert window.width() < max(room.width(), window.minimumWidth() + 1)


def test_the_small_buttons_of_a_file_dialog_have_room_for_their_pictures(qtbot, theme):
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()

    pictures = [
        one
        for one in dialog.findChildren(QToolButton)
        if one.isVisible() and not one.icon().isNull()
    ]
    assert len(pictures) >= 5
    for one in pictures:
        drawn = one.grab().toImage()
        ground = drawn.pixelColor(3, drawn.height() // 2)
        across = [
            x
            for x in range(3, drawn.width() - 3)
            if any(drawn.pixelColor(x, y) != ground for y in range(3, drawn.height() - 3))
        ]
        assert max(across) - min(across) >= 6
