"""A paragraph followed from key to key is read as if it were read anew."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from journal_app.ui.editor.paragraph import Paragraph
from journal_app.ui.editor.spelling import Speller

START = "- [ ] What a *long* beginning of a line, "
PIECES = [
    "plain words",
    "wrnog",
    " ",
    " **bold** ",
    "*it*",
    "`code`",
    "_u_",
    " [a](b) ",
    "don't",
    ",",
]
PIECES += ["\\*", "é", "𝄞", "1.", "~~x~~", "@Mei", " http://a.b ", "-", "\u0301", "“", "a" * 9]


@given(
    before=st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    come=st.one_of(st.sampled_from(PIECES), st.text("ab ,.'*_`é𝄞\u0301", max_size=5)),
    data=st.data(),
)
@settings(max_examples=400)
def test_what_is_followed_is_what_would_be_read(before, come, data):
    text = START + before
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 6)))
    after = text[:start] + come + text[end:]
    speller = Speller("en-US", lambda word: "wrnog" not in word, [], QObject())
    speller.wrong_places(f"{text} {after}")

    former = Paragraph.read(text, ("Mei",))
    former.check(speller)
    followed = former.then(after)
    anew = Paragraph.read(after, ("Mei",))

    if followed is not None:
        assert followed.found == anew.found
        assert followed.check(speller) == anew.check(speller)


def test_a_key_inside_a_word_is_followed_and_a_mark_is_not():
    former = Paragraph.read(START + "and some words of **weight** at its end", ())
    at = former.text.index("words") + 2

    assert former.then(former.text[:at] + "x" + former.text[at:]) is not None
    assert former.then(former.text[:at] + "*" + former.text[at:]) is None
