"""Preview: exactly what leaves, in the format it leaves in, before anything is written."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from journal_app.domain.share import Look, NameStyle
from journal_app.services.pack import Pack
from journal_app.ui.jobs import Job, Jobs
from journal_app.ui.share.making import Making, ShareStep
from journal_app.ui.share.page_view import PageView
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import fill

_DOTS, _EASY_TO_READ = 110, 3
_NARROW = 560
_TEXT = {"md", "html", "json"}


class PackPreviewStep(ShareStep):
    """The bytes drawn here are those of the file: a pack draws the same each time."""

    def __init__(
        self, theme: Theme, making: Making, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, making, parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._shown: tuple[Pack, str] | None = None
        self.kind = ChipRow(
            theme,
            [
                ("pdf", self.tr("PDF")),
                ("docx", self.tr("Word")),
                ("html", self.tr("Web page")),
                ("md", self.tr("Markdown")),
                ("json", self.tr("JSON")),
            ],
            name=self.tr("The file"),
        )
        self.kind.choose(["pdf"])
        self.words_button = button(self.tr("Show the &words"), "text")
        self.words_button.setCheckable(True)
        self.finder = QLineEdit()
        self.finder.setPlaceholderText(self.tr("Find in what leaves"))
        self.finder.setAccessibleName(self.tr("Find in what leaves"))
        self.finder.setClearButtonEnabled(True)
        self.found = label("", size=12, tone="muted")
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setProperty("role", "words")
        self.preview.setAccessibleName(self.tr("Exactly what leaves"))
        self.preview.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.pages = PageView(theme)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("The pages are being drawn"))
        self.length = label("", tone="muted")
        self.remark = label("", tone="muted")
        self.left_out = label("", tone="muted")
        self.unfamiliar = label("", tone="muted")
        self.read_aloud = label(making.sharing.read_aloud_question(), size=18, serif=True)
        self._stack = QStackedWidget()
        self._build()

    @property
    def format(self) -> str:
        """The format chosen for the file."""
        return self.kind.choice() or "pdf"

    def choose(self, kind: str) -> None:
        """Look at another format."""
        self.kind.choose([kind])
        self._show()

    def enter(self) -> None:
        """Draw the pack as it would leave now."""
        pack = self.making.pack
        left_out = self.tr("Left out on purpose: %Ln items", "", pack.left_out)
        self.left_out.setText(left_out)
        self._say_unfamiliar(pack)
        self._show()

    def _build(self) -> None:
        theme = self.theme
        question = Card(theme, "question", pad=16)
        question.body.addWidget(self.read_aloud)
        looking = QHBoxLayout()
        looking.setSpacing(theme.px(12))
        looking.addWidget(self.words_button)
        looking.addWidget(self.finder, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.px(12))
        self._top.addWidget(self.kind, 3)
        self._top.addLayout(looking, 2)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(32), theme.px(12), theme.px(32), theme.px(4))
        column.setSpacing(theme.px(8))
        column.addWidget(question)
        column.addLayout(self._top)
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)
        column.addWidget(self.remark)
        foot = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(theme.px(16))
        for short in (self.length, self.left_out, self.found):
            short.setWordWrap(False)
        foot.addWidget(self.length)
        foot.addWidget(self.left_out)
        foot.addWidget(self.unfamiliar, 1)
        foot.addWidget(self.found)
        column.addLayout(foot)
        self.progress.hide()
        self.kind.changed.connect(self._picked)
        self.words_button.toggled.connect(self._show)
        self._finding = QTimer(self)
        self._finding.setSingleShot(True)
        self._finding.setInterval(150)
        self._finding.timeout.connect(self._mark)
        self.finder.textChanged.connect(self._look_for)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Where what stands side by side has no room, it stands in lines."""
        super().resizeEvent(event)
        wide = self.width() >= self.theme.px(_NARROW)
        turn = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for line in (self._top, self._foot):
            line.setDirection(turn)

    def _picked(self) -> None:
        self.kind.choose([self.format])
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        kind, pack = self.format, self.making.pack
        self.words_button.setVisible(kind == "pdf")
        if kind != "pdf":
            self._say_length(0, 0)
        as_pages = kind == "pdf" and not self.words_button.isChecked()
        self._stack.setCurrentWidget(self.pages if as_pages else self.preview)
        if self._shown is not None and self._shown == (pack, kind):
            return
        self._shown = (pack, kind)
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.progress.hide()
        # What is no text is shown by its words: they come from the same document.
        self.preview.setPlainText(pack.render(kind if kind in _TEXT else "md").decode())
        self._mark()
        if kind == "pdf":
            self._draw_pages(pack)

    def _draw_pages(self, pack: Pack) -> None:
        dots = _DOTS * self.theme.zoom / 100 * self.devicePixelRatioF()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._say_length(0, 0)
        self.pages.show_pages([])
        self._job = self._jobs.run(
            self, lambda tell: pack.look(dots, tell), self._drawn, self._broke
        )

    def _drawn(self, look: Look) -> None:
        self._job = None
        self.progress.hide()
        self.pages.show_pages(look.pages)
        self._say_length(look.count, len(look.pages))

    def _broke(self, error: Exception) -> None:
        self._job = None
        self.progress.hide()
        raise error

    def _say_length(self, count: int, shown: int) -> None:
        """How many pages it has, and a word where that is more than one reads, or than is shown."""
        self.length.setText(self.tr("%Ln pages", "", count))
        self.length.setVisible(count > 0)
        said = ""
        if count > shown:
            said = self.tr("The first pages are shown here; “Show the words” has all of it.")
        elif count > _EASY_TO_READ:
            said = self.tr("Two or three pages are easier to talk about.")
        self.remark.setText(said)
        self.remark.setVisible(bool(said))

    # --- finding ---

    def _look_for(self, typed: str) -> None:
        if typed and self.format == "pdf":
            # Letters can be found in words alone.
            check_quietly(self.words_button, on=True)
            self._show()
        self._finding.start()

    def _mark(self) -> None:
        typed, document = self.finder.text(), self.preview.document()
        marks: list[QTextEdit.ExtraSelection] = []
        at = document.find(typed, 0) if typed else QTextCursor()
        while not at.isNull() and len(marks) < 500:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = at
            mark.format.setBackground(self.theme.color("joy_soft"))
            mark.format.setForeground(self.theme.color("ink"))
            marks.append(mark)
            at = document.find(typed, at)
        self.preview.setExtraSelections(marks)
        if marks:
            first = QTextCursor(marks[0].cursor)
            first.clearSelection()
            self.preview.setTextCursor(first)
            self.preview.centerCursor()
            said = self.tr("Found %Ln times", "", len(marks))
        else:
            said = self.tr("It is not in there") if typed else ""
        self.found.setText(said)

    def _say_unfamiliar(self, pack: Pack) -> None:
        """What may be a name nobody entered, and what no program can know."""
        shown = pack.unfamiliar[:6]
        more = ["…"] if len(pack.unfamiliar) > len(shown) else []
        named = fill(self.tr("Not answered yet: %1."), ", ".join([*shown, *more]))
        limit = self.tr("No program can know who a story tells of: please read it once yourself.")
        self.unfamiliar.setText(" ".join([*([named] if shown else []), limit]))
        self.unfamiliar.setHidden(pack.request.names is NameStyle.REAL)
