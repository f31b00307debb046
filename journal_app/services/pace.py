"""Pace: how the weeks come: gaps, hard stretches, first days, and when a longer look is due."""

from collections.abc import Sequence
from datetime import date, timedelta

from journal_app.domain import first_days, stretch
from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.reflection import Reflection
from journal_app.domain.step import Mode
from journal_app.domain.week import Week
from journal_app.services.leader import LeaderService
from journal_app.store.nouns import Nouns

MONTHLY, QUARTERLY = "monthly", "quarterly"
_EVERY = {MONTHLY: timedelta(days=28), QUARTERLY: timedelta(days=91)}
_LATELY = 5
_SAID, _CONTACT = "long_stretch_said", "contact"


class PaceService:
    """Knows what kind of week this one is, seen from the sessions before it."""

    def __init__(self, nouns: Nouns, leader: LeaderService) -> None:
        self._nouns = nouns
        self._leader = leader

    def before(self, week_start: date, limit: int = _LATELY) -> list[Reflection]:
        """The sessions before this week, newest first."""
        return self._nouns.reflections.newest_before(week_start, limit)

    def begun_on(self) -> date | None:
        """The day the first session was finished."""
        first = self._nouns.reflections.first()
        return first.finished_on if first else None

    def day(self, on: date) -> int | None:
        """Which day as a leader it is; None when they did not say since when."""
        since = self._leader.leading_since()
        return (on - since).days + 1 if since else None

    def is_gap(self, draft: ReflectionDraft, *, on: date) -> bool:
        """True when three weeks or more lie between the last session and this one."""
        last = self.before(draft.week_start, 1)
        return stretch.is_gap(last[0].finished_on if last else None, on=on)

    def is_gap_before(self, week: Week, *, on: date) -> bool:
        """The same, as a page outside the guide shows it."""
        return self.is_gap(ReflectionDraft(week_start=week.start), on=on)

    def is_soft(self, draft: ReflectionDraft) -> bool:
        """True in the session after a hard week."""
        return stretch.opens_softly(self._modes(draft.week_start))

    def is_quiet(self, draft: ReflectionDraft, *, on: date) -> bool:
        """True in a session that nudges about nothing: hard, after a hard one, or after a gap."""
        return draft.mode is Mode.HARD or self.is_soft(draft) or self.is_gap(draft, on=on)

    def hard_lately(self, draft: ReflectionDraft) -> bool:
        """True when a hard week lies among the last sessions."""
        return Mode.HARD in self._modes(draft.week_start)

    def long_stretch(self, draft: ReflectionDraft, *, on: date) -> bool:
        """True when, with this week, three of five were hard and it was not said lately."""
        if draft.mode is not Mode.HARD:
            return False
        modes = [Mode.HARD, *self._modes(draft.week_start)]
        said = self._nouns.settings.get(_SAID)
        said_on = date.fromisoformat(said) if said else None
        return stretch.is_long(modes) and stretch.may_say_it(said_on, on=on)

    def said_long_stretch(self, *, on: date) -> None:
        """The one sentence about a long stretch was shown on this day."""
        self._nouns.settings.put(_SAID, on.isoformat())

    def contact(self) -> str:
        """Whom the leader could tell about a long stretch, in their own words."""
        return self._nouns.settings.get(_CONTACT)

    def set_contact(self, text: str) -> None:
        """Keep whom one could tell."""
        self._nouns.settings.put(_CONTACT, text.strip())

    # --- longer looks ---

    def page_due(self, draft: ReflectionDraft, *, on: date) -> str:
        """The longer look to offer in this session, or an empty text: at most one."""
        if draft.mode not in {None, Mode.FULL} or self.is_soft(draft) or self.is_gap(draft, on=on):
            return ""
        due = [page for page in (QUARTERLY, MONTHLY) if self._is_due(page, on)]
        if not first_days.may_place(self.day(on)):
            due = []
        return next(iter(due), "")

    def offer_page(self, draft: ReflectionDraft, *, on: date) -> None:
        """Offer in this draft the longer look that is due; the leader may leave it out."""
        if draft.place == "arrive" and not draft.pages_offered:
            page = self.page_due(draft, on=on)
            draft.pages_offered = [page] if page else []
            draft.pages = [page] if page else []

    def _is_due(self, page: str, on: date) -> bool:
        offered = self._nouns.settings.get(f"offered:{page}")
        last = date.fromisoformat(offered) if offered else self.begun_on()
        return last is not None and on - last >= _EVERY[page]

    def _modes(self, week_start: date) -> Sequence[Mode]:
        return [reflection.mode for reflection in self.before(week_start)]
