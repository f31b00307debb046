"""Counting words as a person would."""

import pytest

from journal_app.domain.word_count import words_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  \n\t", 0),
        ("Mei asked first.", 3),
        ("don't, won’t, half-time", 3),
        ("# Title\n- [ ] ask\n> **said**\n---", 3),
        ("at 10.30 about 1,200 lines", 5),
        ("مرحبا بكم", 2),
        ("今日は良い", 5),
        ("👩‍👩‍👧 alone", 1),
    ],
)
def test_words_are_counted_and_marks_are_not(text, count):
    assert words_in(text) == count
