"""Care line: T16 beside free writing, said while a private fact stands next to someone."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from journal_app.ui.widgets.labels import dress

# What to say of these words, about whom they are where that was said.
Care = Callable[[str, int | None], str]


class CareLine(QLabel):
    """Quiet, and gone with the words it was about; nothing is blocked or kept."""

    def __init__(self, care: Care) -> None:
        super().__init__()
        self._care = care
        dress(self, size=14, tone="muted")
        self.hide()

    def look_at(self, text: str, about: int | None = None) -> None:
        """Speak, or be silent, about these words."""
        said = self._care(text, about)
        self.setText(said)
        self.setVisible(bool(said))
