"""Prose without a mark: what is written the short way is what the Markdown parser would write."""

import random
import re

import pytest

from journal_app.exchange import html

_PIECES = (
    *(
        "She said",
        "don't",
        '"yes"',
        "1.",
        "-",
        "a-b",
        "3 of",
        "École",
        "日本語",
        "مرحبا",
        "e\u0301",
    ),
    *("—", "…", "(ok)", "http://x.y", "www.tend.org", "12)", "+", "=", "#x", "😀", "&", "a@b.c"),
    *(
        "\n",
        "\n\n",
        " ",
        "  ",
        "\u2028",
        "\u200b",
        "\u00a0",
        "\u3000",
        "\ufeff",
        "*",
        "_",
        "`",
        "|",
    ),
)


def _texts(number: int) -> list[str]:
    dice = random.Random(number)
    texts = []
    for _ in range(4_000):
        pieces = dice.choices(_PIECES, k=dice.randint(1, 9))
        text = "".join(f"{piece}{dice.choice((' ', chr(10), ' ', ''))}" for piece in pieces)
        texts.append(text.strip() if dice.random() < 0.7 else text)
    return texts


def test_plain_prose_comes_out_as_the_parser_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = _texts(1)
    short = [html.words_to_html(text) for text in texts]
    plain = [bool(html._PLAIN.fullmatch(text)) for text in texts]
    monkeypatch.setattr(html, "_PLAIN", re.compile(r"(?!)"))

    assert short == [html.words_to_html(text) for text in texts]
    assert sum(plain) > 200
