"""Sentence: how the parts a person wrote in separate fields read as one text."""

_ENDS = ".!?…:;,。！？、"


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
