"""The guide: one screen at a time, kept to the letter, left and come back to at will."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.step import Mode, Step
from journal_app.domain.week import Week
from journal_app.ui.guide.arrive_step import ArriveStep
from journal_app.ui.guide.celebrate_step import CelebrateStep
from journal_app.ui.guide.close_step import CloseStep
from journal_app.ui.guide.guide_trail import GuideTrail
from journal_app.ui.guide.leader_step import LeaderStep
from journal_app.ui.guide.notice_step import NoticeStep
from journal_app.ui.guide.place_step import PlaceStep
from journal_app.ui.guide.plan_step import PlanStep
from journal_app.ui.guide.preview_step import PreviewStep
from journal_app.ui.guide.quarter_steps import JoyStep, KeepStep, MeasuresStep, QuarterPeopleStep
from journal_app.ui.guide.question_panel import QuestionPanel
from journal_app.ui.guide.seen_step import SeenStep
from journal_app.ui.guide.step import GuideServices, GuideStep
from journal_app.ui.guide.words_step import WordsStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.confetti import Confetti
from journal_app.ui.widgets.foot_bar import FootBar
from journal_app.ui.widgets.framed_column import FramedColumn
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.saved_hint import SavedHint
from journal_app.ui.widgets.turning_row import TurningRow
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import week_text

AUTOSAVE_MS = 800
_SCREENS: dict[str, type[GuideStep]] = {
    "arrive": ArriveStep,
    "plan": PlanStep,
    "notice": NoticeStep,
    "celebrate": CelebrateStep,
    "leader": LeaderStep,
    "month-place": PlaceStep,
    "preview": PreviewStep,
    "close": CloseStep,
}
_WORDS: dict[str, type[WordsStep]] = {
    "month-seen": SeenStep,
    "quarter-people": QuarterPeopleStep,
    "quarter-measures": MeasuresStep,
    "quarter-keep": KeepStep,
    "quarter-me": JoyStep,
}


class GuidePage(QWidget):
    """Leads through the screens of one week's draft and keeps every word within a second."""

    finished = Signal(object)
    left = Signal()

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._screens: dict[str, GuideStep] = {}
        self._unsaved = False
        self._celebrated = False
        self.draft: ReflectionDraft | None = None
        self.shown: GuideStep | None = None
        self.header = PageHeader(theme, self.tr("Your weekly reflection"))
        self.trail = GuideTrail(theme, services.questions)
        self.panel = QuestionPanel(services, theme)
        self.saved = SavedHint(theme)
        self.back_button = button(self.tr("&Back"))
        self.free_button = button(self.tr("&Write freely"))
        self.another_button = button(self.tr("&Another question"))
        self.skip_button = button(self.tr("S&kip"))
        self.next_button = button(self.tr("&Next"))
        self.done_button = button(self.tr("&Done"), "primary")
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_MS)
        self._timer.timeout.connect(self.keep)
        self._connect()

    # --- opening, keeping, leaving ---

    def open_week(self, week: Week, *, at: str = "") -> None:
        """Open the draft of a week where it was left, or at a screen."""
        self.keep()
        today = self._services.today()
        draft = self._services.reflections.open_draft(week, on=today)
        self.draft = draft
        self._celebrated = False
        self.header.say(self.tr("Your weekly reflection"), week_text(week))
        if at and draft.place == "arrive" and not draft.has_words:
            draft.place = at
        draft.mode = draft.mode or Mode.FULL
        self._services.pace.offer_page(draft, on=today)
        self.saved.clear()
        self._show_place(restore=True)

    def keep(self) -> None:
        """Make what was typed durable now; harmless when nothing changed."""
        self._timer.stop()
        if self.draft is None or not self._unsaved:
            return
        self._note_cursor()
        self._services.reflections.keep(self.draft)
        self._unsaved = False
        self.saved.saved_now()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Nothing typed waits for a timer that will not come."""
        self.keep()
        super().closeEvent(event)

    def leave(self) -> None:
        """Keep and go home; the guide opens here again."""
        self.keep()
        self.left.emit()

    # --- walking ---

    def steps(self) -> tuple[Step, ...]:
        """The screens of the version chosen."""
        mode = (self.draft.mode if self.draft else None) or Mode.FULL
        pages = self.draft.pages if self.draft else ()
        left_out = set() if _has_plans(self.draft) else {"plan"}
        if self._services.skills.focus() is None:
            left_out.add("month-place")
        steps = self._services.questions.steps(mode, pages)
        return tuple(step for step in steps if step.id not in left_out)

    def go_next(self) -> None:
        """Go to the screen after this one."""
        self._walk(1)

    def go_back(self) -> None:
        """Go to the screen before this one."""
        self._walk(-1)

    def go_to(self, place: str) -> None:
        """Go to a screen by its id."""
        if self.draft is None:
            return
        self._note_cursor()
        self.draft.place = place
        self.draft.field_name, self.draft.cursor = "", 0
        self._unsaved = True
        self.keep()
        self._show_place(restore=False)

    def finish(self) -> None:
        """End the week; what was written moves into the journal."""
        if self.draft is None:
            return
        self.keep()
        draft, self.draft = self.draft, None
        finished = self._services.reflections.finish(draft, on=self._services.today())
        self.finished.emit(finished)

    # --- building ---

    def _build(self) -> None:
        theme = self._theme
        self.column = PageColumn(theme)
        self.column.body.addWidget(self.panel)
        self._place = QVBoxLayout()
        self.column.body.addLayout(self._place)
        self.column.body.addStretch(1)
        foot = FootBar(theme, self.saved)
        for widget in (
            self.back_button,
            self.free_button,
            self.another_button,
            self.skip_button,
            self.next_button,
            self.done_button,
        ):
            foot.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = TurningRow(theme, self.header, self.trail)
        self.header.give_way_on(self)
        layout.addWidget(FramedColumn(theme, head, self.column, foot))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_next)
        self.skip_button.clicked.connect(self.go_next)
        self.done_button.clicked.connect(self.finish)
        self.free_button.clicked.connect(self.panel.write_freely)
        self.another_button.clicked.connect(self._ask_another)
        self.trail.chosen.connect(self.go_to)
        self.panel.edited.connect(self._on_edited)
        self.panel.free.submitted.connect(self.go_next)
        self.panel.free.left.connect(self.leave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._advance)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self.leave)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)

    # --- showing ---

    def _walk(self, by: int) -> None:
        if self.draft is None:
            return
        places = [step.id for step in self.steps()]
        at = places.index(self.draft.place) if self.draft.place in places else 0
        to = max(0, min(len(places) - 1, at + by))
        celebrating = self.draft.place == "celebrate" and by > 0
        self.go_to(places[to])
        if celebrating and self.draft.celebration.has_words and not self._celebrated:
            self._celebrated = True
            Confetti(self._theme, self.window())

    def _advance(self) -> None:
        if self.draft is not None and self.draft.place == "close":
            self.finish()
        else:
            self.go_next()

    def _show_place(self, *, restore: bool) -> None:
        draft = self.draft
        if draft is None:
            return
        steps = self.steps()
        if draft.place not in {step.id for step in steps}:
            draft.place = steps[0].id
        step = self._services.questions.step(draft.place)
        self.trail.lead(steps, step)
        self._show_screen(step)
        self.panel.show_step(draft, step)
        self.another_button.setVisible(self.panel.can_ask_another())
        first, last = step.id == steps[0].id, step.id == "close"
        self.back_button.setVisible(not first)
        for widget in (self.skip_button, self.next_button):
            widget.setVisible(not last)
        self.done_button.setVisible(last)
        self.free_button.setVisible(not first and not last)
        self.column.verticalScrollBar().setValue(0)
        self._put_cursor(restore=restore)

    def _show_screen(self, step: Step) -> None:
        if self.shown is not None:
            self.shown.hide()
        if step.id not in self._screens:
            kind = _SCREENS.get(step.id)
            made = (
                kind(self._services, self._theme)
                if kind is not None
                else _WORDS.get(step.id, WordsStep)(step.id, self._services, self._theme)
            )
            made.edited.connect(self._on_edited)
            made.advance_requested.connect(self.go_next)
            self._screens[step.id] = made
            self._place.addWidget(made)
        self.shown = self._screens[step.id]
        if self.draft is not None:
            self.shown.show_draft(self.draft)
        self.shown.show()

    # --- writing ---

    def _ask_another(self) -> None:
        self.panel.ask_another()
        self.another_button.setVisible(self.panel.can_ask_another())

    def _on_edited(self) -> None:
        self._unsaved = True
        self.saved.typing()
        if self.draft is not None and self.draft.place == "arrive":
            self.trail.lead(self.steps(), self._services.questions.step("arrive"))
        # Not restarted by each key: words are durable a moment after the first unsaved one.
        if not self._timer.isActive():
            self._timer.start()

    def _note_cursor(self) -> None:
        widget = self.focusWidget()
        if self.draft is None or widget is None:
            return
        self.draft.field_name = widget.accessibleName()
        if isinstance(widget, WritingArea):
            self.draft.cursor = widget.cursor_place()
        elif isinstance(widget, QLineEdit):
            self.draft.cursor = widget.cursorPosition()

    def _put_cursor(self, *, restore: bool) -> None:
        if self.draft is None or self.shown is None:
            return
        wanted = self.draft.field_name if restore else ""
        found = None
        if wanted:
            fields = self.findChildren(QWidget)
            shown = [f for f in fields if f.accessibleName() == wanted and not f.isHidden()]
            found = shown[-1] if shown else None
        if found is None:
            found = self.shown.first_field()
            found.setFocus()
            return
        found.setFocus()
        if isinstance(found, WritingArea):
            found.put_cursor(self.draft.cursor)
        elif isinstance(found, QLineEdit):
            found.setCursorPosition(self.draft.cursor)


def _has_plans(draft: ReflectionDraft | None) -> bool:
    """True when there is a plan or a promise to look back on."""
    if draft is None:
        return False
    return bool(draft.plan_endings and not draft.clean_start) or bool(draft.promise_endings)
