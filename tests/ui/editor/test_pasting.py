"""What a paste brings: words, and the formatting Markdown has; never a picture, file or script."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from journal_app.ui.editor.pasting import LONGEST_PASTE

MAIL = """
<html><head><style>p { color: red }</style><title>Mail</title></head><body>
<h2>After the handover</h2><p>Mei <b>led</b> it, <i>alone</i>.</p>
<ul><li>thank her<ul><li>today</li></ul></li><li>ask <a href="https://example.org/n">Jonas</a></li></ul>
<ol><li>one</li><li>two</li></ol><blockquote>I knew.</blockquote>
<table><tr><td>left</td><td>right</td></tr></table>
<img src="https://example.org/spy.png" alt="pic"><img src="file:///etc/passwd">
<script>alert(1)</script><a href="javascript:alert(1)">js</a> <a href="file:///etc/passwd">f</a>
</body></html>
"""


def html(text, plain=None):
    data = QMimeData()
    data.setHtml(text)
    if plain is not None:
        data.setText(plain)
    return data


def test_a_mail_keeps_its_lists_and_links_and_brings_nothing_else(area):
    area.insertFromMimeData(html(MAIL, "After the handover"))
    text = area.text()

    for part in (
        "## After the handover",
        "Mei **led** it, *alone*.",
        "- thank her\n  - today",
        "ask [Jonas](https://example.org/n)",
        "1. one\n2. two",
        "> I knew.",
        "left right",
        "js f",
    ):
        assert part in text
    for part in ("spy", "passwd", "script", "alert", "color", "<", "!["):
        assert part not in text


def test_ctrl_shift_v_brings_the_words_alone(area, press):
    QGuiApplication.clipboard().setMimeData(html("<b>bold</b>", "bold"))
    press("Ctrl+Shift+V")

    assert area.text() == "bold"


def test_a_paste_is_one_step_to_undo(area):
    area.set_text("before")
    area.insertFromMimeData(html(MAIL, "x"))
    area.undo()

    assert area.text() == "before"


def test_what_only_wears_a_page_around_it_comes_as_its_plain_words(area):
    area.insertFromMimeData(html("<html><body><span>a_b *c*</span></body></html>", "a_b *c*"))

    assert area.text() == "a_b *c*"


@pytest.mark.parametrize("kind", ["file", "picture", "long"])
def test_what_is_not_kept_is_said_and_nothing_is_lost(area, qtbot, kind):
    area.set_text("before")
    data = QMimeData()
    if kind == "file":
        data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    elif kind == "picture":
        data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    else:
        data.setText("x " * LONGEST_PASTE)
    with qtbot.waitSignal(area.paste_refused) as said:
        area.insertFromMimeData(data)

    assert "Your words are as they were." in said.args[0]
    assert area.text() == "before"


def test_lists_in_lists_without_end_come_as_words(area):
    area.insertFromMimeData(html("<ul><li>a" * 3000, "a"))

    assert area.text() == "a"


@given(st.text("<>/abiul=\"' hrefsrcimg:*_`#\n&;", max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
def test_no_page_however_broken_breaks_a_paste(area, text):
    area.set_text("")
    area.insertFromMimeData(html(f"<p>{text}</p><b>x</b>", text))

    assert "<img" not in area.text().replace(text, "")
