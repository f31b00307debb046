"""Typesetting: pages drawn from a template and plain words, with the fonts that are shipped.

Words travel as JSON and are never read as markup. The pages are tagged for readers (PDF/UA-1) and
carry no author, no time and no place.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Literal

from journal_app.domain.progress import Progress, unwatched
from journal_app.paths import resources_dir

_UNSHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_MOST_TRIES = 12
# What only changes the picture before it.
_TONES: dict[int, str] = dict.fromkeys((*range(0x1F3FB, 0x1F400), 0xFE0E, 0xFE0F), "")


def typeset(
    template: str,
    record: Mapping[str, Any],
    *,
    stand_in: str = "",
    progress: Progress = unwatched,
) -> bytes:
    """A template of ``resources/print`` filled with a record, as an accessible PDF.

    A sign for which this computer has no letter shape is written as its name; ``stand_in`` takes
    the place of such a picture, where a template can draw something nicer.
    """
    progress(0.1)
    words, pages = _settled(template, record, stand_in)
    progress(1.0)
    return pages or _compile(template, words, [])[0]


def pictures(
    template: str, record: Mapping[str, Any], *, stand_in: str = "", dots_per_inch: float = 192
) -> list[bytes]:
    """Each page of a filled template as a PNG."""
    words, _pages = _settled(template, record, stand_in)
    return _compile(template, words, [], form="png", ppi=dots_per_inch)


def _settled(template: str, record: Mapping[str, Any], stand_in: str) -> tuple[str, bytes]:
    """The words with nothing in them that cannot be drawn, and their pages if all of it can."""
    import typst

    words = json.dumps(record, ensure_ascii=False)
    for _ in range(_MOST_TRIES):
        try:
            return words, _compile(template, words, ["ua-1"])[0]
        except typst.TypstError as error:
            if not _UNSHOWN.search(str(error)):
                raise
            words = words.translate(_unshown(str(error), stand_in))
    return words, b""


def _compile(
    template: str,
    words: str,
    standards: list[Literal["ua-1"]],
    *,
    form: Literal["pdf", "png"] = "pdf",
    ppi: float | None = None,
) -> list[bytes]:
    import typst

    folder = resources_dir() / "print"
    made: Any = typst.compile(
        str(folder / f"{template}.typ"),
        root=str(folder),
        font_paths=[str(resources_dir() / "fonts")],
        format=form,
        ppi=ppi,
        sys_inputs={"record": words},
        pdf_standards=list(standards),
    )
    # Several pictures come as a list, whatever its types say.
    return [bytes(page) for page in (made if isinstance(made, list) else [made])]


def _unshown(complaint: str, stand_in: str) -> dict[int, str]:
    """The signs a complaint names, each with what stands for it.

    It names them with their neighbours: pictures and controls are taken first, letters after.
    """
    named = "".join(
        _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
        for text in _UNSHOWN.findall(complaint)
    )
    signs = {char for char in named if not char.isascii()}
    pictures = {char for char in signs if unicodedata.category(char)[0] in "SC"}
    return _TONES | {
        ord(char): (pictures and stand_in)
        or f"[{unicodedata.name(char, f'U+{ord(char):04X}').casefold()}]"
        for char in pictures or signs
    }
