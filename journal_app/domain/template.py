"""Template: the beginning of an entry, shipped or one's own."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Words to begin with. Shipped ones have no ``id``: they belong to the program."""

    name: str = field(repr=False)
    body: str = field(repr=False)
    id: int | None = None

    def __post_init__(self) -> None:
        if not (self.name.strip() and self.body.strip()):
            raise ValueError("a template needs a name and words")
