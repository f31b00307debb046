"""Cases 71 to 73 over five hundred teams that never were: in no format is any form of a name left.

What is looked for is known by other means than the program's own: letters alone, as a reader sees
them. Teams are the same in every run.
"""

import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass

import pypdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from journal_app.domain.share import NameStyle
from journal_app.exchange.document import Document, Heading
from journal_app.exchange.formats import Format, draw
from journal_app.services.exporting import Selection
from tests.builders import an_entry
from tests.exchange.reading import words_in
from tests.safety.any_team import Told, left_of, told_teams
from tests.safety.leaving import pack_of

TEAMS = 500
TEXT_FORMS = ("md", "html", "json", "csv")


class _Undone(Exception):
    """Takes a team out of the journal again."""


@dataclass(frozen=True)
class _Left:
    """What left a journal of one team."""

    told: Told
    texts: dict[str, str]
    document: Document


def _leave(journal, told, folder) -> _Left:
    """Everything a journal of this team gives away, after which it is as empty as before."""
    texts = {}
    with suppress(_Undone), journal._db.transaction():
        people = [journal.team.welcome(name, list(others)) for name, others in told.people]
        body = "\n\n".join(told.lines)
        entry = an_entry(body, title=told.lines[0], person_id=people[0].id, tags=told.tags)
        journal.entries.write(entry)
        for form in (*TEXT_FORMS, "zip"):
            file = folder / f"out.{form}"
            selection = Selection(include_private=True)
            journal.exporting.export(file, form=form, names=NameStyle.ALIAS, selection=selection)
            texts[form] = _members(file) if form == "zip" else file.read_text(encoding="utf-8")
        pack = pack_of(journal, questions=told.lines, purpose=told.lines[-1])
        for kind in ("md", "html", "json"):
            texts[f"pack.{kind}"] = pack.render(kind).decode()
        raise _Undone
    return _Left(told, texts, pack.document)


def _members(file) -> str:
    with zipfile.ZipFile(file) as archive:
        return "\n".join(
            text for name in archive.namelist() for text in (name, archive.read(name).decode())
        )


@pytest.fixture(scope="module")
def left(shared_journal, tmp_path_factory):
    """What left the journals of all the teams."""
    folder, found = tmp_path_factory.mktemp("teams"), []

    @given(told=told_teams())
    @settings(
        max_examples=TEAMS,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def gather(told):
        found.append(_leave(shared_journal, told, folder))

    gather()
    assert len(found) >= TEAMS
    return found


@pytest.mark.parametrize("form", [*TEXT_FORMS, "zip", "pack.md", "pack.html", "pack.json"])
def test_case_71_to_73_no_form_of_a_name_is_left_in_text_that_leaves(left, form):
    found = {
        (word, one.told.people, one.texts[form])
        for one in left
        for word in left_of(one.told.words, one.texts[form])
    }
    assert not found, _said(found)


@pytest.mark.parametrize("form", [Format.PDF, Format.DOCX])
def test_case_71_to_73_no_form_of_a_name_is_left_on_pages(left, form):
    for start in range(0, len(left), 25):
        some = left[start : start + 25]
        together = Document(
            title=some[0].document.title,
            blocks=tuple(
                block
                for one in some
                for block in (Heading(1, one.document.title), *one.document.blocks)
            ),
        )
        content = b"".join(draw(together, form))
        text = words_in(content, form)
        if form is Format.PDF:
            file = pypdf.PdfReader(io.BytesIO(content))
            text += "\n".join([*(page.extract_text() for page in file.pages), str(file.metadata)])
        words = frozenset().union(*(one.told.words for one in some))
        assert left_of(words, text) == []


def _said(found) -> str:
    """The first few that were found, each with the line it stands in."""
    lines = [f"{len(found)} left"]
    for word, people, text in sorted(found)[:8]:
        where = [line for line in text.splitlines() if left_of(frozenset({word}), line)]
        lines.append(f"{word!r} of {people}: {where[:3]}")
    return "\n".join(lines)
