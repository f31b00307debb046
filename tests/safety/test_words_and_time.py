"""Cases 40 to 44, 51 and 52: what was typed stays what was typed, and every word of it is found."""

import ast
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from journal_app.domain.share import NameStyle
from journal_app.services.exporting import Selection
from journal_app.services.journal import Journal
from journal_app.ui.pages.entry_page import EntryPage
from journal_app.ui.search.palette import Palette
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.writing_area import WritingArea
from tests.builders import FRIDAY, a_full_draft, an_entry
from tests.cli import conftest as command_line
from tests.cli.conftest import json_lines
from tests.ui.entry_pages import an_entry_page

folder, tend, journal_folder = command_line.folder, command_line.tend, command_line.journal_folder
UI = Path(__file__).resolve().parents[2] / "journal_app" / "ui"


@pytest.fixture
def page(qtbot, theme, heard_journal):
    """The page one writes freely on."""
    made = an_entry_page(theme, heard_journal)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def area(qtbot, theme):
    made = WritingArea(theme, name="Words")
    qtbot.addWidget(made)
    return made


def typed(page: EntryPage, text: str, title: str = "") -> int:
    """Write this as a person would and let the page keep it; the id of the entry."""
    page.begin()
    page.title.setText(title)
    page.area.set_text(text)
    page.area.edited.emit()
    page.keep()
    return int(page._entries.items()[0].ref)


def opened_and_kept(page: EntryPage, entry_id: int) -> None:
    """Open an entry, type a letter and keep it, then take it away again and keep that."""
    page.open_entry(entry_id)
    QTest.keyClicks(page.area, "x")
    page.keep()
    page.area.textCursor().deletePreviousChar()
    page.keep()


def exported(journal: Journal, folder: Path, form: str = "json") -> str:
    file = folder / f"out.{form}"
    journal.exporting.export(file, form=form, names=NameStyle.REAL, selection=Selection())
    return file.read_text(encoding="utf-8")


# --- 40: NUL


def test_case_40_a_nul_is_kept_and_what_stands_behind_it_is_found(tend, journal_folder):
    text = "before\0the heron"
    tend("add", stdin=json_lines({"body": text, "title": text, "tags": [text]}))

    [hit] = tend("search", "heron").lines
    shown = tend("show", str(hit["id"])).line

    assert (shown["body"], shown["title"], shown["tags"]) == (text, text, [text])
    assert tend("search", "before").lines == [hit]
    assert tend("list", "--tag", text).lines == [shown]


def test_case_40_a_nul_in_the_guide_hides_nothing_from_search(journal):
    mei = journal.team.welcome("Mei")
    draft = a_full_draft(mei.id)
    draft.moments[0].behaviour = "told them\0plainly"
    journal.reflections.finish(draft, on=FRIDAY)

    assert [hit.item.kind for hit in journal.searching.find("plainly")] == ["moment"]
    assert [hit.item.kind for hit in journal.searching.find("stayed")][:1] == ["moment"]


def test_case_40_the_window_shows_a_mark_for_it_and_keeps_the_rest(page, heard_journal):
    kept = heard_journal.entries.write(an_entry("before\0after"))
    page.open_entry(kept.id)
    assert page.area.text() == "before\ufffdafter"

    page.leave()
    assert heard_journal.entries.entry(kept.id).body == "before\0after"
    opened_and_kept(page, kept.id)
    assert heard_journal.entries.entry(kept.id).body == "before\ufffdafter"


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_case_40_no_export_ends_at_it(journal, tmp_path, form):
    journal.entries.write(an_entry("before\0after the heron"))

    assert "after the heron" in exported(journal, tmp_path, form)


# --- 41: lone surrogates


@pytest.mark.parametrize("half", ["\ud83d", "\udfff\ud800"])
def test_case_41_half_a_character_never_stops_the_autosave(page, heard_journal, half):
    kept = typed(page, f"one {half} two", title=f"half {half}")
    page.area.textCursor().insertText(half)
    data = QMimeData()
    data.setText(f" three{half}")
    page.area.insertFromMimeData(data)
    page.keep()

    body = heard_journal.entries.entry(kept).body
    assert body.startswith("one \ufffd")
    assert body.endswith(" three")


def test_case_41_a_line_field_gives_only_what_can_be_kept(qtbot):
    line = LineField(name="Line")
    qtbot.addWidget(line)
    line.insert("a\ud800b")

    assert line.text().encode().startswith(b"a")


