"""Doubt card: what one does not know how to do yet, under its lock, and what a doubt may become."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.doubt import Doubt, DoubtState, DoubtWay
from journal_app.domain.draft import IntentionDraft, ReflectionDraft
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.writing_area import WritingArea

_TRY = "try"
_BEGINS = 9
_OFFERED = 3


class DoubtCard(Card):
    """A page for the doubt; one that comes back can be taken up, tried out or put to rest."""

    edited = Signal()

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "doubt", parent)
        self._services = services
        self._draft = ReflectionDraft(week_start=services.today())
        self._loop: Doubt | None = None
        self.area = WritingArea(theme, name=self.tr("What I don't know how to do yet"), lines=2)
        self.area.setObjectName("doubt")
        self.area.setPlaceholderText(self.tr("Plain words. They stay under the lock."))
        self.again = ChipRow(theme, [], name=self.tr("Take up one from before"))
        self.looping = words("", size=16)
        self._loop_label = label(
            self.tr("This one has come back a few times. What shall become of it?"), tone="doubt"
        )
        self.ways = ChipRow(
            theme,
            [
                (_TRY, self.tr("Plan one small test")),
                (DoubtWay.MENTOR, self.tr("Take it to my mentor")),
                (DoubtWay.REST, self.tr("Let it rest")),
            ],
            name=self.tr("What becomes of this doubt"),
        )
        self.way_taken = label("", tone="doubt")
        self.beside = label("", tone="muted")
        self._lock = Drawing(theme, "lock-keyhole", "doubt", 16)
        row = QHBoxLayout()
        row.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(self.tr("Never exported unless you add it yourself"), tone="doubt"), 1)
        self._again_label = label(self.tr("Or take up one from before"), tone="muted")
        self.body.setSpacing(theme.px(10))
        for widget in (
            self._loop_label,
            self.looping,
            self.ways,
            self.way_taken,
            self.area,
            self._again_label,
            self.again,
            self.beside,
        ):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.area.edited.connect(self._write)
        self.again.changed.connect(self._take_up)
        self.ways.changed.connect(self._take_way)

    def show_draft(self, draft: ReflectionDraft) -> None:
        """Show the words so far, the doubts from before, and the one that goes round."""
        self._draft = draft
        self.area.set_text(draft.doubt)
        skills = self._services.skills
        alive = [
            d
            for d in skills.doubts()
            if d.state is not DoubtState.SETTLED and d.way is not DoubtWay.REST
        ][:_OFFERED]
        self.again.set_options([(str(d.id), _begins(d)) for d in alive])
        self.again.choose([str(draft.doubt_id)])
        self._unfold()

    def _unfold(self) -> None:
        draft = self._draft
        self._loop = self._services.situations.looping(draft)
        loop = self._loop
        self._loop_label.setVisible(loop is not None)
        self.looping.setVisible(loop is not None)
        self.ways.setVisible(loop is not None)
        if loop is not None:
            self.looping.setText(loop.body)
            self.ways.choose([])
            self.way_taken.hide()
        self.again.setVisible(bool(self.again.chips))
        self._again_label.setVisible(bool(self.again.chips))
        self.beside.setText(self._evidence())
        self.beside.setVisible(bool(self.beside.text()))

    def _evidence(self) -> str:
        """Beside a doubt taken up: earlier evidence on its skill, else that it is common."""
        taken = next((d for d in self._services.skills.doubts() if d.id == self._draft.doubt_id), 0)
        if not isinstance(taken, Doubt):
            return ""
        shown = self._services.practice.can_lead(taken.skill_id, before=self._services.today())
        if not shown:
            return self._services.questions.text("doubts.normal")
        return self.tr("You did this before: %1").replace("%1", shown[0].text)

    def _take_up(self) -> None:
        self._draft.doubt_id = int(self.again.choice()) if self.again.choice() else None
        self._unfold()
        self.edited.emit()

    def _take_way(self) -> None:
        chosen, loop = self.ways.choice(), self._loop
        if loop is None or not chosen:
            return
        if chosen == _TRY:
            self._draft.intentions.append(IntentionDraft(doubt_id=loop.id, skill_id=loop.skill_id))
            said = self.tr("A plan for it waits in Preview.")
        else:
            self._services.skills.choose_way(loop.id or 0, DoubtWay(chosen))
            resting = chosen == DoubtWay.REST
            said = self.tr("It rests now.") if resting else self.tr("It waits for your mentor.")
        self.show_draft(self._draft)
        self.way_taken.setText(said)
        self.way_taken.show()
        self.edited.emit()

    def _write(self) -> None:
        self._draft.doubt = self.area.text()
        self.edited.emit()


def _begins(doubt: Doubt) -> str:
    """The first words of a doubt, enough to know it by."""
    words = doubt.body.split()
    return " ".join(words[:_BEGINS]) + ("…" if len(words) > _BEGINS else "")
