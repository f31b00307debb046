"""Sentence: how parts written in separate fields read as one text, and where sentences end."""

import re

_ENDS = ".!?…:;,。！？、"

_BREAK = re.compile(r"(?:[.!?…][\"'”’)\]]*(?=\s)|[。！？])[^\S\n]*\n*|\n+")


def as_sentence(text: str) -> str:
    """The text with a capital first and an end mark, if it has none."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in _ENDS else ".")


def scene(situation: str, behaviour: str, impact: str) -> str:
    """When and what as one sentence, what it changed as the next."""
    when, what = situation.strip(), behaviour.strip()
    if when and when[-1] in ".!?…。！？":
        first = f"{as_sentence(when)} {as_sentence(what)}"
    else:
        first = as_sentence(f"{when} {what}")
    return f"{first} {as_sentence(impact)}".strip()


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence or line of a text starts and ends, its end mark and blanks with it."""
    found, start = [], 0
    for end in _BREAK.finditer(text):
        found.append((start, end.end()))
        start = end.end()
    if start < len(text):
        found.append((start, len(text)))
    return found
