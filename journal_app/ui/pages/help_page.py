"""Help: the short guide, why it is made so, and every key there is."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QImage,
    QKeySequence,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QGridLayout, QTextBrowser, QVBoxLayout, QWidget

from journal_app.services.help import HelpService, HelpTopic
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.page import PageColumn, PageHeader

KEYS = "keys"
_PICTURE_WIDTH = 640
_PICTURE = "\ufffc"


class HelpPage(QWidget):
    """One topic at a time; F1 opens it on the keys."""

    def __init__(self, theme: Theme, help_: HelpService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._topics = {topic.key: topic for topic in help_.topics()}
        names = [(topic.key, topic.title) for topic in self._topics.values()]
        self.topics = ChipRow(
            theme, [(KEYS, self.tr("Keys")), *names], name=self.tr("Pages of the guide")
        )
        self.reading = Reading(theme, help_)
        self.keys = Card(theme)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self.keys.body.addLayout(self._grid)
        self.column = PageColumn(theme)
        self.header = PageHeader(theme, self.tr("Help"))
        for part in (self.header, self.topics, self.keys, self.reading):
            self.column.body.addWidget(part)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.topics.changed.connect(lambda: self.show_topic(self.topics.choice() or KEYS))
        self.show_topic(KEYS)

    def show_topic(self, key: str) -> None:
        """Show one page of the guide, or the keys."""
        topic = self._topics.get(key)
        self.topics.choose([key])
        self.keys.setVisible(topic is None)
        self.reading.setVisible(topic is not None)
        if topic is not None:
            self.reading.read(topic)
        self.column.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """List the keys of the window this stands in."""
        super().showEvent(event)
        if self._grid.count() == 0:
            self._list_keys()

    def _list_keys(self) -> None:
        moving = [
            ("Tab", self.tr("to the next field or button")),
            ("Shift+Tab", self.tr("to the one before")),
            ("Ctrl+Return", self.tr("on to the next screen of the guide")),
            ("Alt+Left", self.tr("back to the screen before")),
            ("Escape", self.tr("close what is open on top")),
        ]
        acts = [
            (key.toString(QKeySequence.SequenceFormat.PortableText), action.text())
            for action in self.window().actions()
            for key in _first_key(action)
        ]
        for row, (keys, act) in enumerate((*acts, *moving)):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            pressed = label(shown, strong=True)
            pressed.setWordWrap(False)
            self._grid.addWidget(pressed, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(act), row, 1)
        self._grid.setHorizontalSpacing(self._theme.px(24))
        self._grid.setVerticalSpacing(self._theme.px(8))


class Reading(QTextBrowser):
    """Shows pages of ours, and loads nothing but their own pictures."""

    def __init__(self, theme: Theme, help_: HelpService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pictures = theme, help_.pictures
        self.setProperty("role", "page")
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda size: self.setFixedHeight(round(size.height()) + theme.px(8))
        )

    def read(self, topic: HelpTopic) -> None:
        """Show one page."""
        self.setAccessibleName(topic.title)
        self.document().setDefaultFont(self._theme.serif(18))
        self.setMarkdown(f"## {topic.title}\n\n{topic.text}")
        self._space()

    def _space(self) -> None:
        """Air between lines and over headings; Markdown knows none."""
        px = self._theme.px
        block = self.document().begin()
        while block.isValid():
            form = QTextBlockFormat()
            heading = block.blockFormat().headingLevel()
            # A picture is a line as high as it is, and wants no more of it.
            airy = 100 if block.text() == _PICTURE else 140
            form.setLineHeight(airy, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setTopMargin(px(28) if heading and block.blockNumber() else 0)
            form.setBottomMargin(px(12))
            QTextCursor(block).mergeBlockFormat(form)
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 (Qt's name)
        """A picture of ours at the width of the page; else one that is not there."""
        file = self._pictures / (name.toString() if isinstance(name, QUrl) else name)
        file = file.resolve()
        image = QImage()
        if kind == QTextDocument.ResourceType.ImageResource.value and file.is_relative_to(
            self._pictures.resolve()
        ):
            image = QImage(str(file))
        if image.isNull():
            return QImage(1, 1, QImage.Format.Format_Mono)
        wide = min(self._theme.px(_PICTURE_WIDTH), max(1, self.viewport().width()))
        return image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)


def _first_key(action: QAction) -> list[QKeySequence]:
    return [key for key in action.shortcuts() if not key.isEmpty()][:1]
