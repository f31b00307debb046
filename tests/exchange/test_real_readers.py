"""What was exported opens in the programs people have, and says the same words there.

Each program is asked for by itself: pandoc, LibreOffice, poppler's tools, age. Where one is not
installed its tests say so and are passed over; html5lib and pypdf come with the tests.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest

from journal_app.exchange.document import Bullets, Document, Heading, Paragraph, Room, Words
from journal_app.exchange.formats import Format
from journal_app.exchange.sealed import seal
from journal_app.guidance.loader import load
from tests.exchange.reading import drawn, words_in

TITLE = "Notes for a talk about leading"
SMALL_PRINT = "From my own weekly notes, 2026-10-16 – 2026-11-27. One person's view."
DOCUMENT = Document(
    title=TITLE,
    provenance=SMALL_PRINT,
    blocks=(
        Heading(1, "My questions for you"),
        Words("What do I do when **she** goes *quiet*? `List<String>`, a < b & c"),
        Words("Grüße an alle: Ольга, Jürgen, naïve, “quoted”, 5 €\n\nand a second paragraph"),
        Words("- one thing\n- another thing\n\n> what she said\n\n[a page](https://example.org/p)"),
        Words("| who | what |\n|-----|------|\n| me  | ask  |"),
        Heading(2, "My situation"),
        Bullets(("Week 12 as a leader", "A team of five")),
        Paragraph("Ask me one question first."),
        Paragraph("The moment didn't come. I need another cue.", quiet=True),
        Room(3),
    ),
)
PASSPHRASE = "grüner Tee, 7 Uhr"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Passed over, with a word why, where a program is not installed."""
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")


def plain(text: str) -> list[str]:
    """The words of a text, without the marks that stand for what the eye sees otherwise."""
    quotes = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
    return re.sub(r"[•·_◦▪\uf0b7]|\b\d\b|-{3,}", " ", text.translate(quotes)).split()


WANTED = plain(words_in(drawn(DOCUMENT, Format.HTML), Format.HTML))


def heard(*command: str, **how: object) -> str:
    """What a program says about a file, or of it."""
    done = subprocess.run(command, capture_output=True, check=True, timeout=180, **how)  # type: ignore[call-overload]
    return done.stdout.decode()


@pytest.fixture
def file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    form = Format(request.param)
    path = tmp_path / f"pack.{form}"
    path.write_bytes(drawn(DOCUMENT, form))
    return path


@needs("pandoc")
@pytest.mark.parametrize(
    ("file", "reader"), [("docx", "docx"), ("html", "html")], indirect=["file"]
)
def test_pandoc_reads_the_same_words_in_the_same_order(file: Path, reader: str) -> None:
    said = heard("pandoc", "-f", reader, "-t", "html", str(file))

    body = re.sub("<title>.*?</title>", "", said)
    words = plain(words_in(f"<!DOCTYPE html><body>{body}</body>".encode(), Format.HTML))
    # A document for a word processor keeps its title among its properties.
    title = plain(TITLE) if file.suffix == ".docx" else []
    assert [*title, *words] == WANTED


@needs("pandoc")
@pytest.mark.parametrize("file", ["docx"], indirect=True)
def test_pandoc_finds_headings_lists_tables_links_and_quotes_in_the_document(file: Path) -> None:
    said = heard("pandoc", "-f", "docx", "-t", "html", str(file))

    for made in (
        '<h1 id="my-questions-for-you">',
        '<h2 id="my-situation">',
        "<li><p>one thing</p></li>",
        "<blockquote>",
        '<a href="https://example.org/p">',
        "<strong>she</strong>",
        "<em>quiet</em>",
        "<table",
    ):
        assert made in said


@needs("pandoc")
@pytest.mark.parametrize("file", ["md"], indirect=True)
def test_pandoc_reads_the_markdown_as_it_was_meant(file: Path) -> None:
    said = heard("pandoc", "-f", "commonmark_x", "-t", "html", str(file))

    assert plain(words_in(f"<body>{said}</body>".encode(), Format.HTML)) == WANTED


