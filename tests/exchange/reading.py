"""Reads each format back as the readers people have would: the words in order, blanks levelled."""

import io
import json
import subprocess

import docx
import html5lib

from journal_app.exchange.document import Document
from journal_app.exchange.formats import Format, draw
from journal_app.exchange.html import words_to_html


def drawn(document: Document, form: Format) -> bytes:
    return b"".join(draw(document, form))


def words_in(content: bytes, form: Format) -> str:
    """The words of a file, one blank between them, without the signs of its format."""
    return " ".join(_READERS[form](content).replace("\u200b", "").split())


def _pdf(content: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", "-nopgbrk", "-", "-"],
        input=content,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def _docx(content: bytes) -> str:
    paper = docx.Document(io.BytesIO(content))
    texts = []
    for element in paper.element.body.iter():
        if element.tag.endswith("}p"):
            texts.append("\n")
        elif element.tag.endswith("}t"):
            texts.append(element.text or "")
        elif element.tag.endswith("}br"):
            texts.append("\n")
    return "".join(texts)


def _html(content: bytes) -> str:
    tree = html5lib.parse(content.decode(), namespaceHTMLElements=False)
    body = tree.find("body")
    assert body is not None
    return _text_of(body)


def _text_of(element) -> str:
    parts = [element.text or ""]
    for inner in element:
        gap = "" if inner.tag in {"em", "strong", "code", "del", "a"} else "\n"
        parts += [gap, _text_of(inner), gap, inner.tail or ""]
    return "".join(parts)


def _markdown(content: bytes) -> str:
    return _html(f"<!DOCTYPE html><body>{words_to_html(content.decode())}</body>".encode())


def _json(content: bytes) -> str:
    record = json.loads(content)
    texts = [record["title"], record["provenance"]]
    for block in record["blocks"]:
        if block["kind"] == "words":
            texts.append(_markdown(block["text"].encode()))
        else:
            texts += [block.get("text", ""), *block.get("items", ())]
    return "\n".join([*texts, record["provenance"]])


_READERS = {
    Format.PDF: _pdf,
    Format.DOCX: _docx,
    Format.HTML: _html,
    Format.MARKDOWN: _markdown,
    Format.JSON: _json,
}
