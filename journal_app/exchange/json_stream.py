"""JSON read as a stream: the fields of one large object, its long lists record by record.

Only one record is held at a time. Fields named twice, deep nesting and numbers of thousands of
digits are refused.
"""

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

LONGEST_RECORD = 64 << 20
_CHUNK = 1 << 16
_BLANK = " \t\r\n"


class BadJson(Exception):
    """Not the JSON it should be; the message says so without a word of it."""


def loads(text: str) -> Any:
    """One JSON value; anything doubtful raises ``BadJson``."""
    try:
        return _DECODER.decode(text)
    except RecursionError:
        raise BadJson("this JSON is nested too deeply") from None
    except ValueError:
        raise BadJson("this is not JSON") from None


def fields(stream: BinaryIO) -> Iterator[tuple[str, Any]]:
    """The fields of the object in a stream; a list or object comes as an iterator over its parts.

    An iterator that is not used up is passed over. A list gives its values, an object its pairs.
    """
    reader = _Reader(stream)
    reader.take("{")
    yield from _pairs(reader, nested=True)
    if reader.peek():
        raise BadJson("there is more after the end of the JSON")


def _pairs(reader: "_Reader", *, nested: bool) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    if reader.accept("}"):
        return
    while True:
        name = reader.value()
        if not isinstance(name, str) or name in seen:
            raise BadJson("a field is named twice, or has no name")
        seen.add(name)
        reader.take(":")
        if nested and reader.peek() in ("[", "{"):
            parts = _items(reader) if reader.accept("[") else _inside(reader)
            yield name, parts
            for _ in parts:
                continue
        else:
            yield name, reader.value()
        if not reader.accept(","):
            reader.take("}")
            return


def _inside(reader: "_Reader") -> Iterator[tuple[str, Any]]:
    reader.take("{")
    yield from _pairs(reader, nested=False)


def _items(reader: "_Reader") -> Iterator[Any]:
    if reader.accept("]"):
        return
    while True:
        yield reader.value()
        if not reader.accept(","):
            reader.take("]")
            return


class _Reader:
    """A window over the text that slides as values are taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._text, self._at, self._ended = "", 0, False

    def peek(self) -> str:
        """The next character that is not blank, or an empty text at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANK:
                    return self._text[self._at]
                self._at += 1
            if not self._more(_CHUNK):
                return ""

    def accept(self, mark: str) -> bool:
        """Take this mark if it comes next."""
        if self.peek() != mark:
            return False
        self._at += 1
        return True

    def take(self, mark: str) -> None:
        """Take this mark, which has to come next."""
        if not self.accept(mark):
            raise BadJson("this is not the JSON it should be")

    def value(self) -> Any:
        """The next value whole."""
        self.peek()
        want = _CHUNK
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError:
                raise BadJson("this JSON is nested too deeply") from None
            except json.JSONDecodeError:
                if not self._more(want):
                    raise BadJson("this is not the JSON it should be") from None
                want *= 2
                continue
            except ValueError:
                raise BadJson("a number here is longer than numbers are") from None
            start = self._at
            if end == len(self._text) and self._more(_CHUNK):
                # A number at the edge may go on.
                continue
            self._at = end - (start - self._at)
            return value

    def _more(self, size: int) -> bool:
        if self._ended:
            return False
        data = self._stream.read(size)
        try:
            text = self._decode.decode(data, final=not data)
        except UnicodeDecodeError:
            raise BadJson("this is not UTF-8 text") from None
        self._ended = not data
        self._text = self._text[self._at :] + text
        self._at = 0
        if len(self._text) > LONGEST_RECORD:
            raise BadJson(f"one record is longer than {LONGEST_RECORD >> 20} MB")
        return not self._ended


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise BadJson("a field is named twice")
    return record


_DECODER = json.JSONDecoder(object_pairs_hook=_once)
