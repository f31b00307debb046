"""Hostile words come out inert and readable, and files are whole or not there."""

import html5lib
import pytest

from journal_app.domain.errors import CannotWrite, Refused
from journal_app.exchange import html, markdown
from journal_app.exchange.document import Bullets, Document, Heading, Paragraph, Room, Words
from journal_app.exchange.files import safe_file_name, write_atomically


def page(words):
    return html.render(Document(title="T", blocks=(Words(words),)), "body{}").decode()


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://tracker.example/p.png)",
        "![x](file:///etc/passwd)",
        r"![x](\\host\share\x.png)",
        "<iframe src='https://x.example'></iframe>",
        "<svg/onload=alert(1)>",
        "[click](javascript:alert(1))",
        "<style>@import 'https://x.example'</style>",
        "<link rel=stylesheet href=https://x.example>",
    ],
)
def test_nothing_in_a_page_runs_or_loads(bad):
    tree = html5lib.parse(page(bad), namespaceHTMLElements=False)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    hrefs = [e.get("href") for e in tree.iter("a")]

    assert tags.isdisjoint({"script", "img", "iframe", "svg", "link", "object", "embed"})
    assert not any((href or "").startswith("javascript") for href in hrefs)
    assert [e for e in tree.iter() if any(a.startswith("on") for a in e.attrib)] == []


@pytest.mark.parametrize("text", ["List<String>", "a < b and c > d", "<not a tag>", "AT&T"])
def test_words_with_angles_survive(text):
    tree = html5lib.parse(page(text), namespaceHTMLElements=False)

    assert text in "".join(tree.itertext())


def test_a_picture_leaves_a_visible_place():
    assert "[image not loaded: the whiteboard]" in page("![the whiteboard](x.png)")


@pytest.mark.parametrize("bomb", [">" * 10_000 + "x", "[" * 50_000, "*" * 1_000_000])
def test_a_markdown_bomb_is_shown_as_it_was_typed(bomb):
    assert "<pre>" in page(bomb)


def test_a_page_says_its_language_and_forbids_everything():
    drawn = page("hello")

    assert '<html lang="en">' in drawn
    assert "default-src 'none'" in drawn


def test_the_same_document_gives_the_same_bytes():
    document = Document(
        title="Notes",
        provenance="From my notes.",
        blocks=(Heading(1, "One"), Paragraph("p", quiet=True), Bullets(("a", "b")), Room(2)),
    )

    assert markdown.render(document) == markdown.render(document)
    assert markdown.render(document).decode().startswith("# Notes\n\n_From my notes._\n\n## One")
    assert markdown.render(document).decode().count("From my notes.") == 2


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path):
    write_atomically(tmp_path / "pack.md", b"words")

    assert (tmp_path / "pack.md").read_bytes() == b"words"
    assert (tmp_path / "pack.md").stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["pack.md"]


def test_a_link_is_refused_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "real.md").write_bytes(b"before")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")

    with pytest.raises(Refused):
        write_atomically(tmp_path / "link.md", b"after")
    assert (tmp_path / "real.md").read_bytes() == b"before"


def test_a_place_that_is_not_there_is_answered_in_words(tmp_path):
    with pytest.raises(CannotWrite) as refusal:
        write_atomically(tmp_path / "gone" / "pack.md", b"words")
    assert refusal.value.safe


@pytest.mark.parametrize(
    "title",
    ["../../etc/x", "CON", "nul.md", "a:b", "dot. ", "x" * 300, "", "👋\n", "\u202egpj", "a/b\\c"],
)
def test_any_title_makes_a_harmless_file_name(title):
    name = safe_file_name(title, ".md")

    assert name.endswith(".md")
    assert not set(name[:-3]) & set('/\\:*?"<>|\n\u202e.')
    assert 3 < len(name) < 90
    assert name[:-3].upper() not in {"CON", "NUL"}
