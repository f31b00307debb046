"""Day One: the JSON zip, Classic and the text, with every trap its exports are known for."""

import json
import plistlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from journal_app.domain.errors import Refused
from journal_app.exchange.importers.day_one_words import unescaped
from tests.exchange.importers.reading import (
    a_file,
    a_folder,
    a_zip,
    entries,
    entry,
    everything,
    form_of,
    remarks,
    skipped,
)

UUID = "2E54AAAA0000000000000000000000AB"


def record(**fields: Any) -> dict[str, Any]:
    return {"creationDate": "2024-04-17T23:00:00Z", "text": "A quiet day.", **fields}


def journal(*records: Any, **about: Any) -> dict[str, Any]:
    return {"metadata": {"version": "1.0", **about}, "entries": list(records)}


def a_journal(tmp_path: Path, *records: Any, **files: Any) -> Path:
    return a_zip(tmp_path / "Export.zip", {"Team.json": journal(*records), **files})


def test_the_day_is_the_one_where_it_was_written(tmp_path: Path) -> None:
    path = a_journal(
        tmp_path, record(creationDate="2004-10-13T00:38:16Z", timeZone="America/Boise", uuid=UUID)
    )

    found = entry(path)

    assert (found.on, found.at, found.zone) == (date(2004, 10, 12), "18:38:16", "America/Boise")
    assert found.native_id == UUID
    assert form_of(path) == "day-one"


def test_the_smallest_legal_file_is_enough(tmp_path: Path) -> None:
    path = a_file(tmp_path / "Journal.json", json.dumps(journal(record())))

    found = entry(path)

    assert found.on == date(2024, 4, 17)
    assert found.title == "A quiet day."
    assert remarks(path) == ["its time zone is not known; its day is the one in London"]


def test_each_json_of_the_zip_is_a_journal_of_its_own(tmp_path: Path) -> None:
    path = a_zip(
        tmp_path / "Export.zip",
        {"Work.json": journal(record(text="One.")), "Home.json": journal(record(text="Two."))},
    )

    assert {found.meta["journal"] for found in entries(path)} == {"Work", "Home"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"Well done\. Really\!", "Well done. Really!"),
        (r"a \(small\) \- thing", "a (small) - thing"),
        (r"look in C:\temp and \d+", r"look in C:\temp and \d+"),
        (r"`a\.b` and c\.d", r"`a\.b` and c.d"),
        ("```\na\\.b\n```\nc\\.d", "```\na\\.b\n```\nc.d"),
        (r"\# not a heading", r"\# not a heading"),
        (r"C\# is fine", "C# is fine"),
        (r"1\. not a list", r"1\. not a list"),
        (r"\- not a list", r"\- not a list"),
        (r"\*not strong\*", r"\*not strong\*"),
        (r"a back\\slash", r"a back\slash"),
        (r"\> not a quote", r"\> not a quote"),
        ("\u200b**bold**\u200b words", "**bold** words"),
    ],
)
def test_backslashes_go_where_they_change_nothing(written: str, meant: str) -> None:
    assert unescaped(written) == meant


def test_a_picture_leaves_a_place_and_is_named(tmp_path: Path) -> None:
    photo = {"identifier": "P1", "md5": "0a1b", "type": "jpeg"}
    lost = {"identifier": "P2", "md5": "ffff", "type": "jpeg"}
    path = a_journal(
        tmp_path,
        record(
            text="![](dayone-moment://P1)\n\nThe whole team.\n\n![](dayone-moment://P2)",
            photos=[photo],
        ),
        record(text="Later ![](dayone-moment:/video/V1)", photos=[lost]),
        **{"photos/0a1b.jpeg": b"\xff\xd8"},
    )

    first, second = entries(path)

    assert "[photo 0a1b.jpeg, not brought along]" in first.body
    assert "[photo, missing from the export, not brought along]" in first.body
    assert "missing from the export" in second.body + second.title
    assert remarks(path).count("not brought along: photo 0a1b.jpeg") == 1


