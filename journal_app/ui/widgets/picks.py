"""Picks: whole sentences to choose from, one or several, each with room to wrap."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.labels import label

SHOWN_AT_FIRST = 6  # of a long list, what can be taken in at a look


class PickList(QWidget):
    """Sentences by key; ``changed`` follows the person only. A lone choice can be let go again."""

    changed = Signal()

    def __init__(
        self, theme: Theme, *, name: str, multiple: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._multiple = theme, multiple
        self.buttons: dict[str, QAbstractButton] = {}
        self._rows: list[QWidget] = []
        self._sentences: dict[QObject, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.more_button = button(self.tr("&More of these"), "text")
        self.more_button.clicked.connect(self._show_all)
        self.more_button.hide()
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.setAccessibleName(name)

    def set_options(self, options: Sequence[tuple[str, str, str]], *, most: int = 0) -> None:
        """Offer these instead, each a key, a sentence, and a quiet line below it or nothing.

        Of more than ``most`` some from all over the list stand first, and the rest a press away.
        """
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons, self._sentences = [], {}, {}
        for key, sentence, below in options:
            self._add(key, sentence, below)
        each = -(-len(options) // most) if most else 1
        for place, row in enumerate(self._rows):
            row.setVisible(place % each == 0)
        self.more_button.setVisible(each > 1)

    def chosen(self) -> list[str]:
        """The keys picked, in the order of the sentences."""
        return [key for key, made in self.buttons.items() if made.isChecked()]

    def choose(self, keys: Iterable[str]) -> None:
        """Pick these and no others, without a signal."""
        wanted = set(keys)
        for (key, made), row in zip(self.buttons.items(), self._rows, strict=True):
            check_quietly(made, key in wanted)
            if key in wanted:
                row.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A click on the sentence is a click on its button."""
        made = self._sentences.get(watched)
        if (
            made is not None
            and event.type() is QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
        ):
            made.click()
            return True
        return super().eventFilter(watched, event)

    def _add(self, key: str, sentence: str, below: str) -> None:
        made: QAbstractButton = QCheckBox() if self._multiple else QRadioButton()
        made.setAutoExclusive(False)
        made.setAccessibleName(sentence)
        made.setAccessibleDescription(below)
        self._group.addButton(made)
        text = label(sentence, size=16, serif=True)
        text.installEventFilter(self)
        text.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sentences[text] = made
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text)
        if below:
            words.addWidget(label(below, size=12, tone="muted"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(10))
        line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        made.toggled.connect(lambda _on=False: self._pick(key))
        self.buttons[key] = made
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)

    def _show_all(self) -> None:
        hidden = [n for n, row in enumerate(self._rows) if row.isHidden()]
        for row in self._rows:
            row.show()
        self.more_button.hide()
        if hidden:
            list(self.buttons.values())[hidden[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, key: str) -> None:
        if not self._multiple:
            for other, made in self.buttons.items():
                if other != key:
                    check_quietly(made, on=False)
        self.changed.emit()
