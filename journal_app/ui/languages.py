"""Languages: the catalogue of one language, and which one the window speaks."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

SOURCE = "en"
_SPOKEN = "tend_languages"  # where the application is told which they are
# Of the languages shipped so far, each has these two forms; another one adds its rule here.
_FORMS = ("one", "other")

ERRORS = "errors"
_PLACE = re.compile(r"\{(\d)\}")

Words = dict[str, dict[str, str | dict[str, str]]]


class Catalogue(QTranslator):
    """The words of ``<language>.json``: by context, then by the English sentence.

    A sentence that another context holds too is found there, so that no word stays English for
    standing in a class of another name. A sentence with a number has an object of plural forms.
    """

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._anywhere: dict[str, str | dict[str, str]] = {}
        for table in words.values():
            for source, said in table.items():
                self._anywhere.setdefault(source, said)
        self._forms_of_errors = [
            (_as_pattern(source), said)
            for source, said in words.get(ERRORS, {}).items()
            if isinstance(said, str) and _PLACE.search(source)
        ]

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        """Qt asks no translator that holds nothing."""
        return not self._words

    def translate(
        self, context: str, source: str, note: str | None = None, n: int = -1
    ) -> str | None:
        """The sentence in this language; None where it is not known."""
        said = self._words.get(context, {}).get(source) or self._anywhere.get(source)
        if isinstance(said, dict):
            said = said.get(_FORMS[0] if n == 1 else _FORMS[1])
        return said or (self._error(source) if context == ERRORS else None)

    def _error(self, told: str) -> str | None:
        """An error that names a folder or a number, found by the rest of its sentence."""
        for pattern, said in self._forms_of_errors:
            found = pattern.fullmatch(told)
            if found and said:
                return _filled(said, found.groupdict())
        return None


def _filled(said: str, values: dict[str, str]) -> str:
    return _PLACE.sub(lambda place: values[f"v{place[1]}"], said)


def _as_pattern(source: str) -> re.Pattern[str]:
    parts = _PLACE.split(source)
    return re.compile(
        "".join(
            f"(?P<v{part}>.*)" if place % 2 else re.escape(part) for place, part in enumerate(parts)
        ),
        re.DOTALL,
    )


class Languages(QObject):
    """Puts one language on the whole program: its words, Qt's own, dates, numbers, direction."""

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        super().__init__(app)
        setattr(app, _SPOKEN, self)
        self._app, self._folder = app, folder
        self._home = QLocale()
        self._worn: list[QTranslator] = []
        self.now = ""

    @classmethod
    def of(cls, app: QCoreApplication) -> "Languages | None":
        """What this program speaks with already; None before it spoke."""
        speaking = getattr(app, _SPOKEN, None)
        return speaking if isinstance(speaking, cls) and isValid(speaking) else None

    def offered(self) -> list[str]:
        """The languages that are shipped whole, English first."""
        found = {path.stem for path in self._folder.glob("*.json")} - {SOURCE}
        return [SOURCE, *sorted(tag for tag in found if self._is_whole(tag))]

    def _is_whole(self, tag: str) -> bool:
        # Of every language alone: a catalogue that nobody speaks is not read at the start.
        return tag == SOURCE or bool(_read(self._folder / f"{tag}.json").get("whole"))

    def speak(self, choice: str = "") -> str:
        """Speak the language chosen, or the system's where that is shipped; returns which."""
        language = choice if choice and self._is_whole(choice) else self._of_system()
        if language != self.now:
            self.silence()
            for translator in self._made(language):
                self._app.installTranslator(translator)
                self._worn.append(translator)
            # Last: Qt takes the direction of its own choice with each translator.
            locale = self._locale(language)
            QLocale.setDefault(locale)
            if isinstance(self._app, QGuiApplication):
                self._app.setLayoutDirection(locale.textDirection())
            self.now = language
        return language

    def _of_system(self) -> str:
        wanted = (tag.replace("_", "-").split("-")[0] for tag in self._home.uiLanguages())
        return next((tag for tag in wanted if self._is_whole(tag)), SOURCE)

    def _locale(self, language: str) -> QLocale:
        # The system's own where it speaks this language: it knows the country.
        own = self._home.name().split("_")[0] in {language, "C"}
        return self._home if own else QLocale(language)

    def _made(self, language: str) -> Iterable[QTranslator]:
        qt = QTranslator(self)
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != SOURCE and qt.load(f"qtbase_{language}", place):
            yield qt
        words = _read(self._folder / f"{language}.json").get("words", {})
        if words:
            yield Catalogue(words, self)

    def silence(self) -> None:
        """Take every translation off the program."""
        for translator in self._worn:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._worn = []


def native_name(language: str) -> str:
    """A language as those who speak it call it."""
    name = QLocale(language).nativeLanguageName()
    # Qt names the country where the name of the language alone would be of another one.
    name = {"en": "English"}.get(language, name)
    return name[:1].upper() + name[1:]


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
