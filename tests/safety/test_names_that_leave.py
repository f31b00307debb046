"""Cases 71 to 73 over five hundred teams that never were: in no format is any form of a name left.

What is looked for is known by other means than the program's own: letters alone, as a reader sees
them. Teams are the same in every run. Every team leaves as text; pages, which take a while to set,
are drawn of every twentieth team, and of all of them with ``TEND_ALL_TEAMS=1``.
"""

import io
import os
import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from html import unescape

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from journal_app.domain.share import NameStyle
from journal_app.services.exporting import Selection
from tests.builders import an_entry
from tests.safety.any_team import Told, left_of, told_teams
from tests.safety.leaving import pack_of

TEAMS, EACH_ON_PAGES = 500, 1 if os.environ.get("TEND_ALL_TEAMS") else 20
SEED, SEEN = 71_73, 25
TEXTS = ("md", "html", "json", "csv", "zip", "folder")
PAGES = ("docx", "pdf")
PACKS = ("pack.md", "pack.html", "pack.json", "initials.md")
PACKS_ON_PAGES = ("pack.docx", "pack.pdf")


class _Undone(Exception):
    """Takes a team out of the journal again."""


@dataclass(frozen=True)
class _Left:
    """What left a journal of one team: by shape, all that a reader or a program finds in it."""

    told: Told
    texts: dict[str, str]


def _leave(journal, told, folder, *, on_pages, names=NameStyle.ALIAS) -> _Left:
    """Everything a journal of this team gives away, after which it is as empty as before."""
    texts = {}
    with suppress(_Undone), journal._db.transaction():
        people = [journal.team.welcome(name, list(others)) for name, others in told.people]
        body = "\n\n".join(told.lines)
        entry = an_entry(body, title=told.lines[0], person_id=people[0].id, tags=told.tags)
        journal.entries.write(entry)
        for form in (*TEXTS, *PAGES) if on_pages else TEXTS:
            file = folder / f"{len(list(folder.iterdir()))}.{form}"
            selection = Selection(include_private=True)
            journal.exporting.export(file, form=form, names=names, selection=selection)
            texts[form] = _everything_in(file)
        asked = {"questions": told.lines, "purpose": told.lines[-1]}
        packs = {
            "pack": pack_of(journal, names, **asked),
            "initials": pack_of(journal, NameStyle.INITIALS, **asked),
        }
        for shape in (*PACKS, *PACKS_ON_PAGES) if on_pages else PACKS:
            pack, _, kind = shape.partition(".")
            texts[shape] = _read(packs[pack].render(kind))
        raise _Undone
    return _Left(told, texts)


def _everything_in(path) -> str:
    """What a file or a folder says, the names of its files too."""
    if not path.is_dir():
        return _read(path.read_bytes())
    inside = [file for file in path.rglob("*") if file.is_file()]
    return "\n".join(
        text for file in inside for text in (str(file.relative_to(path)), _read(file.read_bytes()))
    )


def _read(content: bytes) -> str:
    """What a file says anywhere: words, properties, members, and where its links lead."""
    if content.startswith(b"%PDF"):
        return _pdf(content)
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    return "\n".join(
        part
        for name, text in members.items()
        for part in (name, _xml(text) if name.endswith((".xml", ".rels")) else text)
    )


def _xml(text: str) -> str:
    """A part of a document: words, whichever runs they are cut into, and all that it points to."""
    ended = re.sub(r"</w:p>|<w:br/>", "\n", text)
    words = unescape(re.sub("<[^>]*>", "", ended))
    return "\n".join([words, *map(unescape, re.findall(r'(?:Target|w:val)="([^"]*)"', text))])


def _pdf(content: bytes) -> str:
    file = pypdf.PdfReader(io.BytesIO(content))
    marks = [mark.title for mark in _flat(file.outline)]
    links = [
        str(note.get_object().get("/A", {}).get("/URI", ""))
        for page in file.pages
        for note in page.get("/Annots", ())
    ]
    about = file.trailer["/Root"]["/Metadata"].get_data().decode()
    # A print of the finished file is letters by chance.
    about = re.sub(r"<xmpMM:(\w+ID)>[^<]*</xmpMM:\1>", "", about)
    pages = [page.extract_text() for page in file.pages]
    return "\n".join([*pages, *marks, *links, about, str(file.metadata)])


def _flat(marks):
    for mark in marks:
        if isinstance(mark, list):
            yield from _flat(mark)
        else:
            yield mark


def _all_that_left(journal, folder, teams, **how):
    found = []

    @seed(SEED)
    @given(told=told_teams())
    @settings(
        max_examples=teams,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def gather(told):
        on_pages = how.get("on_pages", len(found) % EACH_ON_PAGES == 0)
        found.append(_leave(journal, told, folder, **(how | {"on_pages": on_pages})))

    gather()
    assert len(found) >= teams
    return found


@pytest.fixture(scope="module")
def left(shared_journal, tmp_path_factory):
    """What left the journals of all the teams."""
    return _all_that_left(shared_journal, tmp_path_factory.mktemp("teams"), TEAMS)


@pytest.mark.parametrize("form", [*TEXTS, *PAGES, *PACKS, *PACKS_ON_PAGES])
def test_case_71_to_73_no_form_of_a_name_is_left_in_anything_that_leaves(left, form):
    some = [one for one in left if form in one.texts]
    found = {
        (word, one.told.people, one.texts[form])
        for one in some
        for word in left_of(one.told.words, one.texts[form])
    }
    assert len(some) >= TEAMS // EACH_ON_PAGES
    assert not found, _said(found)


def test_case_71_to_73_the_same_eyes_see_the_names_where_they_are_kept(
    shared_journal, tmp_path_factory
):
    """A proof that could not fail would prove nothing."""
    kept = _all_that_left(
        shared_journal,
        tmp_path_factory.mktemp("kept"),
        SEEN,
        on_pages=True,
        names=NameStyle.REAL,
    )
    unseen = {
        (form, one.told.people)
        for one in kept
        for form, text in one.texts.items()
        if form != "initials.md" and not left_of(one.told.words, text)
    }
    assert unseen == set()


def _said(found) -> str:
    """The first few that were found, each with the line it stands in."""
    lines = [f"{len(found)} left"]
    for word, people, text in sorted(found)[:8]:
        where = [line for line in text.splitlines() if left_of(frozenset({word}), line)]
        lines.append(f"{word!r} of {people}: {where[:3]}")
    return "\n".join(lines)
