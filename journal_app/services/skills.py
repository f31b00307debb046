"""Skills: the focus skill, the experiments tried for it, and doubts on their own page."""

from dataclasses import replace
from datetime import date

from journal_app.domain.doubt import Doubt, DoubtState
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.skill import Skill
from journal_app.guidance.loader import Guidance
from journal_app.services.changes import Notify, Topic
from journal_app.store.nouns import Nouns

_FOCUS, _FOCUS_SINCE = "focus_skill", "focus_since"


class SkillService:
    """What the leader is learning."""

    def __init__(self, guidance: Guidance, nouns: Nouns, notify: Notify) -> None:
        self._guidance = guidance
        self._nouns = nouns
        self._notify = notify

    def all(self) -> tuple[Skill, ...]:
        """The twelve people skills."""
        return self._guidance.skills

    def skill(self, skill_id: str) -> Skill | None:
        """One skill by its id, or None when the guidance no longer has it."""
        return next((skill for skill in self._guidance.skills if skill.id == skill_id), None)

    def focus(self) -> Skill | None:
        """The skill chosen for these weeks, if one is."""
        return self.skill(self._nouns.settings.get(_FOCUS))

    def focus_since(self) -> date | None:
        """The day the focus was chosen."""
        since = self._nouns.settings.get(_FOCUS_SINCE)
        return date.fromisoformat(since) if since else None

    def choose_focus(self, skill_id: str | None, *, on: date) -> None:
        """Set the focus skill; None rests it."""
        self._nouns.settings.put(_FOCUS, skill_id or "")
        self._nouns.settings.put(_FOCUS_SINCE, on.isoformat() if skill_id else "")
        self._notify(Topic.SKILLS)

    def tries(self, skill_id: str) -> list[ExperimentTry]:
        """The experiments tried for one skill, newest first."""
        return self._nouns.tries.of_skill(skill_id)

    def doubts(self) -> list[Doubt]:
        """Everything the leader does not know how to do yet, newest first."""
        return self._nouns.doubts.newest()

    def settle_doubt(self, doubt_id: int, state: DoubtState) -> Doubt:
        """Say where a doubt stands: open, learning or settled."""
        doubt = self._nouns.doubts.save(replace(self._nouns.doubts.get(doubt_id), state=state))
        self._notify(Topic.DOUBTS)
        return doubt
