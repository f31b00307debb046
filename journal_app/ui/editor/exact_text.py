"""Exact text: how words go into a text document and come out of it with no character changed."""

from PySide6.QtGui import QTextCursor, QTextDocument

# A text document takes these two for its own marks, so it holds stand-ins nobody writes with.
_HELD = str.maketrans({"\ufdd0": "\U0010fdd0", "\ufdd1": "\U0010fdd1"})
_GIVEN_BACK = str.maketrans({"\U0010fdd0": "\ufdd0", "\U0010fdd1": "\ufdd1"})


def storable(text: str) -> str:
    """The text without what no UTF-8 file can hold: NUL and lone surrogates become U+FFFD."""
    return "".join(
        "\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text
    )


def held(text: str) -> str:
    """The text as a document can hold it."""
    plain = storable(text).replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return plain.translate(_HELD)


def given_back(text: str) -> str:
    """What a document holds, as it was typed."""
    return text.translate(_GIVEN_BACK)


def as_shown(text: str) -> str:
    """What comes back of a text once a document has held it."""
    return given_back(held(text))


def text_of(document: QTextDocument) -> str:
    """Every character of a document."""
    lines = []
    block = document.begin()
    while block.isValid():
        lines.append(block.text())
        block = block.next()
    return given_back("\n".join(lines))


def selected_text(cursor: QTextCursor) -> str:
    """What is selected; Qt's own plain text would break a blank that does not break."""
    return given_back(cursor.selectedText().replace("\u2029", "\n"))


def insert(cursor: QTextCursor, text: str) -> None:
    """Put words that a document can hold in place of the selection, as one step to undo."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    start = cursor.position()
    # The way into Qt loses a U+FEFF that comes first.
    guarded = text.startswith("\ufeff")
    cursor.insertText(f"x{text}" if guarded else text)
    if guarded:
        first = QTextCursor(cursor.document())
        first.setPosition(start)
        first.deleteChar()
    cursor.endEditBlock()


def units(text: str) -> int:
    """How many places in a document these characters take: those beyond U+FFFF take two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut_at(text: str, place: int) -> tuple[str, str]:
    """A line before and after a place counted as a document counts."""
    if text.isascii() or units(text) == len(text):
        return text[:place], text[place:]
    coded = text.encode("utf-16-le", "surrogatepass")
    before, after = coded[: 2 * place], coded[2 * place :]
    return before.decode("utf-16-le", "surrogatepass"), after.decode("utf-16-le", "surrogatepass")
