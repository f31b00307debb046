"""Word row: one word that may be a name, and what the person says it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.share import WordKind
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label


class WordRow(QWidget):
    """``answered`` brings a kind, or None when an answer was taken back.

    A ``sign``, an address or a number, is taken out by itself and can only be kept.
    """

    answered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        word: str,
        *,
        kind: WordKind | None = None,
        sign: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        options: list[tuple[str, str]] = [
            (WordKind.PERSON, self.tr("a person")),
            (WordKind.THING, self.tr("a project or client")),
            (WordKind.FINE, self.tr("no name")),
        ]
        if sign:
            options = [(WordKind.FINE, self.tr("keep it"))]
        self.chips = ChipRow(theme, options, name=word)
        self.chips.choose([kind])
        said = label(word, size=16, serif=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(said, 2)
        row.addWidget(self.chips, 5)
        self.chips.changed.connect(self._answer)

    def _answer(self) -> None:
        chosen = self.chips.choice()
        self.answered.emit(WordKind(chosen) if chosen else None)
