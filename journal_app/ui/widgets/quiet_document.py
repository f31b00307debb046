"""Quiet document: text that finds no picture and no page, whatever it names."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument


class QuietDocument(QTextDocument):
    """An empty answer would make Qt look for the file itself, so it gets one pixel."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 (Qt's name)
        """One pixel."""
        del kind, name
        return QImage(1, 1, QImage.Format.Format_ARGB32)
