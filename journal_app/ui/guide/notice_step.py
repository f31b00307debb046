"""Notice: who took a step this week, for up to three moments."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.draft import MomentDraft
from journal_app.domain.seed import Seed
from journal_app.domain.step import Mode
from journal_app.ui.guide.listed_step import ListedStep
from journal_app.ui.guide.moment_form import MomentForm
from journal_app.ui.guide.step import GuideServices
from journal_app.ui.guide.unseen_line import UnseenLine
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.labels import label

MOST_MOMENTS = 3


class NoticeStep(ListedStep[MomentDraft, MomentForm]):
    """Moment forms, with the seeds of the week beside them."""

    def __init__(
        self, services: GuideServices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        self.nobody = label("", tone="muted")
        self.unseen = UnseenLine(services, theme)
        super().__init__(services, theme, below=self.nobody, parent=parent)
        self.column.insertWidget(0, self.unseen)
        self.unseen.chosen.connect(self._write_about)
        self.add_button.setText(self.tr("Another &moment"))
        self.add_button.setAccessibleName(self.tr("Another moment"))
        self.nobody.setText(
            self.tr(
                "Nobody is on the People page yet. Write all the same; your words are kept with"
                " this week."
            )
        )

    def items(self) -> list[MomentDraft]:
        """The moments of the draft."""
        return self.draft.moments

    def new_item(self) -> MomentDraft:
        """A moment without words."""
        return MomentDraft()

    def make_form(self, item: MomentDraft) -> MomentForm:
        """One line in the short version, the whole form in the full one."""
        compact = self.draft.mode is Mode.SHORT
        return MomentForm(self.theme, self.people(), item, compact=compact)

    def main_field(self, form: MomentForm) -> QWidget:
        """What was seen or heard."""
        return form.behaviour

    def take_seed(self, seed: Seed) -> None:
        """Go on from the last moment, or begin another."""
        last = self.draft.moments[-1]
        if last.has_words and len(self.draft.moments) < MOST_MOMENTS:
            last = MomentDraft()
            self.draft.moments.append(last)
        joined = (last.behaviour, seed.body)
        last.behaviour = "\n".join(text for text in joined if text.strip())
        last.person_id = last.person_id or seed.person_id

    def offer(self) -> None:
        """Another moment, up to three, once the last one has words."""
        self.unseen.show_draft(self.draft)
        for form in self.forms:
            form.show_note(self._note(form.moment))
        room = len(self.draft.moments) < MOST_MOMENTS and self.draft.mode is not Mode.SHORT
        self.add_button.setVisible(room and self.draft.moments[-1].has_words)
        self.nobody.setVisible(not self.people())

    def _note(self, moment: MomentDraft) -> str:
        if moment.person_id is None:
            return ""
        tilted = self.services.attention.is_tilted(moment.person_id)
        name = self.name_of(moment.person_id)
        return self.services.questions.beside_moment(moment, name, tilted=tilted)

    def _write_about(self, person_id: int) -> None:
        """Begin a moment about the person who was marked."""
        last = self.draft.moments[-1]
        if last.has_words and len(self.draft.moments) < MOST_MOMENTS:
            last = MomentDraft()
            self.draft.moments.append(last)
        if not last.has_words:
            last.person_id = person_id
        self.fill()
        self.first_field().setFocus()
        self.edited.emit()
