"""YAML read as plain text: maps and lists of strings, and nothing that runs, loads or multiplies.

Every scalar stays the text that was written, so that ``001`` is not 1. Aliases and tags, with which
a few lines can become a billion or a program, are refused, and so is a key that stands twice.
"""

import re
from collections.abc import Iterable
from typing import Any

# What stands for itself in no YAML: quotes, controls, odd line ends, marks and half characters.
_UNSAFE = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_SHORT = {'"': '"', "\\": "\\", "\n": "n", "\t": "t", "\r": "r"}
LONGEST, _MOST_PARTS, _DEEPEST = 2 << 20, 100_000, 50


class BadYaml(Exception):
    """Not YAML that can be trusted; the message says why without a word of it."""


def load(text: str, *, tags: Iterable[str] = (), limit: int = LONGEST) -> Any:
    """The value of a document: dictionaries, lists, strings and None for what is empty.

    ``tags`` are those that may stand before a scalar; they are passed over.
    """
    import yaml

    if len(text) > limit:
        raise BadYaml("this is longer than front matter is")
    allowed = set(tags)
    try:
        return _built(_Events(yaml.parse(text, Loader=yaml.BaseLoader), allowed))
    except yaml.YAMLError:
        raise BadYaml("this is not YAML") from None
    except (RecursionError, ValueError):
        raise BadYaml("this YAML is not to be trusted") from None


def quoted(text: str) -> str:
    """A text as a scalar that every YAML reader takes back to the letter."""
    return '"' + _UNSAFE.sub(_escaped, text) + '"'


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    short = _SHORT.get(letter)
    return f"\\{short}" if short else f"\\U{ord(letter):08x}"


class _Events:
    """The parser's events, each looked at before it is used."""

    def __init__(self, events: Iterable[Any], tags: set[str]) -> None:
        self._events = iter(events)
        self._tags = tags
        self._count = 0

    def next(self) -> Any:
        """The next event."""
        import yaml

        event = next(self._events)
        self._count += 1
        if self._count > _MOST_PARTS:
            raise BadYaml("this YAML has too many parts")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadYaml("this YAML repeats itself by reference")
        tag = getattr(event, "tag", None)
        if tag and tag not in self._tags and tag != "!":
            raise BadYaml("this YAML names types of a program")
        return event


def _built(events: _Events) -> Any:
    import yaml

    while True:
        event = events.next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        if isinstance(event, yaml.DocumentStartEvent):
            value = _value(events, events.next(), 0)
            end = events.next()
            if not isinstance(end, yaml.DocumentEndEvent):
                raise BadYaml("this is not one YAML document")
            return value


def _value(events: _Events, event: Any, depth: int) -> Any:
    import yaml

    if depth > _DEEPEST:
        raise BadYaml("this YAML is nested too deeply")
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style is None and event.implicit[0]
        return None if plain and event.value in {"", "~", "null", "Null", "NULL"} else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := events.next(), yaml.SequenceEndEvent):
            items.append(_value(events, event, depth + 1))
        return items
    pairs: dict[str, Any] = {}
    while not isinstance(event := events.next(), yaml.MappingEndEvent):
        key = _value(events, event, depth + 1)
        value = _value(events, events.next(), depth + 1)
        if key is not None and not isinstance(key, str):
            raise BadYaml("a key of this YAML is no text")
        if (key or "") in pairs:
            raise BadYaml("a key stands twice in this YAML")
        pairs[key or ""] = value
    return pairs
