"""JSON: records as one text another program can read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any


def render(records: Sequence[Mapping[str, Any]], **about: Any) -> bytes:
    """The records under ``entries``, with what is said about them, as UTF-8 JSON."""
    archive = {"format": "tend", "version": 1, **about, "entries": list(records)}
    return (json.dumps(archive, ensure_ascii=False, indent=2, default=str) + "\n").encode(
        "utf-8", "replace"
    )
