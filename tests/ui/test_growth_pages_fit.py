"""The pages about people, celebrations and one's own growth fit every window, and leave nothing."""

import gc
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from journal_app.domain.celebration import Delivery
from journal_app.domain.intention import Aim
from journal_app.domain.placing import Placing
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY, a_full_draft
from tests.ui.walk import clipped

LONG = "Wolfeschlegelsteinhausenbergerdorff-Abayomi"


@pytest.fixture
def visits(qtbot, theme, heard_journal, changes, today, make_safety):
    """Opens each of the pages in turn, over a journal that has something of everything."""
    journal = heard_journal
    mei = journal.team.welcome(f"Mei {LONG}")
    draft = a_full_draft(mei.id)
    draft.celebration.delivery = Delivery.SAY
    draft.intentions[0].skill_id = "S05"
    journal.reflections.finish(draft, on=FRIDAY)
    journal.skills.choose_focus("S05", on=FRIDAY)
    journal.skills.place(Placing(skill_id="S05", placed_on=FRIDAY, level=2))
    journal.measures.add("Fewer calls at night", Aim.RESULTS, on=FRIDAY)
    safety = make_safety()
    made = Workspace(journal, theme, changes, today=today, safety=safety)
    qtbot.addWidget(made)
    made.show()

    def visit():
        made.open_person(mei.id)
        yield "person", made.pages["person"]
        made.pages["person"].meeting_button.click()
        yield "meeting", made.pages["meeting"]
        page = made.open("celebrations")
        page.builder.begin()
        yield "celebrations", page
        page.card_requested.emit(1)
        card = made.pages["greeting"]
        qtbot.waitUntil(lambda: card.preview.shows_a_card, timeout=10_000)
        yield "greeting", card
        growth = made.open("growth")
        for part in growth.parts.chips:
            growth.show_part(part)
            yield f"growth {part}", growth

    yield made, visit
    safety.jobs.stop()
    theme.set_zoom(100)


@pytest.mark.parametrize(
    ("zoom", "size"), [(100, (960, 600)), (200, (960, 600)), (80, (2560, 1300))]
)
def test_no_page_is_wider_than_its_window(visits, theme, zoom, size):
    made, visit = visits
    theme.set_zoom(zoom)
    made.resize(*size)
    wide = []
    for name, page in visit():
        QApplication.processEvents()
        column = page.column
        room = column.viewport().width()
        if column.widget().minimumSizeHint().width() > room:
            wide.append((name, column.widget().minimumSizeHint().width(), room))
    assert wide == []


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_long_name_is_whole_on_every_page(qtbot, visits, theme, zoom):
    made, visit = visits
    theme.set_zoom(zoom)
    made.resize(960, 600)

    def whole(name, page):
        assert clipped(page) == [], name

    for name, page in visit():
        qtbot.waitUntil(partial(whole, name, page))


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_card_is_shown_whole_at_every_size(qtbot, visits, theme, zoom):
    made, visit = visits
    theme.set_zoom(zoom)
    made.resize(960, 600)
    card = dict(visit())["greeting"]
    made.open("greeting")

    shown = card.preview
    qtbot.waitUntil(lambda: shown.height() >= shown.heightForWidth(shown.width()))


def test_a_look_is_worn_by_every_page_at_once(visits, theme):
    _made, visit = visits
    for _name, page in visit():
        for look in ("evening", "paper"):
            theme.wear(look, zoom=100, high_contrast=False)
            QApplication.processEvents()
            ground = page.grab().toImage().pixelColor(2, 2)
            assert ground == theme.color("bg")


def test_a_page_that_is_taken_apart_leaves_no_word(visits):
    made, visit = visits
    for _name, _page in visit():
        QApplication.processEvents()
    made.begin_anew()
    QApplication.sendPostedEvents(None, 52)
    gc.collect()

    left = [w for w in QApplication.allWidgets() if isinstance(w, QWidget)]
    words = [w.text() for w in left if callable(getattr(w, "text", None))]
    assert not [w for w in words if "customer" in w]
