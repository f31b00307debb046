"""The month and the quarter as parts of the guide."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from journal_app.domain.celebration import Celebration
from journal_app.domain.intention import Aim
from journal_app.domain.moment import Moment
from journal_app.domain.step import Mode
from journal_app.domain.worry import ASK_AFTER, Worry
from tests.builders import FRIDAY
from tests.weeks import Weeks

_LEFT = Qt.MouseButton.LeftButton
_BUTTON = QPushButton
LONG_AGO = FRIDAY - timedelta(days=700)
MONTH = ["month-place", "month-seen", "month-outside"]
QUARTER = [
    "quarter-people",
    "quarter-measures",
    "quarter-keep",
    "quarter-me",
    "quarter-ahead",
]


def shown(widget):
    return not widget.isHidden()


def places(page):
    return [step.id for step in page.steps()]


def write(field, text):
    field.setFocus()
    QTest.keyClicks(field, text)


@pytest.fixture
def weeks(heard_journal, mei):
    heard_journal.leader.set_leading_since(LONG_AGO)
    return Weeks(heard_journal, FRIDAY)


@pytest.fixture
def month(weeks, mei, guide_at):
    """The guide in the week in which the month is due, a focus chosen and one step seen."""
    weeks.journal.skills.choose_focus("S05", on=FRIDAY)
    weeks.pass_by(4, about=[mei.id])
    return guide_at(weeks.today)


@pytest.fixture
def quarter(weeks, mei, guide_at):
    """The guide in the week in which the quarter is due."""
    weeks.pass_by(13, about=[mei.id])
    return guide_at(weeks.today)


def test_the_month_is_offered_in_its_week_and_is_part_of_the_guide(month):
    assert month.shown.look.chosen() == ["monthly"]
    assert places(month)[places(month).index("leader") + 1 :][:3] == MONTH


@pytest.mark.parametrize(("look", "screens"), [("month", MONTH), ("quarter", QUARTER)])
def test_the_screens_of_a_longer_look_are_one_place_on_the_trail(request, guidance, look, screens):
    page = request.getfixturevalue(look)
    page.go_to(screens[-1])
    names = [place.accessibleName() for place in page.trail.places.values()]
    assert names.count(guidance.text(f"pages.{look}ly")) == 1
    assert len(names) <= 8
    assert page.trail.places[screens[0]].state == "here"


def test_one_click_leaves_it_out_and_it_does_not_ask_again_next_week(month, weeks, guide_at):
    month.shown.look.chips["monthly"].click()
    month.go_next()
    assert not set(MONTH) & set(places(month))
    month.finish()

    weeks.today += timedelta(days=7)
    assert not shown(guide_at(weeks.today).shown.look)
    weeks.pass_by(3)
    assert guide_at(weeks.today).shown.look.chosen() == ["monthly"]


def test_the_short_guide_and_a_hard_week_have_no_longer_look(month):
    for mode in (Mode.SHORT, Mode.HARD):
        month.shown.modes.chips[mode].click()
        assert not shown(month.shown.look)
        month.go_next()
        assert not set(MONTH) & set(places(month))
        month.go_to("arrive")


def test_a_placing_is_a_guess_until_something_shows_it(month, weeks):
    month.go_to("month-place")
    place = month.shown
    assert [b.accessibleName() for b in place.sentences.buttons.values()] == list(
        weeks.journal.skills.focus().levels
    )
    assert not shown(place.evidence.parentWidget())
    place.sentences.buttons["2"].click()
    assert shown(place.guess)

    next(iter(place.evidence.buttons.values())).click()
    assert not shown(place.guess)
    month.finish()

    [placing] = weeks.journal.skills.placings("S05")
    assert placing.level == 2
    assert not placing.is_a_guess
    assert weeks.journal.practice.shown_by(placing)
    assert weeks.journal.reflections.finished()[0].pages == ("monthly",)


def test_a_sentence_can_be_let_go_again_and_leaves_no_placing(month, weeks):
    month.go_to("month-place")
    month.shown.sentences.buttons["3"].click()
    month.shown.sentences.buttons["3"].click()
    month.finish()

    assert weeks.journal.skills.placings("S05") == []


def test_a_click_on_the_sentence_picks_it(month):
    month.go_to("month-place")
    picks = month.shown.sentences
    texts = list(picks._sentences)
    QTest.mouseClick(texts[1], _LEFT)

    assert picks.chosen() == ["2"]


def test_without_a_focus_the_month_asks_for_no_sentence(weeks, guide_at):
    weeks.pass_by(4)

    page = guide_at(weeks.today)

    assert "month-place" not in places(page)
    assert "month-seen" in places(page)


def test_the_month_says_in_words_when_each_was_seen_and_marks_at_most_one(month, weeks, guide_at):
    ben = weeks.journal.team.welcome("Ben Okoro", joined_on=LONG_AGO)
    month.go_to("month-seen")
    texts = [w.text() for w in month.shown.findChildren(type(month.panel.card.question))]
    assert "a moment last week" in texts
    assert "no moment written yet" in texts
    rests = [b for b in month.shown.findChildren(_BUTTON) if "Not this week" in b.text()]
    assert len(rests) == 1

    rests[0].click()

    assert weeks.journal.attention.unnoticed(on=weeks.today) is None
    assert ben.id is not None


def test_the_outside_view_is_answered_on_its_page(month, weeks):
    month.go_to("month-outside")
    write(month.shown.area, "Ask Jonas how the handover felt.")
    month.finish()

    [reflection] = weeks.journal.reflections.finished()[:1]
    answers = weeks.journal.reflections.page(reflection.id).reflection.answers
    [answer] = [a for a in answers if a.step == "month-outside"]
    assert answer.body == "Ask Jonas how the handover felt."
    assert answer.prompt_text.endswith("?")


def test_the_quarter_goes_before_the_month_and_has_its_five_screens(quarter):
    assert quarter.shown.look.chosen() == ["quarterly"]
    assert [p for p in places(quarter) if p.startswith("quarter")] == QUARTER
    assert not set(MONTH) & set(places(quarter))


def test_t14_a_line_is_read_from_each_third_of_the_quarter_first(quarter, weeks, mei):
    quarter.go_to("quarter-people")
    days = [point.on for point in quarter.shown.line.points]

    assert len(days) == 3
    assert [(weeks.today - day).days // 31 for day in days] == [2, 1, 0]
    quarter.shown.whole.click()
    assert len(quarter.shown.line.points) == 13
    assert [p.on for p in quarter.shown.line.points] == sorted(
        p.on for p in quarter.shown.line.points
    )


def test_t14_rests_when_a_third_is_empty_and_is_silent_when_all_are(weeks, guide_at):
    ana = weeks.journal.team.welcome("Ana Sousa")
    weeks.pass_by(13)
    weeks.journal.growth.notice(
        Moment(person_id=ana.id, happened_on=weeks.today, behaviour="led the retro")
    )
    page = guide_at(weeks.today)
    page.go_to("quarter-people")
    assert page.shown.line.points == []
    assert shown(page.shown.none)

    page.shown.who.chips[str(ana.id)].click()
    assert len(page.shown.line.points) == 1


def test_what_counts_stands_in_two_columns_and_can_be_added_to(quarter, weeks):
    weeks.journal.measures.add("What we ship", Aim.RESULTS, on=FRIDAY)
    quarter.go_to("quarter-measures")
    quarter.shown.added.setText("How early people say bad news")
    quarter.shown.aims.chips[Aim.CULTURE].click()

    assert [(m.body, m.aim) for m in weeks.journal.measures.all()] == [
        ("What we ship", Aim.RESULTS),
        ("How early people say bad news", Aim.CULTURE),
    ]
    texts = [w.text() for w in quarter.shown.findChildren(type(quarter.panel.card.question))]
    assert {"What we ship", "How early people say bad news"} <= set(texts)


def test_what_to_keep_asks_about_an_old_worry_and_lets_it_go(quarter, weeks, mei):
    weeks.journal.growth.worry(
        Worry(person_id=mei.id, noted_on=weeks.today - ASK_AFTER, body="was silent in the review")
    )
    quarter.go_to("quarter-keep")
    [drop] = [b for b in quarter.shown.findChildren(_BUTTON) if b.text() == "Let it go"]
    drop.click()

    assert weeks.journal.growth.worries(mei.id) == []
    quarter.finish()
    assert not weeks.journal.keeping.review_due(weeks.today)


def test_ones_own_joy_is_shown_back_and_one_celebrates_oneself(quarter, weeks, mei):
    weeks.journal.celebrations.celebrate(
        Celebration(
            person_id=mei.id,
            happened_on=weeks.today - timedelta(days=40),
            behaviour="you asked",
            joy="I was proud to sit beside her.",
        )
    )
    quarter.go_to("quarter-me")
    texts = [w.text() for w in quarter.shown.findChildren(type(quarter.panel.card.question))]
    assert "I was proud to sit beside her." in texts
    write(quarter.shown.area, "I let a silence stand.")
    quarter.go_to("quarter-ahead")
    write(quarter.shown.area, "A team that shows me early.")
    quarter.finish()

    reflection = weeks.journal.reflections.finished()[0]
    page = weeks.journal.reflections.page(reflection.id)
    assert {a.body for a in page.reflection.answers} >= {
        "I let a silence stand.",
        "A team that shows me early.",
    }


def test_an_unfinished_month_comes_back_as_it_was(month, weeks, guide_at):
    month.go_to("month-place")
    month.shown.sentences.buttons["2"].click()
    month.keep()

    again = guide_at(weeks.today)

    assert again.draft.place == "month-place"
    assert again.shown.sentences.chosen() == ["2"]


def test_of_much_that_could_show_it_a_few_stand_first_and_the_rest_is_a_press_away(
    month, weeks, mei
):
    for day in range(9):
        said = f"On day {day} she wrote down what she would ask"
        weeks.journal.growth.notice(
            Moment(person_id=mei.id, happened_on=FRIDAY + timedelta(days=day), behaviour=said)
        )
    month.go_to("month-place")
    evidence = month.shown.evidence
    seen = [b for b in evidence.buttons.values() if shown(b.parentWidget())]
    assert 3 <= len(seen) <= 6 < len(evidence.buttons)

    QTest.keyClick(evidence.more_button, Qt.Key.Key_Space)

    assert all(shown(b.parentWidget()) for b in evidence.buttons.values())
    assert not shown(evidence.more_button)
