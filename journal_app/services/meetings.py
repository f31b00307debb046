"""Meetings: the next 1:1 with one person, previewed on one sheet."""

from datetime import date

from journal_app.domain.meeting import LATELY, MOST_STEPS, Meeting, Sheet
from journal_app.domain.promise import PromiseState
from journal_app.guidance.loader import Guidance
from journal_app.store.nouns import Nouns


class MeetingService:
    """Gathers what belongs into a 1:1; the order of its questions is the same all week."""

    def __init__(self, nouns: Nouns, guidance: Guidance) -> None:
        self._nouns = nouns
        self._questions = guidance.texts("one_on_one.questions")
        self._about_thanks = guidance.text("one_on_one.thanks")

    def meeting(self, person_id: int, *, on: date) -> Meeting:
        """Everything for the next 1:1 with this person."""
        nouns = self._nouns
        person = nouns.people.get(person_id)
        celebrations = nouns.celebrations.about(person_id)
        celebrated = {c.moment_id for c in celebrations}
        steps = [
            m
            for m in nouns.moments.about(person_id)
            if m.id not in celebrated and on - LATELY <= m.happened_on <= on
        ]
        return Meeting(
            person=person,
            waiting=[c for c in celebrations if c.waits],
            steps=steps[-MOST_STEPS:],
            promises=[p for p in nouns.promises.about(person_id) if p.state is PromiseState.OPEN],
            plans=[p for p in nouns.intentions.about(person_id) if p.is_open],
            seeds=[s for s in nouns.seeds.waiting() if s.person_id == person_id],
            questions=self._asked(
                person_id, on, knows_thanks=bool(person.card.thanks.text.strip())
            ),
        )

    def _asked(self, person_id: int, on: date, *, knows_thanks: bool) -> list[str]:
        """What one does not know yet is asked first; else another question each week."""
        begin = (on.toordinal() // 7 + person_id) % len(self._questions)
        turned = [*self._questions[begin:], *self._questions[:begin]]
        return turned if knows_thanks else [self._about_thanks, *turned]


def sheet_pictures(sheet: Sheet) -> list[bytes]:
    """The pages of the sheet as pictures, for a printer; touches no journal."""
    from journal_app.exchange import sheet as sheets

    return sheets.as_pictures(sheet)
