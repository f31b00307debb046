"""Keys into the real window's editor and into a bare text edit beside it, painted one by one."""

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from benchmarks.row import interleaved, reading_of
from journal_app.app import build
from journal_app.domain.entry import Entry
from journal_app.ui.main_window import MainWindow
from journal_app.ui.theme import Theme

PARAGRAPHS = (
    "Mei walked the customer through the whole plan without a single note, and nobody "
    "interrupted her. I had meant to help, and **I stayed quiet**. Afterwards she said it was the "
    "first time she had not looked over at me, and that she would like to do the next one alone.",
    "- [ ] ask Jonas what he would need to say no earlier",
    "- thank Ana for the *one question* she asked, in front of everyone this time",
    "> I knew the answer before they asked.",
    "What I don't know yet is how to disagree with my own boss in front of the team. Last week I "
    "nodded and then told them something else, which they noticed, and Jonas wondered aloud "
    "whether anything had been decided. Next time I will say that I need a day to think it over.",
    "## Next week",
    "1. If Mei offers to take the review, then I will say yes and stay away from it.",
    "The handoevr took an hour. See [the notes](https://example.org/notes) for what was agreed.",
)
# Every key of a sentence with one word that is not in the dictionary.
TYPED = "and then she asked everyone what they wuold do first, and waited for them. "
ROUNDS = 400


def text_of(words: int) -> str:
    """So many words, as someone who leads might write them."""
    lines: list[str] = []
    count = 0
    while count < words:
        line = PARAGRAPHS[len(lines) % len(PARAGRAPHS)]
        lines.append(line)
        count += len(line.split())
    return "\n\n".join(lines)


def editor_of(window: MainWindow, text: str) -> QTextEdit:
    """The page for free writing over an entry of this text, everything on it switched on."""
    window.start_demo()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the demo did not open")
    entry = workspace._journal.entries.write(Entry(happened_on=workspace._today(), body=text))
    workspace.open_entry(entry.id)
    area = workspace.pages["entry"].area
    while area.page.style.speller is None:
        QTest.qWait(50)
    QTest.qWait(1500)
    return area


def bare_edit(area: QTextEdit, text: str) -> tuple[QMainWindow, QTextEdit]:
    """The same text in the same face, in a window with nothing else."""
    window, edit = QMainWindow(), QTextEdit()
    edit.setFont(area.font())
    edit.setPlainText(text)
    window.setCentralWidget(edit)
    window.show()
    return window, edit


def stand_in_the_midst(edit: QTextEdit) -> None:
    """Put the cursor at the end of a long paragraph in the middle."""
    document = edit.document()
    block = document.findBlockByNumber(document.blockCount() // 2)
    while len(block.text()) < 200:
        block = block.next()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def press(edit: QTextEdit, sign: str) -> None:
    """One key, and everything it causes until it is painted."""
    QCoreApplication.sendEvent(
        edit, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
    )
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()


def main() -> None:
    """Print what a key takes in the bare edit and in the editor, by the clock and the processor."""
    text = text_of(int(sys.argv[1]))
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        window = build(app, Path(folder) / "journal")
        theme = app.findChild(Theme)
        theme.wear("paper", zoom=100, high_contrast=False)
        window.resize(1320, 860)
        window.show()
        area = editor_of(window, text)
        plain_window, plain = bare_edit(area, text)
        plain_window.resize(area.size())
        for edit in (area, plain):
            stand_in_the_midst(edit)
        QTest.qWait(200)
        keys = {plain: 0, area: 0}

        def key(edit: QTextEdit) -> None:
            press(edit, TYPED[keys[edit] % len(TYPED)])
            keys[edit] += 1

        bare, ours = interleaved(
            lambda: reading_of(lambda: key(plain)),
            lambda: reading_of(lambda: key(area)),
            rounds=ROUNDS,
        )
        window.close()
    print(json.dumps([(bare.value, bare.cpu), (ours.value, ours.cpu)]))


if __name__ == "__main__":
    main()