@needs("soffice", "pdftotext")
@pytest.mark.parametrize("file", ["docx"], indirect=True)
def test_a_word_processor_lays_the_document_out_with_every_word(file: Path, tmp_path: Path) -> None:
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    heard(*convert, str(file))

    pages = tmp_path / "pack.pdf"
    said = plain(heard("pdftotext", "-layout", "-nopgbrk", str(pages), "-"))
    assert said == WANTED
    about = heard("pdfinfo", str(pages))
    assert re.search(rf"^Title:\s+{TITLE}$", about, re.MULTILINE)
    assert not re.search(r"^Author:\s+\S", about, re.MULTILINE)


@needs("pdftotext", "pdfinfo", "pdffonts")
@pytest.mark.parametrize("file", ["pdf"], indirect=True)
def test_poppler_finds_tagged_pages_real_text_and_fonts_that_are_inside(file: Path) -> None:
    about = heard("pdfinfo", str(file))
    fonts = heard("pdffonts", str(file)).splitlines()[2:]
    outline = heard("pdfinfo", "-struct-text", str(file))
    xmp = heard("pdfinfo", "-meta", str(file))

    assert re.search(rf"^Title:\s+{TITLE}$", about, re.MULTILINE)
    assert re.search(r"^Tagged:\s+yes$", about, re.MULTILINE)
    assert re.search(r"^JavaScript:\s+no$", about, re.MULTILINE)
    assert re.search(r"^Page size:\s+595\S* x 841\S* pts \(A4\)$", about, re.MULTILINE)
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<dc:language><rdf:Bag><rdf:li>en</rdf:li>" in xmp
    assert fonts
    # Embedded, only the letters that are used, and with their meaning: real text.
    assert [line for line in fonts if line.split()[-5:-2] != ["yes", "yes", "yes"]] == []
    for kind in ("H1", "H2", "L (block)", "LBody", "BlockQuote", "Table", "TH", "TD", "Link"):
        assert re.search(rf"^\s*{re.escape(kind)}", outline, re.MULTILINE), kind
    urls = heard("pdfinfo", "-url", str(file))
    assert "https://example.org/p" in urls


@pytest.mark.parametrize("file", ["html"], indirect=True)
def test_a_strict_reader_of_html_finds_nothing_to_forgive(file: Path) -> None:
    reader = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = reader.parse(file.read_text("utf-8"))

    assert reader.errors == []
    assert [e.text for e in tree.iter("title")] == [TITLE]
    loading = {"src", "srcset", "background", "poster", "data", "action"}
    assert [e.tag for e in tree.iter() if loading & set(e.attrib)] == []


@needs("age")
@pytest.mark.skipif(os.name == "nt", reason="a terminal of this kind is of Unix")
@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.PDF])
def test_age_itself_opens_what_was_locked_here(form: Format, tmp_path: Path) -> None:
    content = drawn(DOCUMENT, form)
    (tmp_path / "pack.age").write_bytes(seal(content, PASSPHRASE))

    assert _opened_by_age(tmp_path, PASSPHRASE) == content


@needs("age")
@pytest.mark.skipif(os.name == "nt", reason="a terminal of this kind is of Unix")
def test_age_refuses_another_passphrase_and_a_changed_byte(tmp_path: Path) -> None:
    locked = bytearray(seal(b"words", PASSPHRASE))
    (tmp_path / "pack.age").write_bytes(locked)
    assert _opened_by_age(tmp_path, "another") is None

    locked[-1] ^= 1
    (tmp_path / "pack.age").write_bytes(locked)
    assert not _opened_by_age(tmp_path, PASSPHRASE)


def test_the_sentence_for_the_mentor_names_a_program_and_both_files() -> None:
    said = load().text("pack.how_to_open")

    assert "age" in said
    assert "{file}" in said
    assert "{opened}" in said


def _opened_by_age(folder: Path, passphrase: str) -> bytes | None:
    """What ``age`` makes of the locked file; it asks for the passphrase on a terminal alone."""
    import pty

    opened = folder / "opened"
    opened.unlink(missing_ok=True)
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", "-d", "-o", str(opened), str(folder / "pack.age")])  # noqa: S606
        sys.exit(1)
    asked = b""
    while b"assphrase" not in asked:
        asked += os.read(terminal, 4096)
    os.write(terminal, f"{passphrase}\n".encode())
    with contextlib.suppress(OSError):
        while os.read(terminal, 4096):
            pass
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return opened.read_bytes() if status == 0 else None
