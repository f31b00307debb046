"""JSON: records as one text another program can read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def stream(records: Iterable[Mapping[str, Any]], **about: Any) -> Iterator[bytes]:
    """The records under ``entries``, with what is said about them, as UTF-8 JSON, one by one."""
    archive = {"format": "tend", "version": 1, **about}
    yield _encoded(f'{json.dumps(archive, ensure_ascii=False, indent=2)[:-2]},\n  "entries": [')
    comma = ""
    for record in records:
        yield _encoded(f"{comma}\n    {json.dumps(record, ensure_ascii=False, default=str)}")
        comma = ","
    yield _encoded("\n  ]\n}\n")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
