"""The share page: a pack in six steps, nothing written before the last, and what is out there."""

from datetime import timedelta

import pyrage
import pytest

from journal_app.domain.share import Audience, NameStyle, Part, WordKind
from tests.builders import FRIDAY, MONDAY, NEXT_MONDAY, a_full_draft
from tests.sharing_page import a_share_page, save


@pytest.fixture
def written(heard_journal, mei):
    """A finished week, with a plan, a moment, a celebration and a doubt."""
    heard_journal.reflections.finish(a_full_draft(mei.id, week_start=MONDAY), on=FRIDAY)
    return heard_journal


@pytest.fixture
def page(qtbot, theme, written, tmp_path):
    made = a_share_page(qtbot, theme, written, choose_file=lambda _t, name: tmp_path / name)
    made.show()
    return made


def test_the_six_steps_are_walked_by_buttons_and_gone_back_to_on_the_trail(page):
    assert not page.back_button.isVisible()
    for step in ("questions", "parts", "names", "preview", "save"):
        page.next_button.click()
        assert page.at == step
        assert page.stack.currentWidget() is page.steps[step]
    assert not page.next_button.isVisible()

    page.trail.places["questions"].click()
    assert page.at == "questions"
    page.back_button.click()
    assert page.at == "whom"


def test_what_is_previewed_is_saved_to_the_byte_and_the_page_says_so(qtbot, page, tmp_path):
    page.go("questions")
    page.questions.questions[0].setText("How do I hand over more to Mei?")
    page.go("parts")
    page.parts.parts[Part.GROWTH].line.box.click()
    page.go("preview")
    page.preview.kind.chips["html"].click()
    previewed = page.preview.preview.toPlainText()
    page.next_button.click()
    page.saving.save_button.click()
    qtbot.waitUntil(lambda: page.saving.saved_to is not None, timeout=15_000)

    assert (tmp_path / "notes-for-a-talk.html").read_text("utf-8") == previewed
    assert "Mei" not in previewed
    assert "told the customer" in previewed
    assert "nothing was sent" in page.saving.said.text()


def test_nothing_is_on_the_disk_before_save_and_nothing_when_it_is_called_off(
    qtbot, theme, written, tmp_path
):
    page = a_share_page(qtbot, theme, written, choose_file=lambda *_: None)
    for step in page.steps:
        page.go(step)
    page.saving.save_button.click()

    assert list(tmp_path.iterdir()) == []
    assert written.sharing.log() == []


def test_doubts_stay_out_until_they_are_chosen_one_by_one(page):
    page.go("parts")
    for line in page.parts.parts.values():
        if not line.line.is_on and line.line.box.isEnabled():
            line.line.box.click()
    assert "boss" not in page.making.pack.render("md").decode()
    assert not page.parts.doubts_card.isVisible()

    page.parts.doubts_button.click()
    [doubt] = page.parts.doubts.values()
    assert not doubt.is_on
    doubt.box.click()
    assert "boss" in page.making.pack.render("md").decode()


def test_an_item_is_left_behind_and_the_count_follows(page):
    page.go("parts")
    plans = page.parts.parts[Part.PREVIEW]
    assert "(1)" in plans.line.words.text()
    plans.open_button.click()
    [item] = plans.items.values()
    assert "roadmap" in item.words.text()
    item.box.click()

    assert "(0)" in plans.line.words.text()
    assert "roadmap" not in page.making.pack.render("md").decode()


def test_another_period_has_other_items(page):
    page.go("parts")
    page.parts.last.setDate(page.parts.first.date())

    assert "(0)" in page.parts.parts[Part.PREVIEW].line.words.text()


def test_for_ones_own_manager_no_person_and_no_doubt_can_be_added(page):
    page.whom.audience.chips[Audience.MANAGER].click()
    assert "No person, no doubt" in page.whom.about.text()
    page.go("parts")

    shown = [part for part, line in page.parts.parts.items() if not line.isHidden()]
    assert shown == [Part.SITUATION, Part.FOCUS, Part.TRIED, Part.PREVIEW]
    assert page.parts.doubts_button.isHidden()


def test_names_keep_their_aliases_while_one_looks_and_get_new_ones_in_the_next_pack(page):
    page.go("names")
    first = page.making.pack.stand_ins
    page.go("preview")
    page.go("names")
    assert page.making.pack.stand_ins == first
    assert "Mei Lindqvist" in page.names.people.text()

    seen = set()
    for _ in range(8):
        page.begin_anew()
        seen |= set(page.making.pack.stand_ins.values())
    assert len(seen) > 1


def test_initials_in_a_small_team_and_real_names_are_warned_of(page):
    page.go("names")
    assert page.names.warning.isHidden()
    page.names.names.chips[NameStyle.INITIALS].click()
    assert "tell who is who" in page.names.warning.text()
    page.names.names.chips[NameStyle.REAL].click()
    assert "Do the people in here know?" in page.names.warning.text()
    assert not page.names.people.isVisible()


def test_a_word_said_to_be_a_person_gets_an_alias_now_and_in_the_next_pack(page, written):
    page.go("questions")
    page.questions.questions[0].setText("What would Asha say to asha@corp.example of Bluebird?")
    page.go("names")
    assert list(page.names.asked) == ["Asha", "Bluebird", "asha@corp.example"]
    page.names.asked["Asha"].chips.chips[WordKind.PERSON].click()
    page.names.asked["Bluebird"].chips.chips[WordKind.THING].click()
    assert page.names.asked == {}

    text = page.making.pack.render("md").decode()
    assert "asha" not in text.casefold()
    assert "Bluebird" not in text
    assert "of a project?" in text
    assert "Asha" in page.names.known
    page.names.known["Asha"].chips.chips[WordKind.PERSON].click()
    assert "Asha" in page.names.asked


