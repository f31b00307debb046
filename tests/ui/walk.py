"""A walk through every page there is, and what stands on it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
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
        match name:
            case "guide":
                workspace.open_this_week()
                for step in page.steps():  # type: ignore[attr-defined]
                    page.go_to(step.id)  # type: ignore[attr-defined]
                    yield f"guide-{step.id}", _laid_out(window)
            case "settings":
                for part in page.parts.chips:  # type: ignore[attr-defined]
                    page.show_part(part)  # type: ignore[attr-defined]
                    yield f"settings-{part}", _laid_out(window)
            case "person" | "held":
                getattr(workspace, f"open_{name}")(1)
                yield name, _laid_out(window)
            case _:
                yield name, _laid_out(window)


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