def test_case_41_the_command_line_refuses_it_and_writes_nothing(tend, journal_folder):
    results = [
        tend("add", "half \ud800"),
        tend("add", "whole", "--title", "\udcff"),
        tend("add", "whole", "--tag", "\udcff"),
        tend("add", "whole", "--person", "\udcff"),
        tend("person-add", "--name", "half \udcff"),
        tend("add", stdin='{"body": "half \\ud800"}\n'),
    ]

    assert [(result.code, result.line["error"]) for result in results] == [(2, "usage")] * 6
    assert tend("list").lines == []
    assert tend("search", "half \udcff").code == 0


# --- 42 to 44: byte for byte

HARD = [
    "family 👩‍👩‍👧‍👦 flag 🇳🇴 skin 👍🏽 keycap 1️⃣",
    "\u202eright to left\u202c مرحبا עברית \u2067isolated\u2069",
    "e\u0301 é ệ e\u0323\u0302 한 \u1112\u1161\u11ab Å Å",
    "zero\u200bwidth\u200c\u200d\u2060 soft\u00adhyphen",
    "\ufefffirst and \ufeff later",
    "noncharacters \ufdd0\ufdd1\ufdef\ufffe\uffff\U0001fffe\U0010ffff object \ufffc",
    "controls \x01\x02\x03\x1f\x7f\x85\x0b\x0c",
    "musical \U0001d11e and \U000e0041 tags",
]
PLAIN = [
    "tabs\tand\t\tmore\n\n\n  spaces stay  \n",
    "no\u00a0break\u202fnarrow\u2003wide",
    "line\u2028separator",
    "\n\nblank lines first",
]
MARKDOWN = [
    "# heading\n- [ ] task\n* star\n+ plus\n1) one\n`List<String>` **bold** __strong__ _it_",
    "| a | b |\n|:--|--:|\n| c | d |\n\n\n> quote\n>> deeper\n\n---\n***",
    "[link]: https://example.org 'title'\n![p](x.png) <b>x</b> \\* &amp; two  \nbreaks\\\nhere",
]


@pytest.mark.parametrize("text", HARD + PLAIN + MARKDOWN)
def test_cases_42_43_and_44_words_are_byte_equal_through_editor_journal_and_export(
    page, heard_journal, tmp_path, text
):
    kept = typed(page, text)
    for _ in range(3):
        opened_and_kept(page, kept)

    [record] = json.loads(exported(heard_journal, tmp_path))["entries"]
    assert heard_journal.entries.entry(kept).body.encode() == text.encode()
    assert record["body"].encode() == text.encode()


@pytest.mark.parametrize("text", HARD)
def test_case_42_words_are_byte_equal_through_the_command_line_and_back_in(
    tend, journal_folder, text
):
    tend("add", stdin=json_lines({"body": text, "title": text}))
    tend("add", stdin=tend("list").out)

    assert [(line["body"], line["title"]) for line in tend("list").lines] == [(text, text)] * 2


@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\u2029"), max_size=60
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_case_42_any_words_come_back_from_the_editor(area, text):
    area.set_text(text)

    assert area.text() == text


def test_case_42_names_are_kept_in_the_form_they_were_typed(journal):
    for name in ("Re\u0301ka", "Zo\u00eb"):
        assert journal.team.person(journal.team.welcome(name).id).name == name


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("one\r\ntwo\r\n", "one\ntwo\n"),
        ("one\rtwo", "one\ntwo"),
        ("one\u2029two", "one\ntwo"),
        ("\r\n\r\n\tthree  ", "\n\n\tthree  "),
    ],
)
def test_case_43_ends_of_lines_settle_once_and_never_drift(page, heard_journal, text, settled):
    kept = heard_journal.entries.write(an_entry(f"x{text}"))
    page.open_entry(kept.id)
    page.leave()
    assert heard_journal.entries.entry(kept.id).body == f"x{text}"

    for _ in range(3):
        opened_and_kept(page, kept.id)
        assert heard_journal.entries.entry(kept.id).body == f"x{settled}"


@pytest.mark.parametrize("text", [*PLAIN, "one\r\ntwo\tthree", "\u00a0 four"])
def test_case_43_what_is_copied_out_and_pasted_in_again_is_the_same(area, text):
    area.set_text(text)
    before = area.text()
    area.selectAll()
    copied = area.createMimeDataFromSelection()
    area.insertFromMimeData(copied)

    assert area.text() == before


def test_case_44_nothing_in_the_window_turns_words_into_another_markup():
    turns = {"toMarkdown", "setMarkdown", "toHtml", "setHtml", "insertHtml", "insertMarkdown"}
    found = {
        (file.name, node.attr)
        for file in UI.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in turns
    }

    # What is only drawn, to be read and printed, and never comes back: the words stay as typed.
    drawn = {
        ("help_page.py", "setMarkdown"),
        ("print_desk.py", "setHtml"),
        ("reading_text.py", "setMarkdown"),
    }
    assert found == drawn


