"""T9 to T16: each fires, rests, and stays silent: the week, balance, notes, doubts, words."""

from datetime import timedelta

import pytest

from journal_app.domain.celebration import Celebration, Delivery
from journal_app.domain.doubt import DoubtState, DoubtWay
from journal_app.domain.draft import MomentDraft
from journal_app.domain.intention import Aim, Intention
from journal_app.domain.moment import Moment
from journal_app.domain.reflection import Hat
from journal_app.domain.share import Part
from journal_app.domain.worry import Worry
from journal_app.services.journal import Journal
from tests.weeks import Weeks, celebrated, planned

# --- T9: what the week had ---


@pytest.mark.parametrize(
    ("chip", "step", "letter"),
    [
        ("one-on-one", "notice", "A"),
        ("conflict", "notice", "X"),
        ("handed-over", "notice", "DN"),
        ("review", "leader", "R"),
    ],
)
def test_t9_what_the_week_had_leads(weeks, ana, chip, step, letter):
    draft = weeks.open()
    draft.chips = [chip]

    [asked] = weeks.ask(draft, step)

    assert asked[0] in letter
    assert "chip:" in weeks.journal.guidance.prompt(asked).when


def test_t9_a_disagreement_always_ends_on_a_repair(weeks):
    ends = []
    for _ in range(5):
        draft = weeks.open()
        draft.chips = ["conflict"]
        ends += weeks.ask(draft, "preview")
        weeks.finish(draft)

    assert {p[0] for p in ends} == {"X"}
    assert "X05" in ends
    assert len(set(ends)) == 5


def test_t9_is_silent_about_what_the_week_did_not_have(weeks, ana):
    asked = [p for step in ("notice", "leader", "preview") for p in weeks.asked(step)]

    assert not any("chip:" in weeks.journal.guidance.prompt(p).when for p in asked)


# --- T10, T11: balance ---


def plans_for(weeks, *aims):
    for aim in aims:
        draft = weeks.open()
        draft.intentions = [planned(aim=aim)]
        weeks.finish(draft)


def test_t10_fires_when_four_tagged_plans_were_all_for_results(weeks):
    plans_for(weeks, *[Aim.RESULTS] * 4)

    assert weeks.ask(weeks.open(), "preview") == ["R06"]


def test_t10_rests_once_asked_and_is_silent_with_one_plan_for_culture(weeks):
    plans_for(weeks, Aim.RESULTS, Aim.RESULTS, Aim.CULTURE, Aim.RESULTS)
    assert "R06" not in weeks.asked("preview")
    plans_for(weeks, *[Aim.RESULTS] * 4)
    draft = weeks.open()
    assert weeks.ask(draft, "preview") == ["R06"]
    draft.intentions = [planned(aim=Aim.RESULTS)]
    weeks.finish(draft)
    assert "R06" not in weeks.asked("preview")


def test_t10_measured_on_results_alone_is_asked_about_people_within_four_sessions(weeks):
    weeks.journal.measures.add("What we ship", Aim.RESULTS, on=weeks.today)
    asked = []
    for _ in range(4):
        draft = weeks.open()
        asked += weeks.ask(draft, "leader", "preview")
        weeks.finish(draft)
    assert {"R05", "R06"} & set(asked)

    weeks.journal.measures.add("How safe it is to ask", Aim.CULTURE, on=weeks.today)
    weeks.pass_by(5)
    assert not {"R05", "R06"} & set(weeks.asked("leader") + weeks.asked("preview"))


def test_t11_fires_after_three_weeks_of_the_expert_and_rests(weeks):
    weeks.pass_by(3, hat=Hat.EXPERT)
    draft = weeks.open()
    assert weeks.ask(draft, "leader") == ["H06"]
    draft.hat = Hat.EXPERT
    weeks.finish(draft)
    assert "H06" not in weeks.asked("leader")


@pytest.mark.parametrize("last", [Hat.BOTH, Hat.LEADER, None])
def test_t11_is_silent_when_one_week_was_not_the_experts(weeks, last):
    weeks.pass_by(2, hat=Hat.EXPERT)
    weeks.pass_by(1, hat=last)

    assert "H06" not in weeks.asked("leader")


# --- T12: tilt ---


