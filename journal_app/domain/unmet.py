"""Unmet: what a plan that did not happen may become, without shame (T2, T3)."""

from collections.abc import Sequence
from enum import StrEnum

from journal_app.domain.intention import Ending


class Offer(StrEnum):
    """What the guide offers for a plan that did not happen."""

    SMALLER = "smaller"
    NEW_CUE = "new-cue"
    CLOCK = "clock"
    MENTOR = "mentor"
    RESHAPE = "reshape"
    LET_GO = "let-go"


_UNMET = (
    (Offer.SMALLER, Offer.NEW_CUE, Offer.MENTOR, Offer.LET_GO),
    (Offer.SMALLER, Offer.LET_GO),
    (Offer.RESHAPE, Offer.LET_GO),
)


def times(ending: Ending, endings: Sequence[Ending | None]) -> int:
    """How often running, up to the newest at the end, one plan ended this way."""
    count = 0
    for said in reversed(endings):
        if said is not ending:
            break
        count += 1
    return count


def offers(endings: Sequence[Ending | None]) -> tuple[Offer, ...]:
    """T2, T3: what to offer for a plan; ``endings`` are those of its earlier weeks and of now."""
    unmet = times(Ending.NOT_THIS_TIME, endings)
    if unmet:
        return _UNMET[min(unmet, len(_UNMET)) - 1]
    if times(Ending.NO_MOMENT, endings) >= 2:
        return (Offer.CLOCK, Offer.LET_GO)
    if endings and endings[-1] is Ending.NO_MOMENT:
        return (Offer.NEW_CUE, Offer.LET_GO)
    return ()