# --- 51 and 52: search

ODD = [
    '"',
    '""',
    "*",
    "NEAR(",
    "NEAR(a b, 2)",
    "-x",
    "a:b",
    "body:x",
    "'",
    "",
    " ",
    "^x",
    "(",
    "{a}",
]
ODD += ["AND", "OR NOT", "x*y", "\0", "x\0y", "\\", "%", "_", "x" * 10_000, "x " * 5_000, "=", "😀"]


@pytest.mark.parametrize("query", ODD)
def test_case_51_any_words_may_be_searched_for_and_none_are_an_error(journal, query):
    journal.entries.write(an_entry("x marks a b near the or door"))

    for hit in journal.searching.find(query):
        assert hit.item.body == "x marks a b near the or door"


def test_case_51_what_would_command_the_index_is_a_word(journal):
    journal.entries.write(an_entry("the door is near OR far"))
    journal.entries.write(an_entry("nothing of it"))

    for query in ("NEAR(door", "OR", '"far"', "title:near body", "-near", "near*", "door AND far"):
        found = [hit.item.body for hit in journal.searching.find(query)]
        expected = [] if "title" in query or "AND" in query else ["the door is near OR far"]
        assert found == expected, query


@given(query=st.text(max_size=40))
@settings(max_examples=80)
def test_case_51_no_text_at_all_is_an_error(shared_journal, query):
    assert isinstance(shared_journal.searching.find(query), list)


@pytest.mark.parametrize("query", ["NEAR(", "x" * 10_000, "'; DROP TABLE entry; --", '"*'])
def test_case_51_the_page_answers_in_a_sentence(qtbot, theme, heard_journal, query):
    heard_journal.entries.write(an_entry("something else"))
    below = QWidget()
    qtbot.addWidget(below)
    palette = Palette(
        theme,
        searching=heard_journal.searching,
        entries=heard_journal.entries,
        team=heard_journal.team,
        week_of=heard_journal.reflections.week_of,
        today=lambda: FRIDAY,
        parent=below,
    )
    below.show()
    palette.open_palette(())
    palette.box.setText(query)

    assert palette.list.rows.rows == []
    assert palette.answer.isVisible()


@pytest.mark.parametrize("query", ["-x", "a:b", "'", '"', "NEAR(", "*"])
def test_case_51_the_command_line_takes_any_query(tend, journal_folder, query):
    tend("add", "x near a b")

    assert tend("search", query).code == 0


def both_forms(text: str) -> set[str]:
    return {unicodedata.normalize(form, text) for form in ("NFC", "NFD")}


@pytest.mark.parametrize("word", ["Réka", "Zoë", "Łukasz", "Ñandú", "Phương", "naïve", "Øyvind"])
def test_case_52_accents_case_and_their_spelling_make_no_difference(journal, word):
    written = {journal.entries.write(an_entry(f"with {form}")).id for form in both_forms(word)}

    for query in {q for case in (word, word.upper(), word.lower()) for q in both_forms(case)}:
        found = {int(hit.item.ref) for hit in journal.searching.find(query)}
        assert found == written, ascii(query)


def test_case_52_a_plain_letter_finds_an_accented_one_and_the_other_way_round(journal):
    for body in ("Reka", "Réka", "Re\u0301ka"):
        journal.entries.write(an_entry(body))

    for query in ("reka", "réka", "re\u0301ka", "RE\u0301K"):
        assert len(journal.searching.find(query)) == 3, ascii(query)


def test_case_52_letters_that_are_different_letters_stay_different(journal):
    journal.entries.write(an_entry("auf der Straße"))

    assert len(journal.searching.find("straße")) == len(journal.searching.find("STRAẞE")) == 1
    assert journal.searching.find("strasse") == []


def test_case_52_the_command_line_finds_the_same_in_either_spelling(tend, journal_folder):
    tend("person-add", "--name", "Zoe\u0308 Moreau")
    tend("add", "we spoke", "--person", "Zo\u00eb Moreau")
    tend("add", "a caf\u00e9 outside")

    assert [line["body"] for line in tend("list", "--person", "zoe\u0308 moreau").lines] == [
        "we spoke"
    ]
    assert [hit["body"] for hit in tend("search", "cafe\u0301").lines] == ["a caf\u00e9 outside"]
    assert tend("person-add", "--name", "Zo\u00eb Moreau").code == 8