def test_rich_text_stands_in_for_text_that_is_absent(tmp_path: Path) -> None:
    rich = {
        "contents": [
            {"text": "Plan\n", "attributes": {"line": {"header": 1}}},
            {"text": "ask", "attributes": {"bold": True, "line": {"listStyle": "bulleted"}}},
            {"text": " first\n", "attributes": {}},
            {"text": "done\n", "attributes": {"line": {"listStyle": "checkbox", "checked": True}}},
            {"embeddedObjects": [{"type": "horizontalRuleLine"}]},
            {"text": "x = 1\n", "attributes": {"line": {"codeBlock": True}}},
        ],
        "meta": {},
    }
    one = record(richText=json.dumps(rich))
    del one["text"]

    found = entry(a_journal(tmp_path, one))

    assert found.title == "Plan"
    assert found.body == "- **ask** first\n- [x] done\n\n---\n```\nx = 1\n```"


def test_an_entry_of_pictures_alone_is_called_by_its_day(tmp_path: Path) -> None:
    path = a_journal(tmp_path, record(text="![](dayone-moment://P1)"))

    found = entry(path)

    assert found.title == "2024-04-17"
    assert "not brought along" in found.body


def test_what_has_no_place_here_is_kept_beside_it(tmp_path: Path) -> None:
    path = a_journal(
        tmp_path,
        record(
            tags=["Team", "1:1"],
            starred=True,
            isPinned=True,
            weather={"conditionsDescription": "Rain"},
            location={"placeName": "Office", "timeZoneName": "Europe/Berlin"},
            unheardOf={"x": 1},
        ),
    )

    found = entry(path)

    assert found.tags == ("Team", "1:1")
    assert found.starred
    assert found.on == date(2024, 4, 18)  # the zone stood with the place
    assert found.record()["meta"]["weather"] == {"conditionsDescription": "Rain"}
    assert found.record()["meta"]["unheardOf"] == {"x": 1}


def test_a_whole_day_has_no_hour(tmp_path: Path) -> None:
    assert entry(a_journal(tmp_path, record(isAllDay=True))).at == ""


def test_links_between_entries_and_empty_fences_stay_as_they_are(tmp_path: Path) -> None:
    text = f"See [that day](dayone://view?entryId={UUID}).\n\n```\n\n```"

    found = entry(a_journal(tmp_path, record(text=text)))

    assert f"dayone://view?entryId={UUID}" in found.title + found.body
    assert "```\n\n```" in found.body


@pytest.mark.parametrize("way", ["dayone", "dayone2"])
def test_links_of_both_ages_stay_as_they_are(tmp_path: Path, way: str) -> None:
    link = f"[that day]({way}://view?entryId={UUID})"

    found = entry(a_journal(tmp_path, record(text=f"See\n\n{link}.")))

    assert link in found.body


@pytest.mark.parametrize(
    ("reference", "where"),
    [
        ("dayone-moment:/video/V1", "videos"),
        ("dayone-moment:/audio/V1", "audios"),
        ("dayone-moment:/pdfAttachment/V1", "pdfAttachments"),
        ("dayone-moment://V1", "photos"),
    ],
)
def test_every_kind_of_file_leaves_a_place(tmp_path: Path, reference: str, where: str) -> None:
    """Also where another entry of another journal brought it."""
    held = {"identifier": "V1", "md5": "0a1b", "type": "x1", "format": "x1"}
    path = a_zip(
        tmp_path / "Export.zip",
        {
            "A.json": journal(record(text=f"Look\n\n![]({reference})")),
            "B.json": journal(record(text="Here", **{where: [held]})),
        },
    )

    [found] = [one for one in entries(path) if one.title == "Look"]

    assert "not brought along]" in found.body
    assert "dayone-moment" not in found.body
    assert len(remarks(path)) >= 1


def test_one_bad_entry_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    path = a_journal(tmp_path, record(), "no entry", record(creationDate="0000-00-00"))

    assert len(entries(path)) == 1
    assert skipped(path) == [
        ("Team, entry 2", "it is not an entry"),
        ("Team, entry 3", "its date cannot be read"),
    ]


def test_a_heading_is_the_title_wherever_it_stands(tmp_path: Path) -> None:
    found = entry(a_journal(tmp_path, record(text="Before\n\n# The call\n\nAfter")))

    assert found.title == "The call"
    assert found.body == "Before\n\n# The call\n\nAfter"


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    whole = json.dumps(journal(record(), record(text="Two.")))
    path = a_zip(tmp_path / "Export.zip", {"Team.json": whole[:-20]})

    with pytest.raises(Refused):
        everything(path)


