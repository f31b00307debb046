"""Question panel: the question of a screen, and room to write freely under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.step import Mode, Step
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.question_card import QuestionCard
from journal_app.ui.widgets.writing_area import WritingArea
from journal_app.ui.wording import fill, number_text

_TONES = {
    "notice": ("growth", "sprout", "growth"),
    "celebrate": ("joy", "party-popper", "joy_ink"),
    "leader": ("doubt", "compass", "doubt"),
    "preview": ("preview", "telescope", "preview"),
    "month-seen": ("growth", "sprout", "growth"),
    "quarter-people": ("growth", "sprout", "growth"),
    "quarter-me": ("joy", "party-popper", "joy_ink"),
    "quarter-ahead": ("preview", "telescope", "preview"),
}
_PLAIN_TONE = ("question", "sparkles", "accent_ink")
_ONE_MINUTE = 1


class QuestionPanel(QWidget):
    """Asks the step's question; what is written under it answers it, or stands free."""

    edited = Signal()

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._draft: ReflectionDraft | None = None
        self._step: Step | None = None
        self._answers = False
        self.card = QuestionCard(theme)
        self.free = WritingArea(theme, name=self.tr("Write freely"), lines=3)
        self.free.setObjectName("freeWriting")
        self.free.setPlaceholderText(self.tr("Write what comes."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.card)
        column.addWidget(self.free)
        self.free.edited.connect(self._write)

    def show_step(self, draft: ReflectionDraft, step: Step) -> None:
        """Ask what this step asks in this draft, the same as before if it asked already."""
        self._draft, self._step = draft, step
        questions, today = self._services.questions, self._services.today()
        text = questions.question(draft, step.id, on=today) or step.question
        if step.id == "arrive" and self._services.pace.is_gap(draft, on=today):
            text = questions.text("welcome.back")
        elif step.id == "arrive" and self._services.pace.is_soft(draft):
            text = questions.text("soft.after_hard")
        minutes = step.minutes.get(draft.mode or Mode.FULL, 0)
        hint = fill(self.tr("about %1 min"), number_text(minutes))
        self.card.stand_for(*_TONES.get(step.id, _PLAIN_TONE))
        self.card.ask(text, heading=step.title, hint=hint if minutes >= _ONE_MINUTE else "")
        self._answers = questions.answered_in(draft, step.id) == "words"
        body = draft.answer(step.id).body if self._answers else draft.free_writing.get(step.id, "")
        self.free.set_text(body)
        self.free.setVisible(self._answers or bool(body))

    def write_freely(self) -> None:
        """Open the page under the question and go there."""
        self.free.show()
        self.free.setFocus()

    def can_ask_another(self) -> bool:
        """True while the step has another question to offer."""
        if self._draft is None or self._step is None:
            return False
        return self._services.questions.can_ask_another(self._draft, self._step.id)

    def ask_another(self) -> None:
        """Ask something else; words already written to the first question stay, as free writing."""
        draft, step = self._draft, self._step
        if draft is None or step is None:
            return
        answer = draft.answer(step.id)
        if self._answers and answer.body.strip():
            before = draft.free_writing.get(step.id, "")
            draft.free_writing[step.id] = "\n".join(t for t in (before, answer.body) if t)
            answer.body = ""
        self._services.questions.another(draft, step.id, on=self._services.today())
        self.show_step(draft, step)
        self.edited.emit()

    def _write(self) -> None:
        if self._draft is None or self._step is None or self.free.isHidden():
            return
        place, text = self._step.id, self.free.text()
        if self._answers:
            changed = self._draft.answer(place).body != text
            self._draft.answer(place).body = text
        else:
            changed = self._draft.free_writing.get(place, "") != text
            self._draft.free_writing[place] = text
        if changed:
            self.edited.emit()
