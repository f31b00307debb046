"""Line keeper: one person's line as a picture or as pages, with nothing on it but growth."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.growth_page import GrowthPage, PagePoint
from journal_app.domain.person import Person
from journal_app.domain.progress import Progress
from journal_app.domain.season import Season
from journal_app.domain.share import Keepsake
from journal_app.services.keepsakes import KeepsakeService, SavedFile, save_growth
from journal_app.ui.file_chooser import FileChooser
from journal_app.ui.jobs import Jobs
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.growth_line import LinePoint
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.vine import Mark
from journal_app.ui.wording import season_text

MOST_IN_PICTURE = 120  # sentences; a picture of more is too long for anything that shows it


class LineKeeper(QWidget):
    """Two buttons under a line; ``points`` gives what is shown when one is pressed."""

    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        points: Callable[[], Sequence[LinePoint]],
        keepsakes: KeepsakeService,
        jobs: Jobs,
        files: FileChooser,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._points, self._jobs, self._files = points, jobs, files
        self._keepsakes, self._today = keepsakes, today
        self._person: Person | None = None
        self.picture_button = button(self.tr("Keep as a p&icture…"), "text")
        self.pages_button = button(self.tr("Keep as pa&ges…"), "text")
        self.hint = label(
            self.tr(
                "Their name and these steps leave the journal then. Plans, promises, worries and"
                " your own joy stay here."
            ),
            size=12,
            tone="muted",
        )
        acts = QWidget()
        flow = FlowLayout(acts, gap=theme.px(4))
        flow.addWidget(self.picture_button)
        flow.addWidget(self.pages_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(acts)
        column.addWidget(self.hint)
        self.picture_button.clicked.connect(lambda: self._save("growth.png"))
        self.pages_button.clicked.connect(lambda: self._save("growth.pdf"))

    def set_line(self, person: Person | None, length: int) -> None:
        """Whose line it is; one too long for a picture is kept as pages."""
        self._person = person
        self.picture_button.setVisible(length <= MOST_IN_PICTURE)

    def page(self) -> GrowthPage:
        """What would leave now."""
        points = [p for p in self._points() if p.mark is not Mark.BUD]
        made: list[PagePoint] = []
        season: Season | None = None
        for point in points:
            new = Season.of(point.on)
            made.append(
                PagePoint(
                    day=point.day,
                    text=point.text,
                    note=point.kind,
                    heading=season_text(new) if new != season else "",
                    blossom=point.mark is Mark.BLOSSOM,
                )
            )
            season = new
        return GrowthPage(
            title=self._person.name if self._person else "",
            over=self.tr("Growth I saw"),
            foot=self.tr("One person's view, written to learn how to lead; not an assessment."),
            points=made,
            language=QLocale().bcp47Name().partition("-")[0],
        )

    def _save(self, suggested: str) -> None:
        path = self._files.save(self.tr("Keep the line of growth"), suggested)
        if path is None:
            return
        page = self.page()

        def work(_progress: Progress) -> SavedFile:
            return save_growth(page, path)

        about = self._person.id if self._person else None
        self._jobs.run(self, work, partial(self._saved, about or 0))

    def _saved(self, about: int, saved: SavedFile) -> None:
        self._keepsakes.note(Keepsake.LINE, saved, person_id=about, on=self._today())
        self.said.emit(self.tr("Saved. It names them: keep it where only you two read it."), None)
