"""Skills: the focus skill, where one stands on its road, experiments, and doubts on their page."""

from dataclasses import replace
from datetime import date

from journal_app.domain.doubt import Doubt, DoubtState, DoubtWay
from journal_app.domain.experiment import ExperimentTry
from journal_app.domain.focus import Focus
from journal_app.domain.intention import Intention
from journal_app.domain.placing import Placing
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
        if (skill_id or "") == self._nouns.settings.get(_FOCUS):
            return
        for focus in self._nouns.focus.all():
            if focus.until is None:
                self._nouns.focus.save(replace(focus, until=on))
        if skill_id:
            self._nouns.focus.add(Focus(skill_id=skill_id, since=on))
        self._nouns.settings.put(_FOCUS, skill_id or "")
        self._nouns.settings.put(_FOCUS_SINCE, on.isoformat() if skill_id else "")
        self._notify(Topic.SKILLS)

    def stay_with_focus(self, *, on: date) -> None:
        """Keep the focus for some weeks more: its time begins anew."""
        self._nouns.settings.put(_FOCUS_SINCE, on.isoformat())
        self._notify(Topic.SKILLS)

    def focuses(self) -> list[Focus]:
        """Every skill that was in focus and when, oldest first."""
        return self._nouns.focus.all()

    def place(self, placing: Placing) -> Placing:
        """Keep which of the four sentences the leader would pick now."""
        kept = self._nouns.placings.add(placing)
        self._notify(Topic.SKILLS)
        return kept

    def placings(self, skill_id: str) -> list[Placing]:
        """Where the leader placed themselves on one skill, oldest first."""
        return self._nouns.placings.of_skill(skill_id)

    def take_back_placing(self, placing_id: int) -> None:
        """Undo a placing that was made a moment ago."""
        self._nouns.placings.remove(placing_id)
        self._notify(Topic.SKILLS)

    def tries(self, skill_id: str) -> list[ExperimentTry]:
        """The experiments tried for one skill, newest first."""
        return self._nouns.tries.of_skill(skill_id)

    def doubts(self) -> list[Doubt]:
        """Everything the leader does not know how to do yet, newest first."""
        return self._nouns.doubts.newest()

    def settle_doubt(self, doubt_id: int, state: DoubtState) -> Doubt:
        """Say where a doubt stands: open, learning or settled."""
        return self._save_doubt(replace(self._nouns.doubts.get(doubt_id), state=state))

    def link_doubt(self, doubt_id: int, skill_id: str | None) -> Doubt:
        """Say which skill a doubt belongs to."""
        return self._save_doubt(replace(self._nouns.doubts.get(doubt_id), skill_id=skill_id))

    def choose_way(self, doubt_id: int, way: DoubtWay) -> Doubt:
        """Take a doubt that keeps coming back to the mentor, or let it rest."""
        return self._save_doubt(replace(self._nouns.doubts.get(doubt_id), way=way))

    def try_out(self, doubt_id: int, plan: Intention) -> Intention:
        """Turn a doubt into a plan in one act; the doubt is being learned from now on."""
        doubt = self._nouns.doubts.get(doubt_id)
        made = self._nouns.intentions.add(
            replace(plan, doubt_id=doubt_id, skill_id=plan.skill_id or doubt.skill_id)
        )
        if doubt.state is DoubtState.OPEN:
            self._nouns.doubts.save(replace(doubt, state=DoubtState.LEARNING))
        self._notify(Topic.DOUBTS)
        self._notify(Topic.INTENTIONS)
        return made

    def _save_doubt(self, doubt: Doubt) -> Doubt:
        self._nouns.doubts.save(doubt)
        self._notify(Topic.DOUBTS)
        return doubt
