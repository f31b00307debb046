"""Place: where a journal's folder lies, as far as that can put it at risk."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is known of a folder: on a network share, in a synced folder, with conflict copies."""

    network: bool = False
    synced_by: str = ""
    conflicts: tuple[str, ...] = field(default=(), repr=False)

    @property
    def quiet(self) -> bool:
        """True when there is nothing to say about it."""
        return not (self.network or self.synced_by or self.conflicts)