def worried(weeks, person, times, *, since=timedelta(days=1)):
    for n in range(times):
        weeks.journal.growth.worry(
            Worry(person_id=person.id, noted_on=weeks.today - since * (times - n), body="silent")
        )


def test_t12_fires_at_the_fourth_worry_in_a_row(weeks, ana):
    worried(weeks, ana, 3)
    assert not weeks.journal.attention.is_tilted(ana.id)
    worried(weeks, ana, 1)

    assert weeks.journal.attention.is_tilted(ana.id)
    draft = weeks.open()
    assert weeks.ask(draft, "notice") == ["N09"]
    assert "Ana" in draft.answer("notice").prompt_text
    worry = MomentDraft(worry=True, behaviour="silent again")
    beside = weeks.journal.questions.beside_moment
    assert "What else is true" in beside(worry, "Ana Sousa", tilted=True)
    assert beside(worry, "Ana Sousa", tilted=False) == ""


def test_t12_rests_after_one_kind_word_and_is_silent_about_others(weeks, ana, ben):
    worried(weeks, ana, 4)
    assert not weeks.journal.attention.is_tilted(ben.id)
    weeks.journal.growth.notice(
        Moment(person_id=ana.id, happened_on=weeks.today, behaviour="held the room")
    )

    assert not weeks.journal.attention.is_tilted(ana.id)
    assert "N09" not in weeks.asked("notice")


# --- T13: unsaid ---


def said_later(weeks, person, days):
    return weeks.journal.celebrations.celebrate(
        Celebration(
            person_id=person.id,
            happened_on=weeks.today - timedelta(days=days),
            behaviour="you asked first",
            delivery=Delivery.SAY,
        )
    )


def test_t13_fires_when_a_note_waited_ten_days_and_names_the_person(weeks, ana, ben):
    weeks.pass_by(1, about=[ana.id])
    said_later(weeks, ben, 10)

    draft = weeks.open()
    assert weeks.ask(draft, "celebrate") == ["C07"]
    assert "Ben" in draft.answer("celebrate").prompt_text


def test_t13_rests_when_it_was_given_or_kept_private(weeks, ben):
    kept = said_later(weeks, ben, 12)
    given = said_later(weeks, ben, 12)
    weeks.journal.celebrations.keep_private(kept.id)
    weeks.journal.celebrations.mark_given(given.id, on=weeks.today)

    assert weeks.journal.attention.unsaid(on=weeks.today) is None
    assert "C07" not in weeks.asked("celebrate")


def test_t13_is_silent_for_nine_days(weeks, ben):
    said_later(weeks, ben, 9)

    assert weeks.journal.attention.unsaid(on=weeks.today) is None


def test_t13_none_given_for_three_weeks_asks_which_one_they_would_like_to_know(weeks, ana):
    for _ in range(3):
        assert not weeks.journal.attention.nothing_given(on=weeks.today)
        weeks.finish()

    assert weeks.journal.attention.nothing_given(on=weeks.today)
    assert weeks.ask(weeks.open(), "celebrate") == ["C01"]
    given = said_later(weeks, ana, 1)
    weeks.journal.celebrations.mark_given(given.id, on=weeks.today)
    assert not weeks.journal.attention.nothing_given(on=weeks.today)


def test_t13_the_suggestion_is_another_person_than_last_week(weeks, ana, ben):
    draft = weeks.open()
    draft.celebration = celebrated(ana.id)
    weeks.finish(draft)

    both = weeks.open()
    both.moments = [MomentDraft(person_id=p.id, behaviour="took a step") for p in (ana, ben)]
    assert weeks.journal.attention.first_to_celebrate(both) == 1
    both.moments = both.moments[:1]
    assert weeks.journal.attention.first_to_celebrate(both) == 0


# --- T14: recency ---


def steps(weeks, person, *days_ago):
    for back in days_ago:
        day = weeks.today - timedelta(days=back)
        weeks.journal.growth.notice(
            Moment(person_id=person.id, happened_on=day, behaviour=f"step {back}")
        )


def test_t14_a_pack_takes_one_step_of_each_third_before_the_newest(weeks, ana):
    steps(weeks, ana, 40, 21, 4, 3, 2, 1)
    items = weeks.journal.sharing.items(weeks.journal.sharing.request(weeks.today))

    usual = " ".join(item.text for item in items if item.part is Part.GROWTH and item.usual)
    assert all(f"tep {back}." in usual for back in (40, 21, 2, 1))
    assert "tep 4." not in usual


