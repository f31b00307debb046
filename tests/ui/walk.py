"""A walk through every page there is, and what stands on it."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from journal_app.ui.main_window import MainWindow


def pages(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page of an open journal, filled, by name; the window is laid out when it comes."""
    workspace = window.workspace
    assert workspace is not None
    for name in workspace.page_names():
        page = workspace.open(name)
        if name == "guide":
            workspace.open_this_week()
        if name in {"person", "held"}:
            getattr(workspace, f"open_{name}")(1)
        views = list(_views(name, page))
        for key, show in views:
            show()
            yield f"{name}-{key}", _laid_out(window)
        if not views:
            yield name, _laid_out(window)


def _views(name: str, page: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """The faces of a page that has several, and how each is shown."""
    match name:
        case "guide":
            faces = {step.id: page.go_to for step in page.steps()}
        case "settings" | "growth":
            faces = dict.fromkeys(page.parts.chips, page.show_part)
        case "journal":
            faces = dict.fromkeys(("timeline", "month", "year"), page.show_view)
        case "share":
            # The preview is drawn in a job, and tested beside its own page.
            faces = dict.fromkeys(("whom", "questions", "parts", "names", "save"), page.go)
        case "help":
            faces = dict.fromkeys(page.topics.chips, page.show_topic)
        case _:
            faces = {}
    for key, show in faces.items():
        yield key, partial(show, key)


def _laid_out(window: QWidget) -> QWidget:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return window


def shown(window: QWidget) -> list[QWidget]:
    """Every widget that can be seen, or scrolled to."""
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible()]


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget says to eyes and readers, with where it says it."""
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "tooltip", widget.toolTip()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", widget.text()
        case QLineEdit():
            yield "placeholder", widget.placeholderText()
            yield "value", widget.displayText()
        case QTextEdit() | QPlainTextEdit():
            yield "placeholder", widget.placeholderText()
            yield "value", widget.toPlainText()
        case QComboBox():
            for row in range(widget.count()):
                yield "choice", widget.itemText(row)
        case QAbstractItemView():
            model = widget.model()
            for row in range(model.rowCount() if model else 0):
                yield "row", str(model.index(row, 0).data() or "")


def clipped(window: QWidget) -> list[str]:
    """Where text does not fit: what is cut inside its widget, and widgets cut by their parents."""
    found = []
    for widget in shown(window):
        said = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if said and (cut := _cut_inside(widget) or _cut_by_parent(widget)):
            found.append(f"{type(widget).__name__} {said[:50]!r}: {cut}")
    return found


def _cut_inside(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            need = widget.heightForWidth(widget.width())
            longest = max(
                map(widget.fontMetrics().horizontalAdvance, re.split(r"[\s\u200b]+", widget.text()))
            )
            if longest > widget.width() + 1:
                return f"a word needs {longest} of {widget.width()}"
        else:
            need = widget.sizeHint().height()
            if widget.sizeHint().width() > widget.width() + 1:
                return f"needs {widget.sizeHint().width()} of {widget.width()}"
        return f"needs {need} lines of {widget.height()}" if need > widget.height() + 1 else ""
    wide, high = widget.sizeHint().width(), widget.sizeHint().height()
    if widget.hasHeightForWidth():
        wide, high = widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    if wide > widget.width() + 1 or high > widget.height() + 1:
        return f"needs {wide}x{high} of {widget.width()}x{widget.height()}"
    return ""


def _cut_by_parent(widget: QWidget) -> str:
    place, part = widget, widget.rect()
    while (parent := place.parentWidget()) is not None and not place.isWindow():
        part = part.translated(place.pos())
        over = max(-part.left(), part.right() - parent.width() + 1)
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            area = parent.parentWidget()
            bar = area.horizontalScrollBar()
            if over > 1 and not bar.isVisible() and bar.maximum() == 0:
                return f"{over} beyond {type(area).__name__}"
            return ""
        if over > 1:
            return f"{over} beyond {type(parent).__name__} {parent.objectName()}"
        place = parent
    return ""
