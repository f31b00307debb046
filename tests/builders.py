"""Builders: a believable noun in one call, with only what the test is about spelled out."""

from datetime import date

from journal_app.domain.draft import CelebrationDraft, IntentionDraft, MomentDraft, ReflectionDraft
from journal_app.domain.entry import Entry, EntryKind
from journal_app.domain.step import Mode

MONDAY = date(2026, 11, 16)
FRIDAY = date(2026, 11, 20)
NEXT_MONDAY = date(2026, 11, 23)
NEXT_FRIDAY = date(2026, 11, 27)


def an_entry(
    body: str = "Mei asked the quiet question that turned the meeting.",
    *,
    on: date = FRIDAY,
    kind: EntryKind = EntryKind.NOTE,
    title: str = "",
    person_id: int | None = None,
    tags: tuple[str, ...] = (),
) -> Entry:
    """A free entry."""
    return Entry(happened_on=on, body=body, kind=kind, title=title, person_id=person_id, tags=tags)


def a_moment(
    person_id: int | None, behaviour: str = "told the customer what we did not know"
) -> MomentDraft:
    """A moment as it stands in a draft."""
    return MomentDraft(
        person_id=person_id,
        situation="In Tuesday's call",
        behaviour=behaviour,
        impact="They calmed down and stayed.",
    )


def a_plan(
    act: str = "ask for her plan before I say mine",
    cue: str = "Mei brings the roadmap",
    **rest: object,
) -> IntentionDraft:
    """An if-then plan as it stands in a draft."""
    return IntentionDraft(cue=cue, act=act, **rest)  # type: ignore[arg-type]


def a_full_draft(person_id: int, *, week_start: date = MONDAY) -> ReflectionDraft:
    """A draft in which every screen was written."""
    draft = ReflectionDraft(week_start=week_start, mode=Mode.FULL, begun_on=FRIDAY)
    draft.moments.append(a_moment(person_id))
    draft.celebration = CelebrationDraft(
        moment=0,
        person_id=person_id,
        situation="In Tuesday's call",
        behaviour="you told the customer what we did not know yet",
        impact="they calmed down and stayed",
        joy="I was proud to sit beside her.",
    )
    draft.doubt = "I don't know how to disagree with my own boss in front of the team."
    draft.intentions.append(a_plan(person_id=person_id))
    draft.answer("notice").prompt_id = "N01"
    draft.answer("notice").prompt_text = "Who did something this week?"
    draft.answer("notice").body = "Mei, three times."
    return draft


def a_sentence() -> str:
    """A sentence no program would hold by chance."""
    return "The heron stood beside her empty desk."
