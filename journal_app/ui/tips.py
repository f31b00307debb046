"""Tips: one sentence on the first visit of a page, that goes away and does not come back."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from journal_app.services.leader import LeaderService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label

_LEAST_HEIGHT = 560
_SAID: dict[str, object] = {
    "journal": QT_TRANSLATE_NOOP(
        "tips", "Finished weeks and free writing stand here, newest first. Ctrl+K finds any word."
    ),
    "people": QT_TRANSLATE_NOOP(
        "tips", "Open a person to see their line of growth. Nothing about anybody is counted."
    ),
    "celebrations": QT_TRANSLATE_NOOP(
        "tips", "What you celebrated waits here until you told them, or stays yours alone."
    ),
    "growth": QT_TRANSLATE_NOOP(
        "tips", "This page is about you. Choose one skill to grow, and let the others rest."
    ),
    "share": QT_TRANSLATE_NOOP(
        "tips", "Nothing leaves before you have read it as it will be saved, names changed."
    ),
    "settings": QT_TRANSLATE_NOOP(
        "tips", "Every choice holds at once. Type a word to find a setting. F1 shows every key."
    ),
}


class Tips(QObject):
    """Puts a tip above the page, while there is one that was not seen."""

    def __init__(
        self, parent: QWidget, theme: Theme, leader: LeaderService, top: QBoxLayout, *, on: bool
    ) -> None:
        super().__init__(parent)
        self._theme, self._leader, self._top = theme, leader, top
        self._on, self._workspace = on, parent
        self._page = ""
        self.card: QWidget | None = None

    def visit(self, page: str) -> None:
        """One went to this page; the tip of the page before has been seen."""
        if page == self._page:
            return
        self.put_away()
        self._page = page
        # Where there is little room it is the page's.
        room = self._workspace.height() >= self._theme.px(_LEAST_HEIGHT)
        if self._on and room and page in _SAID and not self._leader.has_seen(_mark(page)):
            self.card = self._made(QCoreApplication.translate("tips", str(_SAID[page])))
            self._top.insertWidget(1, self.card)
            self.card.show()

    def put_away(self) -> None:
        """The tip was read, or passed by."""
        if self.card is not None:
            self._leader.saw(_mark(self._page))
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def _made(self, said: str) -> QWidget:
        px = self._theme.px
        card = Card(self._theme, "growth", pad=12)
        close = button(QCoreApplication.translate("tips", "I see"), "text")
        close.clicked.connect(self.put_away)
        row = QHBoxLayout()
        row.addWidget(label(said), 1)
        row.addWidget(close)
        card.body.addLayout(row)
        # Rounded corners against the edge of the window would look cut.
        around = QWidget()
        layout = QHBoxLayout(around)
        layout.setContentsMargins(px(16), px(16), px(16), 0)
        layout.addWidget(card)
        return around


def _mark(page: str) -> str:
    return f"tip-{page}"
