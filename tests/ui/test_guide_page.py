"""The guide: led through it, left in the middle, come back to, skipped, carried on."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest

from journal_app.domain.intention import Ending
from journal_app.domain.promise import PromiseState
from journal_app.domain.unmet import Offer
from journal_app.domain.week import Week
from tests.builders import FRIDAY, NEXT_FRIDAY, a_full_draft, a_plan

WEEK = Week.of(FRIDAY)
WEEK_LONG = timedelta(days=7)


def places(page):
    return list(page.trail.places)


def write(field, text):
    field.setFocus()
    QTest.keyClicks(field, text)


def test_the_first_week_has_no_plan_to_look_at(guide):
    assert places(guide) == ["arrive", "notice", "celebrate", "leader", "preview", "close"]


def test_a_hard_week_asks_its_own_questions_and_the_short_one_little(guide):
    guide.shown.modes.chips["hard"].click()
    guide.go_next()
    assert [p for p in places(guide) if p.startswith("hard")] == [
        "hard-what",
        "hard-anyone",
        "hard-held",
        "hard-next",
    ]
    write(guide.shown.area, "The reorganisation came out of nowhere.")
    guide.go_to("arrive")
    guide.shown.modes.chips["short"].click()
    guide.go_next()
    assert places(guide) == ["arrive", "notice", "preview", "close"]


def test_what_was_typed_is_durable_a_moment_later(guide, heard_journal, qtbot):
    guide.go_to("notice")
    write(guide.shown.forms[0].behaviour, "led the call")

    qtbot.waitUntil(lambda: guide.saved.text.text().startswith("Saved"), timeout=3000)

    assert heard_journal.reflections.draft(WEEK).moments[0].behaviour == "led the call"


def test_it_opens_again_at_the_same_place_with_the_same_question_and_cursor(guide, guide_at):
    guide.go_to("notice")
    write(guide.shown.forms[0].behaviour, "led the call")
    guide.shown.forms[0].behaviour.put_cursor(3)
    asked = guide.panel.card.question.text()
    guide.keep()

    again = guide_at()

    assert again.draft.place == "notice"
    assert again.panel.card.question.text() == asked
    area = again.shown.forms[0].behaviour
    assert (area.text(), area.cursor_place()) == ("led the call", 3)


def test_skipping_everything_leaves_no_trace(guide, heard_journal, qtbot):
    while guide.draft.place != "close":
        guide.skip_button.click()
    with qtbot.waitSignal(guide.finished) as finished:
        guide.done_button.click()

    assert finished.args == [None]
    assert heard_journal.reflections.finished() == []


def test_back_goes_back_and_keeps_what_was_written(guide):
    guide.go_to("notice")
    write(guide.shown.forms[0].behaviour, "asked first")
    guide.next_button.click()
    guide.back_button.click()

    assert guide.shown.forms[0].behaviour.text() == "asked first"


def test_another_question_is_another_one_three_times_at_most(guide):
    guide.go_to("notice")
    asked = {guide.panel.card.question.text()}
    for _ in range(3):
        guide.another_button.click()
        asked.add(guide.panel.card.question.text())

    assert len(asked) == 4
    assert guide.another_button.isHidden()


def test_writing_freely_opens_a_page_under_any_question(guide, heard_journal):
    guide.go_to("preview")
    guide.free_button.click()
    write(guide.panel.free, "Just thinking aloud.")
    guide.finish()

    [reflection] = heard_journal.reflections.finished()
    page = heard_journal.reflections.page(reflection.id)
    assert "Just thinking aloud." in [a.body for a in page.reflection.answers]


def test_a_moment_fills_the_celebration_and_saying_it_becomes_a_plan(guide):
    guide.go_to("notice")
    form = guide.shown.forms[0]
    next(iter(form.who.chips.values())).click()
    write(form.behaviour, "told the customer what we did not know")
    guide.go_to("celebrate")
    celebrate = guide.shown
    assert celebrate.form.behaviour.text() == "told the customer what we did not know"

    celebrate.form.delivery.chips["say"].click()
    write(celebrate.form.say_when, "we meet on Tuesday")

    [plan] = [p for p in guide.draft.intentions if p.has_words]
    assert (plan.cue, plan.act) == ("we meet on Tuesday", "tell Mei Lindqvist what I saw")
    celebrate.form.delivery.chips["private"].click()
    assert [p for p in guide.draft.intentions if p.has_words] == []


def test_bare_praise_gets_a_gentle_hint(guide):
    guide.go_to("celebrate")
    write(guide.shown.form.behaviour, "great job")

    assert "What did they do?" in guide.shown.form.hints.text()


def test_a_plan_without_a_moment_is_called_loose(guide):
    guide.go_to("preview")
    write(guide.shown.forms[0].act, "listen first")

    assert "loose" in guide.shown.forms[0].hints.text()


def test_a_seed_is_used_in_a_moment_and_waits_no_longer(guide, heard_journal):
    heard_journal.seeds.catch("Jonas stayed to help", on=FRIDAY)
    guide.go_to("notice")
    guide.shown.seeds.used.emit(heard_journal.seeds.waiting()[0])
    guide.draft.used_seeds.append(heard_journal.seeds.waiting()[0].id)
    guide.keep()
    guide.finish()

    assert heard_journal.seeds.waiting() == []


@pytest.fixture
def second_week(guide_at, heard_journal, mei):
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    page = guide_at(NEXT_FRIDAY)
    page.go_to("plan")
    return page


def test_the_second_week_opens_on_the_plan_with_five_equal_endings(second_week):
    [card] = second_week.shown.cards

    chips = list(card.endings.chips.values())
    assert len(chips) == 5
    assert len({chip.property("role") for chip in chips}) == 1


def test_not_this_time_asks_and_can_carry_the_plan_on(second_week, heard_journal):
    [card] = second_week.shown.cards
    card.endings.chips[Ending.NOT_THIS_TIME].click()
    card.ways.chips[Offer.SMALLER].click()
    second_week.finish()

    [again] = heard_journal.intentions.of_week(WEEK.next().next())
    assert again.carried == 1
    assert again.act == "ask for her plan before I say mine"


def test_after_two_carries_the_same_words_do_not_come_along(guide_at, heard_journal, mei):
    heard_journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    day, carried = NEXT_FRIDAY, []
    for _ in range(4):
        page = guide_at(day)
        page.go_to("plan")
        if page.draft.place == "plan" and page.shown.cards:
            card = page.shown.cards[0]
            card.endings.chips[Ending.NO_MOMENT].click()
            ways = list(card.ways.chips)
            assert (ways == [Offer.RESHAPE, Offer.LET_GO]) is (day == NEXT_FRIDAY + 2 * WEEK_LONG)
            card.ways.chips[ways[0]].click()
        page.finish()
        week = Week.of(day).next()
        carried.append([plan.carried for plan in heard_journal.intentions.of_week(week)])
        day += timedelta(days=7)

    assert carried[:3] == [[1], [2], []]


def test_a_promise_can_end_in_having_told_them(guide_at, heard_journal, mei):
    draft = a_full_draft(mei.id)
    draft.intentions = [a_plan("send her the budget", person_id=mei.id, is_promise=True)]
    heard_journal.reflections.finish(draft, on=FRIDAY)
    page = guide_at(NEXT_FRIDAY)
    page.go_to("plan")
    page.shown.promise_cards[0].states.chips[PromiseState.TOLD].click()
    page.finish()

    [promise] = heard_journal.intentions.promises_to(mei.id)
    assert promise.state is PromiseState.TOLD


def test_the_close_does_not_show_a_doubt(guide):
    guide.go_to("leader")
    write(guide.shown.doubt, "how to say no to my boss")
    guide.go_to("close")

    texts = [child.text() for child in guide.shown.findChildren(type(guide.shown.quiet))]
    assert not any("my boss" in text for text in texts)
    assert any("lock" in text for text in texts)
