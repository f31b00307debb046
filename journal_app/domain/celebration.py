"""Celebrations: what someone did, what it meant, and how it shows them growing."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from journal_app.domain.sentence import as_sentence, scene

GROWING = "I can see you growing in {what}"


class Delivery(StrEnum):
    """What the leader wants to do with a celebration. Private is a full ending."""

    PRIVATE = "private"
    SAY = "say"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Celebration:
    """One moment worth honouring; ``joy`` is the leader's own and never enters the note."""

    person_id: int
    happened_on: date
    situation: str = field(default="", repr=False)
    behaviour: str = field(repr=False)
    impact: str = field(default="", repr=False)
    growing_in: str = field(default="", repr=False)
    joy: str = field(default="", repr=False)
    delivery: Delivery = Delivery.PRIVATE
    given_on: date | None = None
    given_how: str = field(default="", repr=False)
    landed: str = field(default="", repr=False)
    moment_id: int | None = None
    reflection_id: int | None = None
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.behaviour.strip():
            raise ValueError("a celebration needs what the person did")

    @property
    def waits(self) -> bool:
        """True while it was meant to reach the person and has not yet."""
        return self.delivery is not Delivery.PRIVATE and self.given_on is None

    def note(self, *, name: str, growing: str = GROWING) -> str:
        """The celebration as a note to the person, without the leader's private joy."""
        return celebration_note(
            name=name,
            situation=self.situation,
            behaviour=self.behaviour,
            impact=self.impact,
            growing_in=self.growing_in,
            growing=growing,
        )


def celebration_note(
    *,
    name: str,
    situation: str,
    behaviour: str,
    impact: str,
    growing_in: str,
    growing: str = GROWING,
) -> str:
    """Join the parts of a celebration, in the leader's words, to a note ready to send."""
    body = scene(situation, behaviour, impact)
    seen = growing_in.strip()
    if seen:
        begun = growing.partition(" ")[0].casefold() + " "
        said = seen if seen.casefold().startswith(begun) else growing.replace("{what}", seen)
        body = f"{body} {as_sentence(said)}".strip()
    return f"{name.strip()},\n\n{body}".strip() if name.strip() else body
