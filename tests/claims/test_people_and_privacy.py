"""CL7, CL13, CL14, CL18, CL19: the people, their joy, and that nothing leaves but by hand."""

import getpass
import io
import os
import platform
import re
import stat
from dataclasses import fields, replace
from datetime import date, timedelta

import pypdf
import pytest
from PySide6.QtTest import QTest

from journal_app.domain.celebration import Delivery
from journal_app.domain.moment import Moment
from journal_app.domain.person import Card, CardNote, Person
from journal_app.domain.share import Part
from journal_app.exchange.formats import Format
from tests.architecture.test_layers import SOURCES, network_imports
from tests.builders import FRIDAY, NEXT_FRIDAY, a_full_draft
from tests.exchange.reading import words_in
from tests.safety.pages import plain_folder

NAME, NICK = "Quirina Zwölfender", "Quirli"


def test_cl07_no_module_of_the_program_knows_a_network():
    found = {p.name: network_imports(p.read_text(encoding="utf-8")) for p in SOURCES}

    assert len(found) > 150
    assert {name: used for name, used in found.items() if used} == {}


def test_cl07_the_whole_window_works_where_every_socket_is_shut(window):
    """The fixture of all tests shuts them: the guide and every page go through it here."""
    guide = window.workspace.pages["guide"]
    for step in guide.steps():
        guide.go_to(step.id)
    guide.finish()
    for name in ("week", "journal", "people", "celebrations", "growth", "share", "settings"):
        assert window.workspace.open(name).isVisible()


def test_cl07_the_title_names_nobody_on_any_page(window):
    workspace = window.workspace
    for name in workspace.rail.buttons:
        if workspace.rail.buttons[name].isCheckable():
            workspace.open(name)
            assert not any(part in window.windowTitle() for part in ("Mei", "Lindqvist", "Jonas"))
    workspace.open_person(1)
    assert "Mei" not in window.windowTitle()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in lists, not in modes")
def test_cl07_every_file_of_the_journal_is_its_owners_alone(protection):
    protection.journal.team.welcome(NAME)
    files = [path for path in protection.folder.rglob("*") if path.is_file()]

    assert files
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in files} == {0}


def test_cl13_a_card_has_four_fields_each_optional_and_dated(journal):
    person = journal.team.welcome("Mei")
    assert [f.name for f in fields(Card)] == ["strengths", "hopes", "energy", "thanks"]
    for field in fields(Card):
        assert getattr(person.card, field.name) == CardNote()
        person = journal.team.write_card(person, field.name, "the sea", on=FRIDAY)
        assert getattr(person.card, field.name).noted_on == FRIDAY


def test_cl13_the_journal_has_no_place_for_health_family_age_rating_or_salary(db):
    forbidden = ("health", "family", "age", "birth", "rating", "score", "salary", "pay", "gender")
    columns = [row[1] for row in db.execute("PRAGMA table_info(person)")]

    assert len(columns) > 10
    assert [c for c in columns if any(c.split("_")[0] == word for word in forbidden)] == []
    assert {f.name for f in fields(Person)} == {
        *("name", "other_names", "card", "joined_on", "state", "id")
    }


def test_cl14_a_moment_becomes_a_celebration_in_one_act(guide, heard_journal):
    guide.go_to("notice")
    form = guide.shown.forms[0]
    next(iter(form.who.chips.values())).click()
    QTest.keyClicks(form.behaviour, "told the customer the truth")
    guide.go_next()
    guide.finish()

    [celebration] = heard_journal.celebrations.recent()
    [point] = heard_journal.growth.line(1)
    assert celebration.moment_id == point.moment.id
    assert point.celebration == celebration


def test_cl14_the_line_runs_from_the_oldest_to_the_newest_with_days(journal):
    mei = journal.team.welcome("Mei")
    for back in (3, 40, 12):
        day = FRIDAY - timedelta(days=back)
        journal.growth.notice(Moment(person_id=mei.id, happened_on=day, behaviour=f"{back}"))

    days = [point.on for point in journal.growth.line(mei.id)]

    assert days == sorted(days)
    assert all(isinstance(day, date) for day in days)


@pytest.mark.parametrize("delivery", list(Delivery))
def test_cl14_ones_own_joy_never_enters_the_note(journal, delivery):
    draft = a_full_draft(journal.team.welcome("Mei").id)
    draft.celebration.delivery = delivery
    draft.celebration.joy = "I was close to tears."
    journal.reflections.finish(draft, on=FRIDAY)

    [celebration] = journal.celebrations.recent()

    assert celebration.joy == "I was close to tears."
    assert "tears" not in celebration.note(name="Mei")


def test_cl18_a_person_who_is_erased_leaves_no_byte(protection):
    journal = protection.journal
    her = journal.team.welcome(NAME, [NICK])
    draft = a_full_draft(her.id)
    draft.moments[0].behaviour = f"{NICK} told the truth"
    draft.doubt = f"How to thank {NAME}?"
    journal.reflections.finish(draft, on=FRIDAY)
    protection.backups.make()
    key = protection._vault.keys.key
    before = plain_folder(protection.folder, key).lower()
    assert b"quirli" in before
    assert "zwölfender".encode() in before

    journal.erasing.erase_person(her.id)

    after = plain_folder(protection.folder, key).lower()
    assert not any(trace in after for trace in (b"quirli", b"quirina", "zwölfender".encode()))


@pytest.fixture
def pack(journal):
    """A pack of everything there is about someone, under another name."""
    her = journal.team.welcome(NAME, [NICK])
    draft = a_full_draft(her.id)
    draft.moments[0].behaviour = f"{NICK} told the customer the truth"
    journal.reflections.finish(draft, on=FRIDAY)
    parts = frozenset(Part) - {Part.DOUBTS}
    return journal.sharing.compose(replace(journal.sharing.request(NEXT_FRIDAY), parts=parts))


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_cl19_the_file_is_what_was_previewed_to_the_byte(journal, pack, tmp_path, form):
    file = tmp_path / f"pack.{form}"
    previewed = pack.render(form)

    journal.sharing.save(pack, file, on=FRIDAY)

    if form == "docx":
        assert words_in(file.read_bytes(), Format.DOCX) == words_in(previewed, Format.DOCX)
    else:
        assert file.read_bytes() == previewed


@pytest.mark.parametrize("form", list(Format))
def test_cl19_no_name_user_host_or_path_is_in_words_or_metadata(pack, form, tmp_path):
    content = pack.render(form)
    texts = [content.decode("utf-8", "ignore")]
    if form is Format.PDF:
        reader = pypdf.PdfReader(io.BytesIO(content))
        texts += [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
    elif form is Format.DOCX:
        texts.append(words_in(content, Format.DOCX))
    # The style sheet of a page is the program's own and speaks of a root.
    readable = re.sub(r"(?s)<style.*?</style>", "", "\n".join(texts[1:] or texts))

    assert "the customer the truth" in readable.replace("\n", " ")
    for secret in ("Quirina", "Zwölfender", NICK, str(tmp_path)):
        assert secret not in readable
        assert secret not in texts[0]
    for word in {platform.node(), getpass.getuser()} - {""}:
        # As a word: a short one may stand by chance among the bytes of a picture or a font.
        assert not re.search(rf"\b{re.escape(word)}\b", readable)
