"""Reflection: one finished week of the guide, and the answers that were given in it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from journal_app.domain.step import Mode


class Hat(StrEnum):
    """Which craft the week mostly asked for. Both are crafts; neither is better."""

    EXPERT = "expert"
    BOTH = "both"
    LEADER = "leader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Words written to one question, kept with the question as it was asked."""

    step: str
    body: str = field(repr=False)
    prompt_id: str = ""
    prompt_text: str = field(default="", repr=False)
    reflection_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A week that was looked back on and, above all, ahead from.

    ``pages`` names the longer looks it held: ``monthly``, ``quarterly``.
    """

    week_start: date
    mode: Mode
    finished_on: date
    hat: Hat | None = None
    arrive_word: str = field(default="", repr=False)
    chips: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = field(default=(), repr=False)
    id: int | None = None
