"""The calendar file: what every calendar reads, and nothing of the journal."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from journal_app.exchange.calendar_file import plan_event, weekly_event

FRIDAY, THREE = date(2026, 11, 20), time(15, 0)


def lines(file):
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_a_plan_becomes_one_event_on_the_wall_clock():
    said = lines(plan_event(FRIDAY, THREE, title="A plan of mine"))

    assert said[0] == "BEGIN:VCALENDAR"
    assert said[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART:20261120T150000" in said
    assert "DTEND:20261120T151500" in said
    assert "SUMMARY:A plan of mine" in said
    assert "CLASS:PRIVATE" in said
    assert not any(line.startswith("RRULE") for line in said)


def test_the_reflection_comes_back_every_week_or_every_other_week():
    assert "RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=FR" in lines(
        weekly_event(FRIDAY, THREE, title="Weekly reflection")
    )
    assert "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR" in lines(
        weekly_event(FRIDAY, THREE, title="Weekly reflection", weeks=2)
    )


@given(
    st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs", "Cc"]), max_size=200)
)
def test_any_title_stays_on_lines_a_calendar_can_read(title):
    file = plan_event(FRIDAY, THREE, title=title)

    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    said = next(line for line in lines(file) if line.startswith("SUMMARY:"))[8:]
    unescaped = said.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
    assert unescaped == title
