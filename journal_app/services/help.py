"""Help: the user guide, in the language spoken, as it lies in the resources."""

from dataclasses import dataclass
from pathlib import Path

from journal_app.paths import resources_dir


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTopic:
    """One page of the guide; ``text`` is Markdown."""

    key: str
    title: str
    text: str


class HelpService:
    """Reads the pages; English where a language has none."""

    def __init__(self, language: str = "en", folder: Path | None = None) -> None:
        root = folder or resources_dir() / "help"
        self._root = root / language if (root / language).is_dir() else root / "en"
        self.pictures = self._root / "pictures"

    def topics(self) -> list[HelpTopic]:
        """Every page, in order."""
        return [_topic(path) for path in sorted(self._root.glob("*.md"))]


def _topic(path: Path) -> HelpTopic:
    text = path.read_text(encoding="utf-8")
    heading, _, rest = text.partition("\n")
    key = path.stem.partition("-")[2]
    return HelpTopic(key=key, title=heading.removeprefix("# ").strip(), text=rest.strip())
