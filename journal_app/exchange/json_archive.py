"""JSON: records as one text another program can read, and this one reads back whole."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

FORMAT, VERSION = "tend", 1
_ENCODER = json.JSONEncoder(ensure_ascii=False, default=str)


def stream(sections: Mapping[str, Iterable[Any]], **about: Any) -> Iterator[bytes]:
    """Sections of records after what is said about them, as UTF-8 JSON, record by record."""
    head = {"format": FORMAT, "version": VERSION, **about}
    yield _encoded(json.dumps(head, ensure_ascii=False, indent=2)[:-2])
    for name, records in sections.items():
        yield _encoded(f",\n  {json.dumps(name)}: [")
        comma = ""
        for record in records:
            yield _encoded(f"{comma}\n    {_ENCODER.encode(record)}")
            comma = ","
        yield _encoded("\n  ]" if comma else "]")
    yield _encoded("\n}\n")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
