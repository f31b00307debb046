"""Prints both clocks when a window has painted: Tend's, or one of ten lines for a floor."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget


class FirstPaint(QObject):
    """Waits for a window to have painted once, then prints both clocks and ends the program."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The window paints before the widgets in it: what is posted now runs after them all."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.say)
        return False

    def say(self) -> None:
        """Tell when, and go."""
        print(time.monotonic(), time.process_time(), flush=True)
        QApplication.quit()


def floor() -> None:
    """The least a window of Qt can be."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Tend"))
    window.resize(1280, 860)
    FirstPaint(window)
    window.show()
    app.exec()


def tend() -> None:
    """The program as it is started by a person, watched from the showing of its window on."""

    def shown(window: QMainWindow) -> None:
        FirstPaint(window)
        QWidget.show(window)

    # To look for the window among all others would read the code of every kind of widget.
    QMainWindow.show = shown  # type: ignore[method-assign]
    from journal_app.__main__ import main

    main()


if __name__ == "__main__":
    floor() if sys.argv[1:] == ["floor"] else tend()
