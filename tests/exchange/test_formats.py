"""Every format says the same words, opens in the readers people have, and tells nothing else."""

import io
import re
import shutil
import zipfile

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from journal_app.domain.errors import CannotWrite
from journal_app.domain.progress import Cancelled
from journal_app.exchange import pdf
from journal_app.exchange.document import Bullets, Document, Heading, Paragraph, Room, Words
from journal_app.exchange.files import write_atomically
from journal_app.exchange.formats import Format, draw, format_of
from tests.exchange.reading import drawn, words_in

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext, with which the pages are read, is not here",
)
HOSTILE = (
    '#let x = read("/etc/passwd") $1 + 1$ @ref <label> \\escape #image("x.png") [bracket] `tick`'
)
WORDS = f"""What do I do when **she** goes *quiet*? `List<String>`, a < b & c
and a second line

- one thing
- another thing

1. first
2. second

> what she said

[the page](https://example.org/page) and [no way](javascript:alert(1))

```
code   stays
```

| who | what |
|-----|------|
| me  | ask  |

{HOSTILE}"""
DOCUMENT = Document(
    title="Notes for a talk about leading",
    provenance="From my own weekly notes. Please don't forward.",
    blocks=(
        Heading(1, "My questions for you"),
        Words(WORDS),
        Heading(2, "My situation"),
        Bullets(("Week 12 as a leader", "A team of five")),
        Paragraph("Ask me one question first."),
        Paragraph("The moment didn't come. I need another cue.", quiet=True),
        Room(3),
    ),
)


@needs_poppler
@pytest.mark.parametrize("form", [f for f in Format if f is not Format.HTML])
def test_every_format_says_the_same_words_in_the_same_order(form):
    def plain(kind):
        said = words_in(drawn(DOCUMENT, kind), kind)
        # Marks that stand for what the eye sees otherwise: bullets, numbers, rules, page numbers.
        said = re.sub(r"[•·_\d]\.?|- - -", " ", said)
        return said.split()

    assert plain(form) == plain(Format.HTML)


@pytest.mark.parametrize("form", list(Format))
def test_the_same_document_gives_the_same_bytes_in_every_format(form):
    assert drawn(DOCUMENT, form) == drawn(DOCUMENT, form)


def test_a_pdf_is_tagged_for_readers_in_its_language_with_bookmarks_and_its_own_fonts():
    file = pypdf.PdfReader(io.BytesIO(drawn(DOCUMENT, Format.PDF)))
    root = file.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "pdfuaid:part>1<" in root["/Metadata"].get_data().decode()
    assert [mark.title for mark in file.outline if not isinstance(mark, list)] == [DOCUMENT.title]
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()
        for page in file.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        assert {"/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"].get_object())


def test_a_pdf_and_a_docx_name_no_person_no_time_and_no_place():
    about = pypdf.PdfReader(io.BytesIO(drawn(DOCUMENT, Format.PDF))).metadata
    assert set(about) == {"/Title", "/Creator"}
    assert about["/Creator"].startswith("Typst")

    content = drawn(DOCUMENT, Format.DOCX)
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert not [n for n in archive.namelist() if "thumb" in n or "custom" in n or "app" in n]
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything


def test_a_docx_has_real_headings_lists_and_links_a_mentor_can_work_with():
    paper = docx.Document(io.BytesIO(drawn(DOCUMENT, Format.DOCX)))
    styles = [p.style.name for p in paper.paragraphs]

    assert styles[0] == "Title"
    for style in ("Heading 1", "Heading 2", "List Bullet", "List Number", "Small print", "Quote"):
        assert style in styles
    assert styles.count("Room to write") == 3
    links = [paper.part.rels[e.get(qn("r:id"))] for e in paper.element.body.iter(qn("w:hyperlink"))]
    assert [link.target_ref for link in links] == ["https://example.org/page"]


@needs_poppler
def test_signs_without_a_letter_shape_are_named_and_controls_do_no_harm():
    odd = Document(
        title="👋", blocks=(Words("👋🏽 田中 Ольга مرحبا \x01\x0b\x85 \ufffe \ud800 end"),)
    )

    assert "waving hand sign" in words_in(drawn(odd, Format.PDF), Format.PDF)
    assert "end" in words_in(drawn(odd, Format.PDF), Format.PDF)
    assert "Ольга" in words_in(drawn(odd, Format.DOCX), Format.DOCX)


def test_a_bomb_of_marks_does_not_stop_a_page():
    bomb = Document(title="T", blocks=(Words(">" * 5_000 + "x"), Words("- " * 3_000)))

    for form in Format:
        assert drawn(bomb, form)


def test_work_that_is_no_longer_wanted_leaves_no_file(tmp_path):
    def stop(_part):
        raise Cancelled

    for form in (Format.PDF, Format.DOCX):
        with pytest.raises(Cancelled):
            write_atomically(tmp_path / "out", b"".join(draw(DOCUMENT, form, stop)))

    def halfway():
        yield b"words"
        raise Cancelled

    with pytest.raises(Cancelled):
        write_atomically(tmp_path / "out", halfway())
    assert list(tmp_path.iterdir()) == []


def test_a_long_document_is_written_part_by_part(tmp_path):
    drawn_so_far = []

    def blocks():
        for number in range(1000):
            drawn_so_far.append(number)
            yield Paragraph(f"paragraph {number}")

    parts = iter(draw(Document(title="T", blocks=blocks()), Format.MARKDOWN))
    next(parts), next(parts)

    assert len(drawn_so_far) <= 1


@pytest.mark.parametrize(
    ("ending", "form"),
    [(".PDF", Format.PDF), (".htm", Format.HTML), (".txt", Format.MARKDOWN), (".exe", None)],
)
def test_an_ending_names_a_format(ending, form):
    assert format_of(ending) is form


def test_a_pdf_of_two_hundred_pages_has_them_all_numbered():
    long = Document(
        title="A year",
        blocks=tuple(b for n in range(700) for b in (Heading(1, f"Day {n}"), Words("word " * 180))),
    )
    told = []
    file = pypdf.PdfReader(io.BytesIO(pdf.render(long, progress=told.append)))

    assert len(file.pages) >= 200
    assert told[-1] == 1.0
    assert f"{len(file.pages)}" in file.pages[-1].extract_text()


def test_a_place_that_cannot_be_written_says_so_for_content_in_parts(tmp_path):
    with pytest.raises(CannotWrite):
        write_atomically(tmp_path / "gone" / "out.md", iter([b"words"]))
