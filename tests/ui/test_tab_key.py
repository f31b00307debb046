"""Tab alone: it comes to every control of every page, and round again, and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from journal_app.ui.journal.grid_button import GridButton
from journal_app.ui.search.found_list import FoundList
from journal_app.ui.widgets.overlay import Overlay
from tests.ui.walk import pages, shown

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
MOST = 400


def controls(window):
    """What can be used on a page now; the parts of a control are that control's."""
    return [
        widget
        for widget in shown(window)
        if isinstance(widget, CONTROLS)
        and widget.isEnabled()
        and not isinstance(widget.parentWidget(), CONTROLS)
        # The arrow keys walk it from the line above.
        and not isinstance(widget, FoundList)
    ]


def walked(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Where the key leads, one after the other, until it comes back to where it began."""
    # Not at a date: Tab goes through its day, month and year first.
    while isinstance(first := _step(window, key, modifier), QAbstractSpinBox):
        pass
    met = [first]
    while (now := _step(window, key, modifier)) is not first:
        met.append(now)
        assert len(met) < MOST, f"it never comes round: {said(now)}"
        assert met.count(now) < 4, f"it goes round without its beginning: {said(now)}"
    return met


def _step(window, key, modifier):
    QTest.keyClick(window.focusWidget() or window, key, modifier)
    return window.focusWidget()


def said(widget):
    return f"{type(widget).__name__} {widget.accessibleName()[:60]!r}"


def missed(window):
    """What the page has, or what lies over it, and neither Tab nor Shift+Tab comes to."""
    window.activateWindow()
    over = next((one for one in window.findChildren(Overlay) if one.isVisible()), window)
    left = []
    for key, modifier in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
    ):
        met = set(walked(window, key, modifier))
        left += [said(one) for one in controls(over) if not _is_met(one, met)]
    return sorted(set(left))


def _group(control):
    if isinstance(control, QAbstractButton) and (group := control.group()) is not None:
        return group.buttons()
    if isinstance(control, QAbstractButton) and control.autoExclusive():
        return control.parentWidget().findChildren(type(control))
    if isinstance(control, GridButton):
        return control.parentWidget().findChildren(GridButton)
    return [control]


def _is_met(control, met):
    # In a group Tab comes to one, and the arrow keys go on from there.
    return bool(met & set(_group(control))) or any(
        control.isAncestorOf(one) for one in met if one is not None
    )


def test_tab_comes_to_every_control_of_every_page_and_round_again(demo_at):
    left = {name: found for name, page in pages(demo_at()) if (found := missed(page))}

    assert left == {}


def test_a_control_that_tab_passes_by_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for policy in (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.NoFocus):
        line = QLineEdit()
        line.setFocusPolicy(policy)
        column.addWidget(line)
    window.show()

    assert len(missed(window)) == 1
