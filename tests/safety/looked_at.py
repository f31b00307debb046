"""The real window in a process of its own, written in and walked through; says what others see.

It runs `journal_app.app.run` itself and acts once the window is shown. What it prints is one line
of JSON; the words it writes are given to it, so that a test can look for them everywhere else.
"""

import ctypes
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QSystemTrayIcon

from journal_app import app as program
from journal_app.domain.errors import WrongPassphrase
from journal_app.ui.main_window import MainWindow

PR_GET_DUMPABLE = 3


def settle(milliseconds: int = 20) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen_from_outside() -> list[str]:
    """Whatever a task switcher, a taskbar or a screen reader's window list can show."""
    texts = [
        QGuiApplication.applicationDisplayName(),
        QGuiApplication.applicationName(),
        QGuiApplication.desktopFileName(),
    ]
    for window in QGuiApplication.topLevelWindows():
        texts += [window.title(), window.filePath(), window.objectName()]
    for widget in QApplication.topLevelWidgets():
        texts += [
            *(widget.windowTitle(), widget.windowIconText(), widget.windowFilePath()),
            *(widget.windowRole(), widget.accessibleName(), widget.accessibleDescription()),
            *(widget.toolTip(), widget.statusTip(), widget.whatsThis()),
        ]
    texts += [tray.toolTip() for tray in QApplication.instance().findChildren(QSystemTrayIcon)]
    return [text for text in texts if text]


def walk(window: MainWindow, words: str, name: str) -> dict[str, list[str]]:
    """Open every page there is, write on those that take words, and note what shows outside."""
    workspace = window.workspace
    assert workspace is not None
    seen = {}
    for page_name in workspace._maker._makers:
        if page_name == "person":
            workspace.open_person(1)
        elif page_name == "guide":
            workspace.open_this_week()
        elif page_name == "entry":
            workspace.open_entry()
        page = workspace.open(page_name)
        for line in page.findChildren(QLineEdit):
            if (
                line.isVisible()
                and not line.isReadOnly()
                and line.objectName() != "qt_spinbox_lineedit"
            ):
                line.setText(name if page_name == "search" else words)
        settle()
        seen[page_name] = seen_from_outside()
    return seen


def choose_a_file(window: MainWindow, place: Path) -> str:
    """Answer the dialog as a person does: type the whole path and press Save."""
    titles = []

    def answer() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QFileDialog):
                dialog.setDirectory(str(place.parent))
                edit = dialog.findChild(QLineEdit, "fileNameEdit")
                assert edit is not None
                edit.setText(str(place))
                titles.extend(seen_from_outside())
                dialog.accept()

    QTimer.singleShot(100, answer)
    chosen = window.files.save("Save the pack", "notes.md")
    assert chosen == place, chosen
    return "\n".join(titles)


def act(window: MainWindow, passphrase: str, words: str, name: str, place: Path) -> dict[str, Any]:
    told: dict[str, Any] = {"locked": seen_from_outside()}
    try:
        window.unlock(f"{passphrase} {words}")
    except WrongPassphrase as error:
        told["wrong"] = str(error)
    window.unlock(passphrase)
    told["pages"] = walk(window, words, name)
    told["dialog"] = choose_a_file(window, place)

    def breaks() -> None:
        raise RuntimeError(f"{words} {name} {passphrase}")

    QTimer.singleShot(0, breaks)
    settle(100)
    told["broken"] = seen_from_outside()
    told["title"] = window.windowTitle()
    window.lock()
    settle()
    told["locked again"] = seen_from_outside()
    told["core"] = resource.getrlimit(resource.RLIMIT_CORE)
    told["dumpable"] = ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)
    return told


def main() -> int:
    folder, passphrase, words, name, place = sys.argv[1:]
    del sys.argv[1:]
    shown: Callable[[QApplication, MainWindow], int] = program._show

    def show(app: QApplication, window: MainWindow) -> int:
        def go() -> None:
            try:
                print(json.dumps(act(window, passphrase, words, name, Path(place))), flush=True)
            finally:
                window.close()
                app.quit()

        QTimer.singleShot(0, go)
        return shown(app, window)

    program._show = show
    return program.run(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
