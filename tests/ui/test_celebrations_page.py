"""The wall, what waits to be said, the builder, the jar; and the card to hand over."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.greeting import GreetingDesign, GreetingSize
from journal_app.domain.moment import Moment
from journal_app.ui.workspace import Workspace
from tests.builders import FRIDAY
from tests.ui.test_pages import texts

WEEK = timedelta(days=7)


@pytest.fixture
def workspace(qtbot, theme, heard_journal, changes, mei, today, make_safety):
    safety = make_safety()
    made = Workspace(heard_journal, theme, changes, today=today, safety=safety)
    made.files = safety.files
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    yield made
    safety.jobs.stop()


def celebrated(journal, mei, weeks_ago=0, **rest):
    rest.setdefault("behaviour", "you asked the quiet question")
    return journal.celebrations.celebrate(
        Celebration(person_id=mei.id, happened_on=FRIDAY - weeks_ago * WEEK, **rest)
    )


def test_an_empty_wall_teaches_and_its_button_begins_a_celebration(workspace):
    page = workspace.open("celebrations")
    assert "hangs here" in texts(page)
    assert not page.wall.isVisible()

    QTest.keyClick(page.empty.button, Qt.Key.Key_Space)

    assert workspace.focusWidget() is page.builder.form.behaviour


def test_a_celebration_is_built_from_a_step_and_saying_it_becomes_a_plan(
    workspace, heard_journal, mei
):
    moment = heard_journal.growth.notice(
        Moment(
            person_id=mei.id, happened_on=FRIDAY - WEEK, situation="In the retro", behaviour="spoke"
        )
    )
    page = workspace.open("celebrations")
    page.builder.add_button.click()
    form = page.builder.form
    QTest.keyClick(form.moments.chips[str(moment.id)], Qt.Key.Key_Space)
    QTest.keyClicks(form.growing_in, "speaking up")
    QTest.keyClick(form.delivery.chips[Delivery.SAY], Qt.Key.Key_Space)
    assert "Mei,\n\nIn the retro spoke. I can see you growing in speaking up." in texts(page)
    QTest.keyClick(form.growing_in, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    [made] = heard_journal.celebrations.waiting()
    assert (made.moment_id, made.growing_in) == (moment.id, "speaking up")
    [plan] = heard_journal.intentions.about(mei.id)
    assert plan.act == "tell Mei Lindqvist what I saw"
    assert len(page.cards) == 1

    workspace.toast.undo_button.click()
    assert heard_journal.celebrations.recent() == []
    assert heard_journal.intentions.about(mei.id) == []
    assert page.builder.form.growing_in.text() == "speaking up"


def test_a_celebration_begun_is_there_again_after_the_page_was_taken_apart(
    workspace, heard_journal
):
    page = workspace.open("celebrations")
    page.builder.add_button.click()
    QTest.keyClicks(page.builder.form.behaviour, "you stayed")
    workspace.keep()
    workspace.begin_anew()

    again = workspace.open("celebrations")
    assert again.builder.form.behaviour.text() == "you stayed"
    QTest.keyClick(again.builder.keep_button, Qt.Key.Key_Space)
    assert "whom you celebrate" in workspace.toast.message.text()
    assert again.builder.form is not None


def test_how_it_was_told_and_how_it_landed_can_be_written_later_and_undone(
    workspace, heard_journal, mei
):
    celebrated(heard_journal, mei, joy="I was proud.")
    page = workspace.open("celebrations")
    [note] = page.cards
    assert "I was proud." not in texts(page.wall)
    QTest.keyClick(note.more_button, Qt.Key.Key_Space)
    assert "I was proud." in texts(page.wall)
    assert workspace.focusWidget() is note.how
    QTest.keyClicks(note.how, "on the stairs")
    QTest.keyClicks(note.landed, "She laughed.")
    QTest.keyClick(note.landed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    [given] = heard_journal.celebrations.recent()
    assert (given.given_on, given.given_how, given.landed) == (
        FRIDAY,
        "on the stairs",
        "She laughed.",
    )
    assert "on the stairs · She laughed." in texts(page.wall)
    workspace.toast.undo_button.click()
    assert heard_journal.celebrations.recent()[0].given_on is None


def test_words_typed_on_a_note_stay_when_the_wall_changes_and_after_a_lock(
    workspace, heard_journal, mei
):
    first = celebrated(heard_journal, mei, 1)
    page = workspace.open("celebrations")
    page.cards[0].more_button.click()
    QTest.keyClicks(page.cards[0].landed, "She laug")
    celebrated(heard_journal, mei, delivery=Delivery.SAY)
    assert [c.landed.text() for c in page.cards] == ["", "She laug"]
    workspace.keep()
    workspace.begin_anew()

    again = workspace.open("celebrations").cards[-1]
    assert again.celebration.id == first.id
    assert again.landed.text() == "She laug"
    assert again.landed.isVisible()
    QTest.keyClicks(again.landed, "hed.")
    again.given_button.click()
    assert heard_journal.celebrations.recent(-1)[-1].landed == "She laughed."
    assert heard_journal.drafts.line(f"told:{first.id}:landed") == ""


def test_a_wall_of_years_is_hung_a_part_at_a_time(workspace, heard_journal, mei):
    for back in range(60):
        celebrated(heard_journal, mei, back)
    page = workspace.open("celebrations")
    assert len(page.cards) == 12

    QTest.keyClick(page.earlier_button, Qt.Key.Key_Space)

    assert len(page.cards) == 24
    shown = page.wall.findChildren(type(page.cards[0]))
    boxes = [card.geometry() for card in shown if card.isVisible()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_the_jar_shows_one_memory_at_a_time_and_nothing_before_it_is_asked(
    workspace, heard_journal, mei
):
    celebrated(heard_journal, mei, 1, behaviour="you were new here")
    celebrated(heard_journal, mei, 9, behaviour="you held the room", joy="I held my breath.")
    page = workspace.open("celebrations")
    assert page.jar.text.text() == ""

    seen = set()
    for _ in range(4):
        QTest.keyClick(page.jar.button, Qt.Key.Key_Space)
        seen.add(page.jar.text.text())

    assert seen == {"You held the room.", "I held my breath."}


def test_the_calendar_tells_its_days_to_a_reader_and_names_nobody(workspace, heard_journal, mei):
    celebrated(heard_journal, mei, 1)
    celebrated(heard_journal, mei, 70)
    page = workspace.open("celebrations")

    face = QAccessible.queryAccessibleInterface(page.calendar)
    name = face.text(QAccessible.Text.Name)
    assert name == "Days on which I celebrated someone: 13 November"
    assert page.calendar.months()[0].isoformat() == "2025-12-01"


# --- the card ---


@pytest.fixture
def card(workspace, heard_journal, mei, qtbot):
    """Opens the card of a celebration and waits for its drawing."""

    def make(**rest):
        made = celebrated(heard_journal, mei, **rest)
        page = workspace.open("celebrations")
        page.card_requested.emit(made.id)
        card = workspace.pages["greeting"]
        qtbot.waitUntil(lambda: card.preview.shows_a_card, timeout=10_000)
        return card

    return make


def saved(qtbot, workspace, page, path, act):
    workspace.files.save = lambda _title, _name: path
    act.click()
    qtbot.waitUntil(path.exists, timeout=10_000)
    return path.read_bytes()


def test_a_card_carries_the_note_and_never_the_joy_unless_it_is_added(card):
    page = card(situation="On Tuesday", impact="we could decide", joy="I was proud.")
    assert page.body.text() == "On Tuesday you asked the quiet question. We could decide."
    assert page.name.text() == "Mei,"

    QTest.keyClick(page.joy_button, Qt.Key.Key_Space)

    assert page.body.text().endswith("\nI was proud.")


def test_the_way_a_person_likes_to_be_thanked_is_in_view(card, heard_journal, mei):
    heard_journal.team.write_card(mei, "thanks", "in writing", on=FRIDAY)

    assert card().thanks.text() == "in writing"


def test_a_card_is_saved_as_a_tagged_page_of_its_size(qtbot, workspace, card, tmp_path):
    page = card()
    QTest.keyClick(page.designs.buttons[GreetingDesign.LETTER], Qt.Key.Key_Space)
    page.signed.setText("Marta")
    content = saved(qtbot, workspace, page, tmp_path / "card.pdf", page.pdf_button)

    [sheet] = PdfReader(BytesIO(content)).pages
    assert [round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]] == [148, 105]
    text = " ".join(sheet.extract_text().split())
    assert "Mei," in text
    assert "You asked the quiet question." in text
    assert "Marta" in text
    assert (
        b"/StructTreeRoot" in content
        or "/StructTreeRoot" in PdfReader(BytesIO(content)).root_object
    )


def test_a_card_is_saved_as_a_picture_at_print_size(qtbot, workspace, card, tmp_path):
    page = card()
    QTest.keyClick(page.size_chips.chips[GreetingSize.SQUARE], Qt.Key.Key_Space)
    content = saved(qtbot, workspace, page, tmp_path / "card.png", page.png_button)

    picture = QImage.fromData(content)
    assert (picture.width(), picture.height()) == (1748, 1748)


@pytest.mark.parametrize("design", list(GreetingDesign))
def test_every_design_takes_long_words_flowers_and_arabic(qtbot, workspace, card, tmp_path, design):
    page = card()
    page.designs.buttons[design].click()
    page.body.set_text("لقد سألت السؤال الهادئ 🎉\n#let x = 1 [*bold*] $y$\n" + "quietly " * 300)
    content = saved(qtbot, workspace, page, tmp_path / "card.pdf", page.pdf_button)

    pages = PdfReader(BytesIO(content)).pages
    assert len(pages) == 1
    assert "#let x = 1 [*bold*] $y$" in " ".join(pages[0].extract_text().split())


def test_more_words_than_a_card_holds_are_kept_and_not_drawn(workspace, card, tmp_path):
    page = card()
    assert not page.hint.isVisible()
    page.body.set_text("quietly " * 300)
    page.body.edited.emit()
    page.keep()
    page._draw()
    assert "Shorter lands better" in page.hint.text()

    page.body.set_text("quietly " * 5000)
    page.body.edited.emit()
    workspace.files.save = lambda _title, _name: tmp_path / "card.pdf"
    page.pdf_button.click()
    assert "more than a card can hold" in workspace.toast.message.text()
    assert list(tmp_path.glob("*.pdf")) == []
    assert page._keepsakes.greeting(1).body == "quietly " * 5000


def test_words_changed_on_a_card_are_kept_and_the_celebration_stays_as_it_was(
    workspace, card, heard_journal
):
    page = card()
    QTest.keyClicks(page.body, " Thank you.")
    QTest.keyClick(page.designs.buttons[GreetingDesign.BLOOM], Qt.Key.Key_Space)
    workspace.open("week")
    [celebration] = heard_journal.celebrations.recent()
    assert celebration.behaviour == "you asked the quiet question"

    kept = heard_journal.keepsakes.greeting(celebration.id)
    assert kept.body.endswith("Thank you.")
    assert kept.design is GreetingDesign.BLOOM

    page.show_celebration(celebration.id)
    assert page.body.text().endswith("Thank you.")
    QTest.keyClick(page.anew_button, Qt.Key.Key_Space)
    assert page.body.text() == "You asked the quiet question."
    workspace.toast.undo_button.click()
    assert page.body.text().endswith("Thank you.")


def test_cancelling_the_save_of_a_card_leaves_no_file(workspace, card, tmp_path):
    page = card()
    workspace.files.save = lambda _title, _name: None
    page.pdf_button.click()
    QApplication.processEvents()

    assert list(tmp_path.glob("*.pdf")) == []


def test_a_card_begun_goes_with_its_person(card, heard_journal, mei, workspace):
    page = card()
    QTest.keyClicks(page.body, " Heronword.")
    workspace.keep()
    heard_journal.erasing.erase_person(mei.id)

    assert all("Heronword" not in text.body for text in heard_journal.erasing._nouns.texts.all())


def test_a_card_handed_over_is_noted_as_given(workspace, card, heard_journal):
    page = card(delivery=Delivery.NOTE)
    page.given_button.click()
    assert heard_journal.celebrations.waiting() == []
    assert heard_journal.celebrations.recent()[0].given_how == "On a card"

    workspace.toast.undo_button.click()
    assert len(heard_journal.celebrations.waiting()) == 1
