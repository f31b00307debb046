"""From the first draft to a finished week, and the week after that opens on its plans."""

from datetime import timedelta

import pytest

from journal_app.domain.draft import MomentDraft, ReflectionDraft
from journal_app.domain.intention import Ending
from journal_app.domain.promise import PromiseState
from journal_app.domain.week import Week
from tests.builders import (
    FRIDAY,
    MONDAY,
    NEXT_FRIDAY,
    NEXT_MONDAY,
    a_full_draft,
    a_moment,
    a_plan,
)

WEEK = Week(MONDAY)


@pytest.fixture
def mei(journal):
    return journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])


def test_a_draft_comes_back_to_the_letter(journal, mei):
    draft = a_full_draft(mei.id)
    draft.place, draft.field_name, draft.cursor = "preview", "act", 17

    journal.reflections.keep(draft)

    assert journal.reflections.draft(WEEK) == draft


def test_the_first_week_has_nothing_to_review(journal):
    draft = journal.reflections.open_draft(WEEK, on=FRIDAY)

    assert draft.plan_endings == []


def test_finishing_turns_the_draft_into_the_nouns_of_the_week(journal, mei):
    draft = a_full_draft(mei.id)
    journal.reflections.keep(draft)

    finished = journal.reflections.finish(draft, on=FRIDAY)

    page = journal.reflections.page(finished.id)
    assert [m.behaviour for m in page.moments] == ["told the customer what we did not know"]
    assert page.celebrations[0].moment_id == page.moments[0].id
    assert page.plans[0].week_start == NEXT_MONDAY
    assert page.doubts[0].body == draft.doubt
    assert page.reflection.answers[0].prompt_text == "Who did something this week?"
    assert journal.reflections.draft(WEEK) is None


def test_the_week_after_opens_on_the_plans_of_the_week_before(journal, mei):
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)

    draft = journal.reflections.open_draft(WEEK.next(), on=NEXT_FRIDAY)

    [plan] = journal.reflections.plans_to_review(WEEK.next())
    assert [ending.intention_id for ending in draft.plan_endings] == [plan.id]


@pytest.mark.parametrize("ending", list(Ending))
def test_a_plan_ends_in_each_of_the_five_ways(journal, mei, ending):
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    draft = journal.reflections.open_draft(WEEK.next(), on=NEXT_FRIDAY)
    draft.plan_endings[0].ending = ending
    draft.plan_endings[0].note = "She spoke first."

    finished = journal.reflections.finish(draft, on=NEXT_FRIDAY)

    [plan] = journal.reflections.page(finished.id).ended
    assert (plan.ending, plan.ending_note) == (ending, "She spoke first.")


def test_a_plan_nobody_spoke_of_is_not_offered_again(journal, mei):
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    skipped = journal.reflections.open_draft(WEEK.next(), on=NEXT_FRIDAY)
    skipped.intentions.append(a_plan("ask Jonas about his week"))
    journal.reflections.finish(skipped, on=NEXT_FRIDAY)

    acts = [p.act for p in journal.reflections.plans_to_review(WEEK.next().next())]

    assert acts == ["ask Jonas about his week"]


def test_a_promise_made_in_a_plan_is_offered_until_it_is_closed(journal, mei):
    draft = ReflectionDraft(week_start=MONDAY)
    draft.intentions.append(
        a_plan("send her the budget", person_id=mei.id, is_promise=True, promise_due="2026-11-25")
    )
    journal.reflections.finish(draft, on=FRIDAY)

    later = journal.reflections.open_draft(WEEK.next(), on=NEXT_FRIDAY)
    later.promise_endings[0].state = PromiseState.TOLD
    journal.reflections.finish(later, on=NEXT_FRIDAY)

    [promise] = journal.intentions.promises_to(mei.id)
    assert promise.state is PromiseState.TOLD
    assert journal.intentions.open_promises() == []


def test_a_worry_never_reaches_the_growth_line(journal, mei):
    draft = ReflectionDraft(week_start=MONDAY)
    draft.moments.append(a_moment(mei.id, "was silent in the review"))
    draft.moments[0].worry = True
    journal.reflections.finish(draft, on=FRIDAY)

    assert journal.growth.line(mei.id) == []
    assert "was silent" in journal.growth.worries(mei.id)[0].body


def test_words_about_nobody_are_kept_as_an_answer(journal):
    draft = ReflectionDraft(week_start=MONDAY)
    draft.moments.append(MomentDraft(behaviour="Somebody left flowers in the kitchen."))

    finished = journal.reflections.finish(draft, on=FRIDAY)

    [answer] = journal.reflections.page(finished.id).reflection.answers
    assert answer.body == "Somebody left flowers in the kitchen."


def test_a_guide_finished_with_no_answer_closes_without_a_trace(journal):
    assert journal.reflections.finish(ReflectionDraft(week_start=MONDAY), on=FRIDAY) is None
    assert journal.reflections.finished() == []


def test_an_earlier_week_is_dated_within_itself(journal, mei):
    finished = journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY + timedelta(days=30))

    [moment] = journal.reflections.page(finished.id).moments
    assert moment.happened_on in WEEK


def test_after_a_gap_the_welcome_knows_it(journal, mei):
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    three_weeks_on = FRIDAY + timedelta(days=21)

    def gap(day):
        draft = journal.reflections.open_draft(Week.of(day), on=day)
        return journal.pace.is_gap(draft, on=day)

    assert gap(three_weeks_on)
    assert not gap(NEXT_FRIDAY)


def test_an_old_draft_is_offered_and_blocks_nothing(journal, mei):
    journal.reflections.keep(a_full_draft(mei.id))
    later = FRIDAY + timedelta(days=10)

    assert [d.week_start for d in journal.reflections.old_drafts(later)] == [MONDAY]
    assert journal.reflections.draft(Week.of(later)) is None


def test_a_kept_draft_reads_back_after_unknown_fields_came_and_went(journal):
    record = a_full_draft(1).to_record() | {"a_later_field": 1}
    record.pop("joy", None)

    assert ReflectionDraft.from_record(record) == a_full_draft(1)
