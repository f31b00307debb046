"""Moment writing: a moment or a worry written outside the guide, kept as a draft while typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from journal_app.domain.draft import MomentDraft
from journal_app.domain.moment import Moment
from journal_app.domain.person import Person
from journal_app.domain.worry import Worry
from journal_app.services.drafts import DraftService
from journal_app.services.growth import GrowthService
from journal_app.ui.guide.draft_writing import DraftWriting
from journal_app.ui.guide.moment_form import MomentForm
from journal_app.ui.theme import Theme


class MomentWriting(DraftWriting):
    """Opens the form about one person."""

    form: MomentForm | None

    def __init__(
        self,
        theme: Theme,
        *,
        growth: GrowthService,
        drafts: DraftService,
        beside: Callable[[MomentDraft, Person], str],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, add=self.tr("Write a &moment"), keep=self.tr("&Keep it"), parent=parent
        )
        self._growth, self._drafts = growth, drafts
        self._today, self._beside = today, beside
        self._person: Person | None = None

    def show_person(self, person: Person) -> None:
        """Turn to this person; a moment begun about them goes on."""
        self._close()
        self._person = person
        if self._drafts.moment(person.id or 0) is not None:
            self.begin()

    def begin(self) -> None:
        """Open the form, with the words of a moment begun before."""
        if self._person is None:
            return
        self._close()
        person_id = self._person.id or 0
        draft = self._drafts.moment(person_id) or MomentDraft(person_id=person_id)
        self.form = MomentForm(self._theme, [self._person], draft)
        self.form.who.hide()
        self.form.removed.connect(self._drop)
        self.form.submitted.connect(self.finish)
        self.form.edited.connect(self._on_edited)
        self._open(self.form)
        self.form.behaviour.setFocus()

    def keep(self) -> None:
        """Make what was typed durable as a draft; an empty form leaves none."""
        self._timer.stop()
        form, person = self.form, self._person
        if form is None or person is None:
            return
        if form.moment.has_words:
            form.moment.person_id = person.id
            self._drafts.keep_moment(form.moment)
            self.saved.saved_now()
        else:
            self._drafts.drop_moment(person.id or 0)

    def finish(self) -> None:
        """The draft becomes a moment on the line, or a worry apart from it."""
        form, person = self.form, self._person
        if form is None or person is None:
            return
        written, person_id, today = form.moment, person.id or 0, self._today()
        if written.has_words and written.worry:
            self._growth.worry(_worry(written, person_id, today))
            self.said.emit(self.tr("Kept apart, where it can fade."), None)
        elif written.has_words:
            self._growth.notice(_moment(written, person_id, today))
        self._close()
        self._drafts.drop_moment(person_id)

    def _drop(self) -> None:
        form, person = self.form, self._person
        if form is None or person is None:
            return
        draft = form.moment
        draft.person_id = person.id
        self._close()
        self._drafts.drop_moment(person.id or 0)
        if draft.has_words:
            self.said.emit(self.tr("Taken away."), lambda: self._bring_back(draft))

    def _bring_back(self, draft: MomentDraft) -> None:
        self._drafts.keep_moment(draft)
        if self._person is not None and self._person.id == draft.person_id:
            self.begin()

    def _on_edited(self) -> None:
        self._typing()
        if self.form is not None and self._person is not None:
            self.form.show_note(self._beside(self.form.moment, self._person))


def _worry(draft: MomentDraft, person_id: int, on: date) -> Worry:
    parts = (draft.situation, draft.behaviour, draft.impact, draft.meaning)
    body = "\n".join(part.strip() for part in parts if part.strip())
    return Worry(person_id=person_id, noted_on=on, body=body)


def _moment(draft: MomentDraft, person_id: int, on: date) -> Moment:
    """The moment a draft tells of; what was seen is the one part it cannot be without."""
    seen = draft.behaviour.strip()
    texts = [text for text in (draft.situation, draft.impact, draft.meaning) if text.strip()]
    rest = [draft.situation, draft.impact, draft.meaning]
    if not seen:
        rest[rest.index(texts[0])] = ""
    return Moment(
        person_id=person_id,
        happened_on=on,
        situation=rest[0],
        behaviour=draft.behaviour if seen else texts[0],
        impact=rest[1],
        meaning=rest[2],
        growth=draft.growth,
    )
