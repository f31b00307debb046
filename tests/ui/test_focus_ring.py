"""The focus ring: whoever goes by keyboard sees where they are, on every page, in every look."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QVBoxLayout, QWidget

from journal_app.ui.theme import CONTRAST_LOOKS, LOOKS
from tests.ui.test_tab_key import controls
from tests.ui.test_theme import contrast
from tests.ui.walk import pages

# The least one must see of it, more than a caret, in a colour that stands out from its ground.
LEAST, STANDS_OUT = 100, 3.0


def picture(window, control):
    # The ring of a page of text is round its frame, and its lines scroll inside.
    place = control.mapTo(window, QPoint(0, 0))
    return window.grab(QRect(place, control.size()).adjusted(-4, -4, 4, 4)).toImage()


def ring_of(window, control, ground):
    """How many points of the picture change to what stands out, when the focus comes."""
    window.setFocus()
    QApplication.processEvents()
    before = picture(window, control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = picture(window, control)
    if before.size() != after.size():
        return LEAST
    seen = {}
    for y in range(after.height()):
        for x in range(after.width()):
            if (now := after.pixel(x, y)) != before.pixel(x, y):
                seen[now] = seen.get(now, 0) + 1
    return sum(
        many for now, many in seen.items() if contrast(QColor(now).name(), ground) >= STANDS_OUT
    )


def kind(control):
    checked = getattr(control, "isChecked", bool)()
    return type(control).__name__, str(control.property("role")), control.objectName(), checked


def without_ring(window, theme, met):
    """The kinds of control on a page, not met before, that do not show the focus."""
    window.activateWindow()
    found = []
    for control in controls(window):
        if kind(control) in met or not control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if not control.visibleRegion().boundingRect().contains(control.rect()):
            _scroll_to(control)
        if not control.visibleRegion().boundingRect().contains(control.rect()):
            continue
        met.add(kind(control))
        if ring_of(window, control, theme.color("bg").name()) < LEAST:
            found.append(f"{kind(control)} {control.accessibleName()[:40]!r}")
    return found


def _scroll_to(control):
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and hasattr(parent, "ensureWidgetVisible"):
            parent.ensureWidgetVisible(control)
        parent = parent.parentWidget()
    QApplication.processEvents()


@pytest.mark.parametrize("look", [*LOOKS, *CONTRAST_LOOKS])
def test_every_kind_of_control_shows_that_it_has_the_focus(demo_at, theme, look):
    window = demo_at()
    name, _, high = look.partition("-")
    theme.wear(name, zoom=100, high_contrast=bool(high))
    window.activateWindow()
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    left, met = {}, set()
    for page, shown in pages(window):
        if found := without_ring(shown, theme, met):
            left[page] = found

    assert QApplication.activeWindow() is window
    assert left == {}
    assert len(met) > 20


def test_a_control_that_hides_its_focus_is_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown, hidden = QLineEdit(), QLineEdit()
    hidden.setStyleSheet("QLineEdit, QLineEdit:focus { border: 2px solid #eeeeee; }")
    for line in (shown, hidden):
        line.setReadOnly(True)
        column.addWidget(line)
    window.show()
    window.activateWindow()

    ground = theme.color("bg").name()
    assert ring_of(window, shown, ground) >= LEAST
    assert ring_of(window, hidden, ground) < LEAST
