"""Kinds: the icon and the colour of each kind of thing in the journal."""

_LOOKS = {
    "note": ("notebook-pen", "muted"),
    "week": ("book-open", "accent"),
    "moment": ("sprout", "growth"),
    "celebration": ("party-popper", "joy_ink"),
    "doubt": ("lock-keyhole", "doubt"),
    "worry": ("leaf", "muted"),
    "plan": ("telescope", "preview"),
    "promise": ("hand-heart", "preview"),
    "seed": ("feather", "accent"),
    "answer": ("message-circle", "muted"),
}


def kind_look(kind: str) -> tuple[str, str]:
    """The name of its icon and the token of its colour."""
    return _LOOKS.get(kind, ("file-text", "muted"))