def test_t14_a_placing_is_offered_what_each_third_holds_and_nothing_where_none(weeks, ana):
    assert weeks.journal.practice.offered("S05", on=weeks.today) == []
    steps(weeks, ana, 80, 45, 3, 2, 1)

    offered = {e.text for e in weeks.journal.practice.offered("S05", on=weeks.today)}
    assert {"Step 80.", "Step 45."} <= offered


# --- T15: a doubt that goes round ---


def a_doubt_taken_up(weeks, times):
    draft = weeks.open()
    draft.doubt = "I don't know how to disagree with my own boss."
    weeks.finish(draft)
    [doubt] = weeks.journal.skills.doubts()
    for _ in range(times - 1):
        again = weeks.open()
        weeks.ask(again, "leader")
        again.doubt_id = doubt.id
        weeks.finish(again)
    return weeks.journal.skills.doubts()[0]


def test_t15_fires_at_the_third_session_and_stops_describing(weeks, ana):
    doubt = a_doubt_taken_up(weeks, 3)
    assert len(doubt.came_back) == 2

    asked = weeks.asked("leader")

    assert asked[0] == "Q06"
    describing = [p for p in asked if weeks.journal.guidance.prompt(p).answer == "doubt"]
    assert describing == ["Q06"]


def test_t15_is_silent_at_the_second_and_with_a_plan_made_of_it(weeks):
    doubt = a_doubt_taken_up(weeks, 2)
    assert weeks.journal.situations.looping(weeks.open()) is None
    again = weeks.open()
    again.doubt_id = doubt.id
    assert weeks.journal.situations.looping(again) == doubt
    again.intentions = [planned(doubt_id=doubt.id)]
    assert weeks.journal.situations.looping(again) is None


@pytest.mark.parametrize("way", [DoubtWay.MENTOR, DoubtWay.REST])
def test_t15_rests_once_a_way_was_chosen(weeks, way):
    doubt = a_doubt_taken_up(weeks, 3)
    weeks.journal.skills.choose_way(doubt.id, way)

    assert weeks.journal.situations.looping(weeks.open()) is None
    assert "Q06" not in weeks.asked("leader")


def test_t15_rests_when_the_doubt_is_settled(weeks):
    doubt = a_doubt_taken_up(weeks, 3)
    weeks.journal.skills.settle_doubt(doubt.id, DoubtState.SETTLED)

    assert weeks.journal.situations.looping(weeks.open()) is None


# --- T16: care words ---


@pytest.mark.parametrize(
    "text",
    [
        "She told me about her pregnancy.",
        "He is in therapy on Tuesdays",
        "works council",
        "Her DIVORCE is hard on her",
        "sick leave again",
    ],
)
def test_t16_says_one_quiet_line(weeks, guidance, text):
    assert weeks.journal.questions.care_line(text) == guidance.text("care.line")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She led the reunion of two teams and the discovery call.",
        "He healed the release and visualised the queue.",
        "The union of both teams' ideas".replace("union", "meeting"),
        "An advisory board",
    ],
)
def test_t16_is_silent_about_words_that_only_look_alike(weeks, text):
    assert weeks.journal.questions.care_line(text) == ""


def test_t16_keeps_nothing(weeks, ana, db):
    before = db.execute("SELECT key, value FROM setting ORDER BY key")
    weeks.journal.questions.care_line("She told me about her pregnancy.")

    assert db.execute("SELECT key, value FROM setting ORDER BY key") == before


# --- the same again ---


def test_the_same_week_asks_the_same_in_a_hundred_restarts(db, weeks, ana, ben, guidance):
    weeks.pass_by(6, about=[ben.id], hat=Hat.EXPERT)
    weeks.journal.intentions.plan(
        Intention(week_start=weeks.week.start, act="listen", aim=Aim.RESULTS)
    )
    first = None
    for _ in range(100):
        again = Weeks(Journal(db, lambda: guidance), weeks.today)
        draft = again.open()
        draft.chips = ["one-on-one"]
        again.ask(draft, "plan", "notice", "celebrate", "leader", "preview")
        asked = [(a.prompt_id, a.prompt_text) for a in draft.answers.values()]
        first = first or asked
        assert asked == first
