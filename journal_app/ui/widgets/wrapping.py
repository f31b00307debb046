"""Wrapping: check boxes and buttons whose words go on to another line where one is too short."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
)

from journal_app.ui.wording import breakable

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    # Qt takes one of its own classes as a base, which is the kind of button.
    _Button = object


class _Wrapping(_Button):
    """Breaks its words into lines by the width it has; it asks for one line."""

    _drawn = ""

    def wrap(self, text: str) -> None:
        """Say this, in as many lines as it takes."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As wide as its longest word."""
        longest = max((self._advance(part) for part, _before in _parts(self.text())), default=0)
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the words in lines; what the button says stays one sentence."""
        self._drawn = self._wrapped(self.width())
        super().paintEvent(event)
        self._drawn = ""

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802
        """Qt asks this for drawing, and for measuring, which is done on one line."""
        super().initStyleOption(option)  # type: ignore[misc]
        if self._drawn:
            option.text = self._drawn

    def _advance(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _beside(self) -> int:
        """What stands beside the words: a box, an edge."""
        return self.sizeHint().width() - self._advance(self.text())

    def _wrapped(self, width: int) -> str:
        return wrapped(self.text(), self.fontMetrics(), width - self._beside())


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
    for part, before in _parts(text):
        longer = f"{lines[-1]}{before}{part}" if lines else part
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return "\n".join(lines)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """What stays on one line, and what stands before it on the same."""
    for word in text.split():
        before = " "
        for part in breakable(word).split("\u200b"):
            yield part, before
            before = ""
