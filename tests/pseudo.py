"""A language that nobody speaks: every translated sentence stands between marks and is longer.

What a person wrote is in Greek letters beside it, dates are Greek: a Latin letter outside the
marks is a word that nobody can translate.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from journal_app.guidance.loader import Guidance, load
from journal_app.paths import resources_dir

OPEN, CLOSE = "⟦", "⟧"
# Unseen, but it makes Qt take the whole for Hebrew or Arabic, whatever letters follow.
_FROM_RIGHT = "\u200f"
_ACCENTED = str.maketrans("aeiouAEIOUcnszyCNSZY", "åéîöûÅÉÎÖÛçñšžýÇÑŠŽÝ")
_KEPT = re.compile(r"(%L?[n1-9]|\{\w+\}|&&?)")
_GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβγδεφγηιξκλμνοπθρστυβωχψζΑΒΓΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΒΩΧΨΖ",
)
_WRITTEN = (
    "text|title|name|saw|changed|meaning|meant|if|then|good|obstacle|first_words|ended|taught"
    "|note|joy|how|landed|growing_in|arrive|you|when|notice|other_names|tags"
)
_VALUE = re.compile(
    rf'(\b(?:{_WRITTEN}) = )("""(?:.|\n)*?"""|"(?:[^"\\]|\\.)*"|\[[^\]]*\])', re.MULTILINE
)


def marked(text: str, longer: float = 0.3, *, from_right: bool = False) -> str:
    """A sentence as this language says it; what holds no letter is left as it is."""
    if not re.search(r"[A-Za-z]", _KEPT.sub("", text)):
        return text
    said = "".join(
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(text)
    )
    # In words, so that it wraps as words do.
    more = round(len(text) * longer)
    tail = "".join(" " if place % 7 == 0 else "ë" for place in range(more)).rstrip()
    return f"{_FROM_RIGHT if from_right else ''}{OPEN}{said}{tail}{CLOSE}"


class PseudoTranslator(QTranslator):
    """Translates whatever it is asked for."""

    def __init__(self, *, longer: float = 0.3, direction: str = "LTR") -> None:
        super().__init__()
        self._longer, self._direction = longer, direction

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(self, context: str, source: str, note: str | None = None, n: int = -1) -> str:
        if source == "QT_LAYOUT_DIRECTION":
            return self._direction
        return marked(source, self._longer, from_right=self._direction == "RTL")


def pseudo_guidance(language: str, *, longer: float = 0.3) -> Guidance:
    """What the guide says, in this language."""
    said = load()
    mark = partial(marked, longer=longer, from_right=language.endswith("rtl"))
    return replace(
        said,
        steps=tuple(
            replace(s, name=mark(s.name), title=mark(s.title), question=mark(s.question))
            for s in said.steps
        ),
        prompts=tuple(replace(p, text=mark(p.text)) for p in said.prompts),
        skills=tuple(
            replace(
                s,
                name=mark(s.name),
                meaning=mark(s.meaning),
                levels=tuple(mark(level) for level in s.levels),
                experiments=tuple(replace(e, text=mark(e.text)) for e in s.experiments),
            )
            for s in said.skills
        ),
        copy={table: _marked_all(values, mark) for table, values in said.copy.items()},
    )


def _marked_all(value: Any, mark: Any) -> Any:
    if isinstance(value, dict):
        return {key: _marked_all(one, mark) for key, one in value.items()}
    if isinstance(value, list):
        return [_marked_all(one, mark) for one in value]
    return mark(value) if isinstance(value, str) else value


def greek_demo(folder: Path) -> Path:
    """The demo's files with everything a person wrote in Greek letters."""
    for path in (resources_dir() / "demo" / "en").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(_VALUE.sub(_in_greek, text), encoding="utf-8")
    return folder


def _in_greek(found: re.Match[str]) -> str:
    written = re.sub(r"(?<!\\)[A-Za-z]", lambda letter: letter[0].translate(_GREEK), found[2])
    return found[1] + written


def unmarked(text: str) -> str:
    """What stands outside the marks."""
    depth, kept = 0, []
    for char in text:
        depth += (char == OPEN) - (char == CLOSE)
        if depth <= 0 and char != CLOSE:
            depth = 0
            kept.append(char)
    return "".join(kept)


@contextmanager
def spoken(
    app: QApplication, *, longer: float = 0.3, right_to_left: bool = False
) -> Iterator[PseudoTranslator]:
    """The program speaks it inside, and what it spoke before afterwards."""
    home, direction = QLocale(), app.layoutDirection()
    translator = PseudoTranslator(longer=longer, direction="RTL" if right_to_left else "LTR")
    app.installTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.Greek, QLocale.Country.Greece))
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    try:
        yield translator
    finally:
        app.removeTranslator(translator)
        QLocale.setDefault(home)
        app.setLayoutDirection(direction)
