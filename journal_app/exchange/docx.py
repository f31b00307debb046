"""DOCX: a document for a word processor, in real styles, so that a mentor can write beside it."""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from journal_app.domain.progress import Progress, unwatched
from journal_app.exchange.document import Block, Bullets, Document, Heading, Paragraph, Room, Words
from journal_app.exchange.prose import Node, Span, printable, prose_of

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.text.paragraph import Paragraph as Line

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_INK, _MUTED, _ACCENT = "2B2520", "6F6459", "8A3620"
_BETWEEN_MARGINS = 156  # millimetres
_QUIET, _OURS, _ROOM = "Small print", "My words", "Room to write"
_LUGGAGE = {"thumbnail", "extended-properties", "stylesWithEffects", "customXml"}
_MAY_LEAD = re.compile(r"(?i)(https?|mailto):")


def render(document: Document, *, progress: Progress = unwatched) -> bytes:
    """The document as a DOCX whose properties name nobody."""
    import docx

    paper = docx.Document()
    _dress(paper, document.language)
    _introduce(paper, document)
    sheet = _Sheet(paper)
    if document.provenance:
        sheet.say(document.provenance, _QUIET)
    for block in document.blocks:
        progress(0.0)
        sheet.draw(block)
    if document.provenance:
        sheet.say(document.provenance, _QUIET)
    sheet.close()
    made = io.BytesIO()
    paper.save(made)
    return _without_times(made.getvalue())


# --- blocks ---


class _Sheet:
    """What is written so far. The library looks through all of it before each new paragraph."""

    def __init__(self, paper: "Paper") -> None:
        self._paper = paper
        self._body = paper.element.body
        self._last = self._body.sectPr
        self._body.remove(self._last)
        self._styles = {style.name: style.style_id for style in paper.styles}

    def close(self) -> None:
        """Put the properties of the section back to the end, where they belong."""
        self._body.append(self._last)

    def line(self, style: str) -> "Line":
        """A new empty paragraph."""
        from docx.oxml import OxmlElement
        from docx.text.paragraph import Paragraph as Line

        element: Any = OxmlElement("w:p")
        element.style = self._styles[style]
        self._body.append(element)
        return Line(element, self._paper._body)

    def say(self, text: str, style: str) -> None:
        """A paragraph of plain text."""
        self.line(style).add_run(printable(text))

    def draw(self, block: Block) -> None:
        """One block of the document."""
        match block:
            case Heading():
                self.say(block.text, f"Heading {min(block.level, 4)}")
            case Paragraph():
                self.say(block.text, _QUIET if block.quiet else "Normal")
            case Words():
                self._nodes(prose_of(block.text), _OURS)
            case Bullets():
                for item in block.items:
                    self.say(item, "List Bullet")
            case Room():
                for _ in range(block.lines):
                    self.line(_ROOM)

    def _nodes(self, nodes: Sequence[Node], style: str) -> None:
        for node in nodes:
            match node.kind:
                case "list":
                    self._nodes(node.nodes, "List Number" if node.ordered else "List Bullet")
                case "table":
                    self._table(node)
                case "rule":
                    self.say("· · ·", style)
                case "heading":
                    _spans(self.line("Heading 4"), node.spans)
                case "quote":
                    self._own(node, "Quote")
                case _:
                    self._own(node, style)

    def _own(self, node: Node, style: str) -> None:
        if node.spans:
            _spans(self.line(style), node.spans)
        self._nodes(node.nodes, style)

    def _table(self, node: Node) -> None:
        from docx.shared import Mm

        rows = node.nodes
        columns = max((len(row.nodes) for row in rows), default=0)
        if not columns:
            return
        table = self._paper._body.add_table(len(rows), columns, Mm(_BETWEEN_MARGINS))
        table.style = "Table Grid"
        for line, row in zip(table.rows, rows, strict=True):
            for cell, held in zip(line.cells, row.nodes, strict=False):
                _spans(cell.paragraphs[0], held.spans)


def _spans(line: "Line", spans: Sequence[Span]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for span in spans:
        run = line.add_run(span.text)
        run.bold, run.italic = span.strong or None, span.emphasis or None
        run.font.strike = span.struck or None
        if span.code:
            run.font.name = "Consolas"
        if _MAY_LEAD.match(span.link):
            to = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
            # The library knows no way to make a link.
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), line.part.relate_to(span.link, to, is_external=True))
            line._p.append(link)
            link.append(run._r)
            run.underline = True


# --- looks and properties ---


def _dress(paper: "Paper", language: str) -> None:
    """Give the styles the looks of the paper, so that all of it can be changed in one place."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    def face(name: str, font: str, size: float, ink: str, **air: float) -> Any:
        style = paper.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.font.color.rgb = RGBColor.from_string(ink)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(key), None)
        fonts.set(qn("w:hAnsi"), font)
        style.paragraph_format.space_before = Pt(air.get("before", 0))
        style.paragraph_format.space_after = Pt(air.get("after", 6))
        return style

    for name in (_QUIET, _OURS, _ROOM):
        paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = paper.styles["Normal"]
    face("Normal", "Georgia", 11, _INK)
    face("Title", "Georgia", 25, _INK, after=4)
    for level, size, ink in ((1, 15, _ACCENT), (2, 12, _MUTED), (3, 11.5, _INK), (4, 11, _INK)):
        style = face(f"Heading {level}", "Georgia", size, ink, before=18 - 3 * level, after=5)
        style.font.bold = style.font.italic = False
    face(_QUIET, "Calibri", 9, _MUTED)
    face(_OURS, "Georgia", 11, _INK)
    face(_ROOM, "Georgia", 16, _INK)
    face("Quote", "Georgia", 11, _INK)
    _edge(paper.styles[_OURS], "left", 18, "E7DDCF", 8)
    _edge(paper.styles[_ROOM], "bottom", 4, "B0A497", 1)
    # The template draws a blue line under the title.
    for border in paper.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
    for said in paper.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), language)
    part = paper.sections[0]
    part.page_width, part.page_height = Mm(210), Mm(297)
    part.left_margin = part.right_margin = Mm(27)
    part.top_margin = part.bottom_margin = Mm(25)
    foot = part.footer.paragraphs[0]
    foot.style, foot.alignment = paper.styles[_QUIET], 1
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot._p.append(number)


def _edge(style: Any, side: str, width: int, ink: str, space: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    border, edge = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for key, value in (
        ("val", "single"),
        ("sz", str(width)),
        ("space", str(space)),
        ("color", ink),
    ):
        edge.set(qn(f"w:{key}"), value)
    border.append(edge)
    properties = style.element.get_or_add_pPr()
    # The schema wants a border before the spacing.
    properties.insert_element_before(border, "w:spacing", "w:ind", "w:jc")


def _introduce(paper: "Paper", document: Document) -> None:
    """The title, and properties that tell of no person, program, time or template."""
    from datetime import datetime

    paper.add_paragraph(printable(document.title), style="Title")
    about = paper.core_properties
    about.title, about.language = printable(document.title), document.language
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = datetime(*_FIXED_TIME)  # noqa: DTZ001 (no time at all is meant)
    # The template brings a picture of itself, the name of a program, and styles of another age.
    for held in (paper.part.package.rels, paper.part.rels):
        for key, relation in list(held.items()):
            if relation.reltype.rpartition("/")[2] in _LUGGAGE:
                del held[key]


def _without_times(content: bytes) -> bytes:
    """The same archive, its members without the hour they were made."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _FIXED_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return made.getvalue()
