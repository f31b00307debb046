"""Statements: what the program says of itself before and around a journal, in one language."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal_app.guidance.loader import Guidance


class Statements:
    """The guidance of the language spoken now; a journal takes it with it when it opens."""

    def __init__(
        self,
        folder: Path,
        language: str = "en",
        guidance: "Callable[[str], Guidance] | None" = None,
    ) -> None:
        self._folder, self._load = folder, guidance
        self.language = language

    def guidance(self) -> "Guidance":
        """Everything the guide asks and says."""
        from journal_app.guidance.loader import load

        return (self._load or load)(self.language)

    def what_it_protects(self) -> tuple[list[str], list[str]]:
        """What Tend protects, and what not, in plain sentences."""
        words = self.guidance()
        can = [text.replace("{path}", str(self._folder)) for text in words.texts("protects.can")]
        return can, list(words.texts("protects.cannot"))

    def first_run(self) -> str:
        """What a person reads before they write the first word about someone."""
        return self.guidance().text("first_run.written_for")

    def recovery_sheet(self, recovery_key: str) -> str:
        """The words of the recovery sheet."""
        return self.guidance().text("recovery.sheet").replace("{key}", recovery_key)
