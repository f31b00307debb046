"""Chips: a few choices side by side, one or several of them taken, none by force."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import check_quietly, long_button
from journal_app.ui.widgets.flow_layout import FlowLayout


class ChipRow(QWidget):
    """Choices by key. A chosen chip can be let go again; ``changed`` follows the person only."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        multiple: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._multiple = multiple
        self.chips: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self, gap=theme.px(8))
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these choices instead, none taken."""
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self.chips = {}
        for key, text in options:
            chip = long_button(
                text.replace("&", "&&"), "chip", name=f"{self.accessibleName()}: {text}"
            )
            chip.setCheckable(True)
            chip.toggled.connect(lambda _on=False, key=key: self._pick(key))
            self.chips[key] = chip
            self._flow.addWidget(chip)

    def chosen(self) -> list[str]:
        """The keys taken, in the order of the choices."""
        return [key for key, chip in self.chips.items() if chip.isChecked()]

    def choice(self) -> str:
        """The one key taken, or an empty text."""
        return next(iter(self.chosen()), "")

    def choose(self, keys: Iterable[str | None]) -> None:
        """Take these keys and no others, without a signal."""
        wanted = set(keys)
        for key, chip in self.chips.items():
            check_quietly(chip, key in wanted)

    def _pick(self, key: str) -> None:
        if not self._multiple:
            for other, chip in self.chips.items():
                if other != key:
                    check_quietly(chip, on=False)
        self.changed.emit()
