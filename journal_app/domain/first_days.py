"""First days: how the guide goes easy on someone who has just begun to lead (T5, T6)."""

FIRST_MONTH = 30
NO_NUDGE_BEFORE = 28
NO_LEVELS_BEFORE = 35
LAST_DAY = 90


def in_first_month(day: int | None) -> bool:
    """T5: True on days 1 to 30 as a leader."""
    return day is not None and 1 <= day <= FIRST_MONTH


def may_nudge_about_people(day: int | None) -> bool:
    """T5: nobody is said to be unnoticed before day 28."""
    return day is None or day >= NO_NUDGE_BEFORE


def may_place(day: int | None) -> bool:
    """T5: no levels before day 35."""
    return day is None or day >= NO_LEVELS_BEFORE


def on_the_path(day: int | None) -> bool:
    """T6: True on days 31 to 90."""
    return day is not None and FIRST_MONTH < day <= LAST_DAY


def most_plans_suggested(day: int | None) -> int:
    """T5: one plan is enough in the first month; three are the most at any time."""
    return 1 if in_first_month(day) else 3
