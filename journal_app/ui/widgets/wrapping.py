"""Wrapping: check boxes and buttons whose words go on to another line where one is too short."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QSizePolicy

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    # Qt takes one of its own classes as a base, which is the kind of button.
    _Button = object


class _Wrapping(_Button):
    """Breaks its words into lines by the width it has; it asks for one line."""

    _whole = ""

    def wrap(self, text: str) -> None:
        """Say this, in as many lines as it takes."""
        self._whole = text
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Room for all words on one line."""
        hint = super().sizeHint()
        return QSize(self._beside() + self._advance(self._whole), hint.height() - self._more())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its longest word."""
        longest = max(map(self._advance, self._whole.split()), default=0)
        return QSize(self._beside() + longest, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Fewer words a line make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of its lines at this width."""
        # Before it is shown first, a widget has another font than the style sheet gives it.
        self.ensurePolished()
        more = self._wrapped(width).count("\n") * self.fontMetrics().height()
        return self.sizeHint().height() + more

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Break the lines anew."""
        super().resizeEvent(event)
        said = self._wrapped(event.size().width())
        if said != self.text():
            self.setText(said)

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _beside(self) -> int:
        """What stands beside the words: a box, an edge."""
        return super().sizeHint().width() - max(map(self._advance, self.text().split("\n")))

    def _more(self) -> int:
        """What the lines after the first take now."""
        return self.text().count("\n") * self.fontMetrics().height()

    def _wrapped(self, width: int) -> str:
        return wrapped(self._whole, self.fontMetrics(), width - self._beside())


class WrappingCheck(_Wrapping, QCheckBox):
    """A check box of a whole sentence; readers hear it in one piece."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wrap(text)
        self.setAccessibleName(text)


class WrappingButton(_Wrapping, QPushButton):
    """A button of as many lines as its words take."""


def wrapped(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text in lines that are no wider than this, where its words allow it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
