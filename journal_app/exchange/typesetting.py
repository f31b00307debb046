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


def typeset(template: str, record: Mapping[str, Any], *, progress: Progress = unwatched) -> bytes:
    """A template of ``resources/print`` filled with a record, as an accessible PDF.

    A sign for which this computer has no letter shape is written as its name.
    """
    import typst

    words = json.dumps(record, ensure_ascii=False)
    progress(0.1)
    for _ in range(_MOST_TRIES):
        try:
            pages = _compile(template, words, ["ua-1"])
        except typst.TypstError as error:
            if not _UNSHOWN.search(str(error)):
                raise
            words = words.translate(_unshown(str(error)))
        else:
            progress(1.0)
            return pages
    return _compile(template, words, [])


def picture(template: str, record: Mapping[str, Any], *, dots_per_inch: float = 192) -> bytes:
    """The first page of a filled template as a PNG."""
    words = json.dumps(record, ensure_ascii=False)
    return _compile(template, words, [], form="png", ppi=dots_per_inch)


def _compile(
    template: str,
    words: str,
    standards: list[Literal["ua-1"]],
    *,
    form: Literal["pdf", "png"] = "pdf",
    ppi: float | None = None,
) -> bytes:
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
    first: Any = made[0] if isinstance(made, list) else made
    return bytes(first)


def _unshown(complaint: str) -> dict[int, str]:
    """The signs a complaint names, each with the words that stand for it.

    It names them with their neighbours: pictures and controls are taken first, letters after.
    """
    named = "".join(
        _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
        for text in _UNSHOWN.findall(complaint)
    )
    signs = {char for char in named if not char.isascii()}
    pictures = {char for char in signs if unicodedata.category(char)[0] in "SC"}
    return _TONES | {
        ord(char): f"[{unicodedata.name(char, f'U+{ord(char):04X}').casefold()}]"
        for char in pictures or signs
    }
