"""Whatever is pressed or pasted: what the editor shows is what is kept, byte for byte."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from journal_app.ui.editor.exact_text import as_shown, cut_at, units
from journal_app.ui.editor.mention_offer import MentionOffer
from journal_app.ui.editor.spelling import Speller
from tests.ui.entry_pages import an_entry_page

KEYS = {
    "Return": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Backtab": Qt.Key.Key_Backtab,
    "Backspace": Qt.Key.Key_Backspace,
    "Delete": Qt.Key.Key_Delete,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
}
PIECES = ["- ", "1. ", "> ", "- [ ] ", "# ", "**", "`", "```", "@Mei", "[a](b)", "\n", "\t", " "]
PIECES += [
    "👩‍👩‍👧‍👦",
    "𝄞",
    "e\u0301",
    "مرحبا",
    "\u202e",
    "\u00a0",
    "\ufeff",
    "\u2028",
    "\ufdd0",
    "\ufffc",
    "wrnog",
]
WRITING = st.one_of(
    st.sampled_from(PIECES),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\u2029"), max_size=8),
)
ACTS = st.one_of(
    st.tuples(st.just("key"), st.sampled_from(sorted(KEYS))),
    st.tuples(st.just("selecting"), st.sampled_from(["Left", "Right", "Up", "Home", "End"])),
    st.tuples(st.just("type"), WRITING),
    st.tuples(st.just("paste"), WRITING),
    st.tuples(
        st.just("format"),
        st.sampled_from(
            ["strong", "emphasis", "code", "link", "heading", "list", "numbers", "tasks", "quote"]
        ),
    ),
    st.tuples(st.just("history"), st.sampled_from(["undo", "redo"])),
)


@pytest.fixture
def page(qtbot, theme, heard_journal):
    made = an_entry_page(theme, heard_journal)
    qtbot.addWidget(made)
    made.show()
    area = made.area
    MentionOffer(area, theme, lambda typed: ["Mei Lindqvist"] if typed in "Mei" else [])
    area.page.style.check_with(Speller("en-US", lambda word: word != "wrnog", [], made))
    return made


def press(area, key, text="", modifiers=Qt.KeyboardModifier.NoModifier):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(area, QKeyEvent(kind, key, modifiers, text))


def do(area, act, what):
    if act == "key":
        press(area, KEYS[what])
    elif act == "selecting":
        press(area, KEYS[what], modifiers=Qt.KeyboardModifier.ShiftModifier)
    elif act == "type":
        press(area, 0, what)
    elif act == "paste":
        data = QMimeData()
        data.setText(what)
        area.insertFromMimeData(data)
    elif act == "format":
        area.formatting.actions[what].trigger()
    else:
        getattr(area, what)()


@given(acts=st.lists(ACTS, max_size=16))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=None
)
def test_after_any_keys_the_kept_words_are_those_on_the_page(page, heard_journal, acts):
    page.begin()
    area = page.area
    for act, what in acts:
        do(area, act, what)
        assert as_shown(area.text()) == area.text()
    page.keep()

    if page._entry is not None:
        kept = heard_journal.entries.entry(page._entry.id).body
        shown = area.text()
        assert kept.encode() == shown.encode() or not (shown.strip() or page.title.text().strip())
        page.begin()
        page.open_entry(heard_journal.entries.entry(1).id)
    before = area.text()
    steps = 0
    while area.document().isUndoAvailable():
        area.undo()
        steps += 1
    for _ in range(steps):
        area.redo()
    assert area.text() == before


@given(before=WRITING, pasted=WRITING, after=WRITING)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_a_paste_puts_its_words_there_and_touches_no_other(page, before, pasted, after):
    area = page.area
    area.set_text(before + after)
    whole = area.text()
    place = min(units(before), units(whole))
    first, rest = cut_at(whole.replace("\n", " "), place)
    area.put_cursor(place)
    data = QMimeData()
    data.setText(pasted)
    area.insertFromMimeData(data)

    # The clipboard itself gives back no U+FEFF that comes first.
    assert area.text() == whole[: len(first)] + as_shown(data.text()) + whole[len(first) :]
    assert len(first) + len(rest) == len(whole)


@given(text=WRITING)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_undo_gives_back_what_was_there_before_each_format(page, text):
    area = page.area
    area.set_text(text)
    before = area.text()
    for action in area.formatting.actions.values():
        area.selectAll()
        action.trigger()
        while area.document().isUndoAvailable():
            area.undo()
        assert area.text() == before
        area.moveCursor(QTextCursor.MoveOperation.Start)
