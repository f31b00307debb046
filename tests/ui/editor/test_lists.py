"""Lists go on by themselves, and never hold the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal_app.ui.widgets.writing_area import WritingArea


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("* one|", "* one\n* |"),
        ("9. nine|", "9. nine\n10. |"),
        ("1) one|", "1) one\n2) |"),
        ("- [ ] ask Mei|", "- [ ] ask Mei\n- [ ] |"),
        ("- [x] asked|", "- [x] asked\n- [ ] |"),
        ("> said|", "> said\n> |"),
        ("> - said|", "> - said\n> - |"),
        ("  - inner|", "  - inner\n  - |"),
        ("- one| two", "- one\n- | two"),
        ("plain|", "plain\n|"),
        ("---|", "---\n|"),
        ("-no blank|", "-no blank\n|"),
        ("|- one", "\n|- one"),
        ("- 👩‍👧 she|", "- 👩‍👧 she\n- |"),
    ],
)
def test_enter_goes_on_with_what_a_line_began(area, write, press, before, after):
    write(before)
    if "👩" in before:
        area.moveCursor(area.textCursor().MoveOperation.End)
    press("Return")

    assert area.text() == after.replace("|", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n- |", "- one\n|"),
        ("1. one\n2. |", "1. one\n|"),
        ("- [ ] |", "|"),
        ("> |", "|"),
        ("- one\n  - |", "- one\n- |"),
    ],
)
def test_enter_on_an_empty_item_ends_the_list_or_comes_out_one_level(
    write, press, marked, before, after
):
    write(before)
    press("Return")

    assert marked() == after


def test_shift_enter_and_a_fenced_block_begin_a_plain_line(area, write, press, qtbot):
    write("- one|")
    press("Shift+Return")
    assert area.text().splitlines()[-1] != "- "

    write("```\n- code|\n```")
    qtbot.waitUntil(lambda: area.document().firstBlock().userState() > 0)
    press("Return")
    assert area.text() == "```\n- code\n\n```"


@pytest.mark.parametrize(
    ("keys", "before", "after"),
    [
        (["Tab"], "- one\n- two|", "- one\n  - two|"),
        (["Tab"], "1. one\n2. two|", "1. one\n   2. two|"),
        (["Tab", "Backtab"], "- one\n- two|", "- one\n- two|"),
        (["Backtab"], "- one\n    - two|", "- one\n- two|"),
        (["Tab"], "- one\n- |two\n- three|", "- one\n  - |two\n  - three|"),
    ],
)
def test_tab_moves_an_item_in_and_shift_tab_out(write, press, marked, keys, before, after):
    write(before)
    press(*keys)

    assert marked() == after


@pytest.mark.parametrize("text", ["- one|", "plain|", "> quoted|", "- one\n  - two|"])
def test_tab_leaves_where_there_is_nothing_to_move(qtbot, theme, text):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    before, area, after = QLineEdit(), WritingArea(theme, name="Words"), QLineEdit()
    for widget in (before, area, after):
        layout.addWidget(widget)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    area.set_text(text.replace("|", ""))
    area.setFocus()

    QTest.keyClick(area, Qt.Key.Key_Tab)

    assert after.hasFocus()
    assert area.text() == text.replace("|", "")


def test_a_moved_list_is_one_step_to_undo(area, write, press):
    write("- one\n- |two\n- three|")
    press("Tab")
    area.undo()

    assert area.text() == "- one\n- two\n- three"
