"""Labels: text that is never read as HTML, in the sizes and tones of the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


def label(
    text: str,
    *,
    size: int = 14,
    tone: str = "",
    serif: bool = False,
    strong: bool = False,
) -> QLabel:
    """A wrapping plain-text label."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("textSize", str(size))
    made.setProperty("tone", tone)
    made.setProperty("face", "serif" if serif else "sans")
    made.setProperty("strong", "yes" if strong else "no")
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
    made.setSizePolicy(policy)
    return made


def words(text: str, *, size: int = 18, tone: str = "") -> QLabel:
    """What a person wrote: in the reading face, and open to being selected."""
    made = label(text, size=size, tone=tone, serif=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    # Selectable for the mouse, but one does not tab through every sentence of a page.
    made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return made
