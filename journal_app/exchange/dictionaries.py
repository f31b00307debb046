"""Dictionaries: the Hunspell dictionaries shipped with the program or installed on the computer."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from journal_app.paths import resources_dir

MOST_SUGGESTIONS = 6
_OFFICES = {
    "linux": ("/usr/lib/libreoffice", "/opt/libreoffice", "/usr/lib64/libreoffice"),
    "darwin": ("/Applications/LibreOffice.app/Contents/Resources",),
    "win32": (r"C:\Program Files\LibreOffice", r"C:\Program Files (x86)\LibreOffice"),
}
_FOLDERS = {
    "linux": ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"),
    "darwin": ("/Library/Spelling", "/opt/homebrew/share/hunspell", "/usr/local/share/hunspell"),
}


class Dictionary:
    """One language; loading it takes a tenth of a second, so it is made when first needed."""

    def __init__(self, stem: Path) -> None:
        from hunspell import Hunspell

        self._words = Hunspell(
            stem.name, hunspell_data_dir=str(stem.parent), system_encoding="UTF-8"
        )
        self._english = _tag(stem.name).startswith("en")
        self._also = _words_of_the_field(_tag(stem.name).split("-")[0])

    def knows(self, word: str) -> bool:
        """True for a word of the language, and for one written in signs it does not have."""
        try:
            known = bool(self._words.spell(word))
        except UnicodeEncodeError:
            return True
        if known or word.casefold() in self._also:
            return True
        # English writes naive and naïve, and its list has but the one.
        plain = _without_accents(word) if self._english else word
        return plain != word and bool(self._words.spell(plain))

    def suggestions(self, word: str) -> list[str]:
        """What may have been meant, likeliest first."""
        try:
            return list(islice(self._words.suggest(word), MOST_SUGGESTIONS))
        except UnicodeEncodeError:
            return []


def dictionaries(folders: Iterable[Path] | None = None) -> dict[str, Path]:
    """The place of each dictionary, less its ending, by language; ours before the computer's."""
    found: dict[str, Path] = {}
    for folder in _folders() if folders is None else folders:
        try:
            files = sorted(folder.glob("*.aff"))
        except OSError:
            continue
        for file in files:
            # The affix file of hyphenation patterns has no words beside it.
            if file.with_suffix(".dic").is_file():
                found.setdefault(_tag(file.stem), file.with_suffix(""))
    return found


def _words_of_the_field(language: str) -> frozenset[str]:
    """What people who lead write every day, and dictionaries do not have."""
    file = resources_dir() / "spelling" / f"{language}.words"
    if not file.is_file():
        return frozenset()
    return frozenset(file.read_text(encoding="utf-8").casefold().split())


def _without_accents(word: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char)
    )


def _tag(stem: str) -> str:
    language, *rest = stem.replace("_", "-").split("-")
    region = next((part for part in rest if len(part) == 2 and part.isalpha()), "")
    return f"{language.lower()}-{region.upper()}" if region else language.lower()


def _folders() -> Iterator[Path]:
    yield resources_dir() / "spelling"
    for folder in os.environ.get("DICPATH", "").split(os.pathsep):
        if folder:
            yield Path(folder)
    if sys.platform == "darwin":
        yield Path.home() / "Library" / "Spelling"
    yield Path.home() / ".local" / "share" / "hunspell"
    yield from map(Path, _FOLDERS.get(sys.platform, ()))
    for office in _OFFICES.get(sys.platform, ()):
        for extensions in (Path(office) / "share" / "extensions", Path(office) / "extensions"):
            try:
                yield from sorted(extensions.glob("dict-*"))
            except OSError:
                continue