def test_ones_own_list_is_kept_and_holds_in_every_pack(page, written):
    page.go("names")
    page.names.new_word.setText("Project Heron")
    page.names.add_button.click()
    page.go("questions")
    page.questions.questions[0].setText("Is a project such as project heron mine to stop?")
    page.go("preview")

    assert "a project such as a project mine" in page.making.pack.render("md").decode()


def test_telling_details_are_offered_in_wider_words_only_where_they_stand(page):
    page.go("names")
    assert page.names.months.isHidden()
    page.go("questions")
    page.questions.questions[0].setText("On 12 November she asked me. What now?")
    page.go("names")
    assert not page.names.they.isHidden()
    page.names.they.box.click()
    page.names.months.box.click()

    assert "On November they asked me." in page.making.pack.render("md").decode()


def test_the_preview_finds_words_and_shows_pages_as_pictures(qtbot, page):
    page.go("preview")
    qtbot.waitUntil(lambda: bool(page.preview.pages.pages), timeout=15_000)
    assert page.preview.pages.isVisible()

    page.preview.finder.setText("roadmap")
    qtbot.waitUntil(lambda: "1" in page.preview.found.text(), timeout=5_000)
    assert page.preview.preview.isVisible()
    page.preview.finder.setText("no such word")
    qtbot.waitUntil(lambda: "not in there" in page.preview.found.text(), timeout=5_000)


def test_three_pages_need_no_remark_and_four_get_one(page):
    page.preview._say_length(3, 3)
    assert page.preview.length.text() == "3 pages"
    assert page.preview.remark.isHidden()
    page.preview._say_length(4, 4)
    assert page.preview.remark.text() == "Two or three pages are easier to talk about."
    page.preview._say_length(1, 1)
    assert "1 page" in page.preview.length.text()


def test_what_was_left_out_is_counted_and_never_named(page):
    page.go("preview")

    assert page.preview.left_out.text() == "Left out on purpose: 3 items"
    assert "boss" not in page.preview.left_out.text() + page.preview.preview.toPlainText()


def test_a_locked_file_opens_with_its_passphrase_and_the_fields_are_gone(qtbot, page, tmp_path):
    page.go("preview")
    page.preview.choose("md")
    previewed = page.preview.preview.toPlainText()
    save(qtbot, page, "md", passphrase="four quiet words")

    file = tmp_path / "notes-for-a-talk.md.age"
    assert pyrage.passphrase.decrypt(file.read_bytes(), "four quiet words").decode() == previewed
    assert "age -d -o notes-for-a-talk.md notes-for-a-talk.md.age" in page.saving.how.text()
    assert page.saving.new is None


def test_two_passphrases_that_differ_write_nothing(qtbot, page, tmp_path):
    page.go("save")
    page.saving.lock_line.box.click()
    page.saving.new.passphrase.line.setText("four quiet words")
    page.saving.new.again.line.setText("four quiet word")
    page.saving.save_button.click()

    assert "not the same" in page.saving.new.problem.text()
    assert list(tmp_path.iterdir()) == []


# --- what is out there ---


@pytest.fixture
def given(qtbot, page, written):
    """A pack that was saved for a mentor."""
    save(qtbot, page, "md")
    [shared] = written.sharing.log()
    page.begin_anew()
    return shared


def test_a_saved_pack_is_listed_with_its_place_and_can_be_deleted_here(page, given, tmp_path):
    row = page.shared.rows[given.id]
    file = tmp_path / "notes-for-a-talk.md"
    assert str(file) in row._facts()
    row.delete_button.click()

    assert not file.exists()
    assert page.shared.rows[given.id].delete_button.isHidden()


def test_after_thirty_days_it_asks_once_and_can_be_put_off_or_ended(qtbot, theme, written, given):
    later = FRIDAY + timedelta(days=30)
    page = a_share_page(qtbot, theme, written, today=lambda: later)
    row = page.shared.rows[given.id]
    assert not row.later_button.isHidden()
    row.later_button.click()
    assert page.shared.rows[given.id].later_button.isHidden()

    undone = []
    page.said.connect(lambda _words, back: undone.append(back))
    page.shared.rows[given.id].gone_button.click()
    assert page.shared.rows == {}
    undone[-1]()
    assert list(page.shared.rows) == [given.id]


def test_what_the_mentor_said_comes_back_as_an_entry_seeds_and_plans(page, given, written):
    row = page.shared.rows[given.id]
    row.talk_button.click()
    row.form.lines[0].setText("Ask Mei what she sees")
    row.form.lines[1].setText("say less")
    row.form.plan_buttons[1].click()
    row.form.keep_button.click()

    [entry] = [item for item in written.entries.items(FRIDAY, FRIDAY) if item.ref.isdigit()]
    assert entry.title == "What my mentor said"
    assert "Ask Mei what she sees" in entry.body
    assert [seed.body for seed in written.seeds.waiting()] == [
        "From my mentor: Ask Mei what she sees"
    ]
    plans = written.intentions.of_week(written.reflections.week_of(NEXT_MONDAY))
    assert "say less" in [plan.act for plan in plans]
    assert "talked about" in page.shared.rows[given.id]._facts()
