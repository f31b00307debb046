"""Share: a pack in six steps, from whom it is for to a file of one's own; and what is out there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journal_app.domain.share import Audience
from journal_app.domain.week import Week
from journal_app.services.shared import SharedService
from journal_app.services.sharing import SharingService
from journal_app.ui.jobs import Jobs
from journal_app.ui.share.making import Making, ShareStep
from journal_app.ui.share.names_step import NamesStep
from journal_app.ui.share.parts_step import PartsStep
from journal_app.ui.share.preview_step import PackPreviewStep
from journal_app.ui.share.questions_step import QuestionsStep
from journal_app.ui.share.save_step import SaveStep
from journal_app.ui.share.shared_list import SharedList
from journal_app.ui.share.whom_step import WhomStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.page import PageHeader
from journal_app.ui.widgets.step_trail import StepTrail
from journal_app.ui.widgets.turning_row import TurningRow

_LEAST = 280


class SharePage(QWidget):
    """Walks through the steps; nothing is written before Save is pressed on the last."""

    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        sharing: SharingService,
        shared: SharedService,
        week_of: Callable[[date], Week],
        jobs: Jobs,
        choose_file: Callable[[str, str], Path | None],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.making = Making(sharing, today)
        self.whom = WhomStep(theme, self.making)
        self.questions = QuestionsStep(theme, self.making)
        self.parts = PartsStep(theme, self.making)
        self.names = NamesStep(theme, self.making)
        self.preview = PackPreviewStep(theme, self.making, jobs)
        self.saving = SaveStep(theme, self.making, jobs=jobs, choose_file=choose_file)
        self.shared = SharedList(theme, shared, today=today, week_of=week_of)
        self.whom.below.addWidget(self.shared)
        self.steps: dict[str, ShareStep] = {
            "whom": self.whom,
            "questions": self.questions,
            "parts": self.parts,
            "names": self.names,
            "preview": self.preview,
            "save": self.saving,
        }
        self.header = PageHeader(theme, self.tr("Share on purpose"))
        self.trail = StepTrail(theme)
        self.trail.setAccessibleName(self.tr("Steps of the pack"))
        self.trail.set_places(
            [
                ("whom", self.tr("For whom")),
                ("questions", self.tr("Questions")),
                ("parts", self.tr("Parts")),
                ("names", self.tr("Names")),
                ("preview", self.tr("Preview")),
                ("save", self.tr("Save")),
            ]
        )
        self.stack = QStackedWidget()
        self.back_button = button(self.tr("&Back"))
        self.next_button = button(self.tr("&Next"), "primary")
        self.at = "whom"
        self._build()
        self.go("whom")

    def go(self, step: str) -> None:
        """Stand at a step, with everything chosen before it taken in."""
        self.steps[self.at].leave()
        self.at = step
        if step == "whom":
            self.shared.refresh()
        if step == "save":
            self.saving.set_format(self.preview.format)
        self.steps[step].enter()
        self.stack.setCurrentWidget(self.steps[step])
        self.trail.stand_at(step)
        self.back_button.setVisible(step != "whom")
        self.next_button.setVisible(step != "save")

    def walk(self, by: int) -> None:
        """Go on or back by so many steps."""
        steps = list(self.steps)
        self.go(steps[max(0, min(len(steps) - 1, steps.index(self.at) + by))])

    def make_for(self, audience: Audience) -> None:
        """Turn to the pack for this reader; what was chosen so far stays."""
        self.making.choose(audience=audience)
        self.go("whom")

    def begin_anew(self) -> None:
        """Start another pack, under other names."""
        self.making.begin_anew()
        for step in self.steps.values():
            step.enter()
        self.at = "whom"
        self.go("whom")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """The journal may have grown since one was here."""
        super().showEvent(event)
        if self.saving.saved_to is None:
            self.making.look_again()
            self.go(self.at)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A step is at least as high as one can read in."""
        super().resizeEvent(event)
        self.stack.setMinimumHeight(self._theme.px(_LEAST))

    def _build(self) -> None:
        px = self._theme.px
        for step in self.steps.values():
            self.stack.addWidget(step)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(32), px(8), px(32), px(20))
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(TurningRow(self._theme, self.header, self.trail))
        layout.addWidget(self.stack, 1)
        layout.addLayout(foot)
        # Only a low window scrolls the whole page: a step keeps the height it is read at.
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.trail.chosen.connect(self.go)
        self.back_button.clicked.connect(lambda: self.walk(-1))
        self.next_button.clicked.connect(lambda: self.walk(1))
        self.shared.said.connect(self.said)
        self.saving.again_button.clicked.connect(self.begin_anew)
        for field in (self.whom.purpose, *self.questions.questions):
            field.submitted.connect(lambda: self.walk(1))
