"""A pack of two hundred pages: drawn away from the window, with progress, and called off."""

import io
from dataclasses import replace

import pypdf
import pytest

from journal_app.domain.share import Part
from tests.builders import FRIDAY, an_entry
from tests.sharing_page import a_share_page

ENTRIES, PAGES = 60, 200
PARAGRAPH = "We walked to the harbour and she told me what she would try next. " * 12


@pytest.fixture
def page(qtbot, theme, journal, tmp_path):
    body = "\n\n".join([PARAGRAPH] * 18)
    journal.entries.write_all(
        [an_entry(body, title=f"Talk {n}", on=FRIDAY) for n in range(ENTRIES)]
    )
    made = a_share_page(qtbot, theme, journal, choose_file=lambda _t, name: tmp_path / name)
    request = made.making.request
    every = frozenset(item.ref for item in journal.sharing.items(request))
    made.making.choose(parts=frozenset({Part.WRITING}), added=every)
    made.show()
    return made


def idle(page):
    return not page.saving._jobs.busy


def test_two_hundred_pages_are_looked_at_in_part_and_saved_whole(qtbot, page, tmp_path):
    page.go("preview")
    qtbot.waitUntil(lambda: bool(page.preview.pages.pages), timeout=60_000)
    length = page.preview.length.text()
    assert 0 < len(page.preview.pages.pages) < PAGES
    assert "The first pages are shown here" in page.preview.remark.text()

    page.go("save")
    told = []
    page.saving.progress.valueChanged.connect(told.append)
    page.saving.save_button.click()
    assert not page.saving.save_button.isEnabled()
    assert page.saving.cancel_button.isVisible()
    qtbot.waitUntil(lambda: page.saving.saved_to is not None, timeout=60_000)

    file = pypdf.PdfReader(tmp_path / "notes-for-a-talk.pdf")
    assert len(file.pages) >= PAGES
    assert length == f"{len(file.pages)} pages"
    assert max(told) >= 95
    assert file.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert file.trailer["/Root"]["/Lang"] == "en"
    title, parts = file.outline
    assert title.title == "Notes for a talk about leading"
    assert len(parts) >= 2
    last = file.pages[-1].extract_text()
    assert f"{len(file.pages)} · {len(file.pages)}" in last


def test_called_off_it_leaves_no_file_and_no_line_in_the_log(qtbot, page, journal, tmp_path):
    page.go("preview")
    page.go("save")
    page.saving.save_button.click()
    page.saving.cancel_button.click()
    assert page.saving.save_button.isEnabled()
    assert "No part of it was written" in page.saving.problem.text()

    qtbot.waitUntil(lambda: idle(page), timeout=60_000)
    assert list(tmp_path.iterdir()) == []
    assert journal.sharing.log() == []


def test_the_pages_looked_at_are_those_of_the_file(qtbot, page, journal):
    pack = page.making.pack
    few = replace(pack, document=replace(pack.document, blocks=pack.document.blocks[:4]))
    look = few.look(60)

    assert look.count == len(pypdf.PdfReader(io.BytesIO(few.render("pdf"))).pages)
