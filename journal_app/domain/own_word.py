"""Own word: one that a leader writes and no dictionary has."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """Kept in the journal, so that it is underlined no longer."""

    word: str = field(repr=False)
    id: int | None = None

    def __post_init__(self) -> None:
        if not self.word.strip():
            raise ValueError("a word of one's own needs letters")