def classic(**fields: Any) -> bytes:
    return plistlib.dumps({"Creation Date": datetime(2013, 5, 17, 18, 39), **fields})  # noqa: DTZ001


def test_classic_entries_are_property_lists(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "Old.dayone",
        {
            f"entries/{UUID}.doentry": classic(
                **{
                    "UUID": UUID,
                    "Entry Text": "She led\\.\n\nAll of it.",
                    "Starred": True,
                    "Tags": ["work", "PLaY"],
                    "Time Zone": "America/Los_Angeles",
                    "Creator": {"Host Name": "Egeria"},
                }
            ),
            f"photos/{UUID}.jpg": b"\xff\xd8",
        },
    )

    found = entry(path)

    assert (found.on, found.at, found.zone) == (
        date(2013, 5, 17),
        "11:39:00",
        "America/Los_Angeles",
    )
    assert (found.title, found.starred, found.tags) == ("She led.", True, ("work", "PLaY"))
    assert f"[photo {UUID}.jpg, not brought along]" in found.body
    assert found.meta["Creator"] == {"Host Name": "Egeria"}


def test_classic_traps_are_named_and_the_rest_go_on(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "Old.dayone",
        {
            "entries/A.doentry": classic(**{"Entry Text": "Without a zone."}),
            "entries/B.doentry": classic(**{"Entry Text": "", "Tags": ["only", "tags"]}),
            "entries/C.doentry": b"<?xml version='1.0'?><plist><dict><key>x</key>",
            "entries/D.doentry": plistlib.dumps({"Entry Text": "No date."}),
        },
    )

    no_zone, only_tags = entries(path)

    here = datetime(2013, 5, 17, 18, 39, tzinfo=UTC).astimezone()
    assert (no_zone.on, no_zone.at) == (here.date(), here.strftime("%H:%M:%S"))
    assert no_zone.meta["zone assumed"] is True
    assert (only_tags.title, only_tags.tags) == (here.date().isoformat(), ("only", "tags"))
    assert [item for item, _ in skipped(path)] == ["entries/C.doentry", "entries/D.doentry"]


def test_the_doubled_hour_of_a_clock_change_keeps_both_entries(tmp_path: Path) -> None:
    at = [datetime(2013, 10, 27, hour, 30) for hour in (0, 1)]  # noqa: DTZ001
    path = a_folder(
        tmp_path / "Old.dayone",
        {
            f"entries/{n}.doentry": plistlib.dumps(
                {"Creation Date": when, "Entry Text": "Now.", "Time Zone": "Europe/Berlin"}
            )
            for n, when in enumerate(at)
        },
    )

    found = entries(path)

    assert [one.at for one in found] == ["02:30:00", "02:30:00"]
    assert len({one.key for one in found}) == 2


def test_text_blocks_begin_with_a_date_after_a_tab(tmp_path: Path) -> None:
    path = a_file(
        tmp_path / "Journal.txt",
        "\ufeffThis comes before.\r\n"
        "\tDate:\t15 January 2024 at 09:30:00 GMT\r\n"
        "\tWeather:\t4°C Rain\r\n\tTags:\twork, Mei\r\n\tPhoto:\ta.jpg\r\n\r\n"
        "She asked first.\r\n\r\nMore.\r\n\r\n"
        "\tDate:\t29 February 2024\r\n\r\nLeap.\r\n"
        "\tDate:\t30 February 2024\r\n\r\nNever.\r\n"
        "\tDate:\tJanuary 3, 2024 at 5:04:03 PM GMT+1\r\n\r\nAmerican.\r\n",
    )

    first, leap, american = entries(path)

    assert (first.on, first.at) == (date(2024, 1, 15), "09:30:00")
    assert (first.title, first.tags) == ("She asked first.", ("work", "Mei"))
    assert "[photo a.jpg, not brought along]" in first.body
    assert first.meta["Weather"] == "4°C Rain"
    assert (leap.on, leap.title) == (date(2024, 2, 29), "Leap.")
    assert (american.on, american.at) == (date(2024, 1, 3), "17:04:03")
    assert skipped(path) == [("entry 3", "its date cannot be read")]
    assert form_of(path) == "day-one"
