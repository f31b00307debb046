"""Imported: an import that was done, and what of it is still here."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import: from which program, when, and how many pieces it brought."""

    id: int
    form: str
    on: date
    brought: int
