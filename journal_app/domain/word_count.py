"""Word count: how many words a text has, in any script."""

import re

# Scripts without blanks between words are counted by the sign, as their own editors do.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\w+(?:['’.,-]\w+)*")


def words_in(text: str) -> int:
    """The number of words; marks of Markdown are none."""
    return sum(1 for _word in _WORD.finditer(text))
