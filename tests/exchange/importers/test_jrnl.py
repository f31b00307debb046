"""jrnl: JSON, text of both ages, folders, three ages of encryption, and its two exports."""

import base64
import hashlib
import json
import struct
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal_app.domain.errors import WrongPassphrase
from journal_app.domain.finding import Question
from tests.exchange.importers.reading import (
    NOW,
    a_file,
    a_folder,
    entries,
    entry,
    form_of,
    questions,
    skipped,
)

TEXT = "[2019-07-08 05:42] Entry subject\n[1] line starting with 1\n"


def of_json(*records: dict[str, Any], **about: Any) -> str:
    return json.dumps({**about, "entries": list(records)})


def record(**fields: Any) -> dict[str, Any]:
    return {
        "title": "Lunch with @Mei",
        "body": "Long.",
        "date": "2024-05-06",
        "time": "12:30",
        **fields,
    }


def test_json_is_on_the_clock_of_its_writer(tmp_path: Path) -> None:
    path = a_file(
        tmp_path / "j.json",
        of_json(
            record(tags=["@mei", "#team"], starred=True, creator={"host": 1}), tags={"@mei": 1}
        ),
    )

    found = entry(path)

    assert (found.on, found.at, found.zone) == (date(2024, 5, 6), "12:30:00", "")
    assert (found.tags, found.mentions, found.starred) == (("team",), ("mei",), True)
    assert found.labels == ("team", "@mei")
    assert found.meta == {"creator": {"host": 1}}
    assert form_of(path) == "jrnl"


def test_json_of_old_has_no_tags(tmp_path: Path) -> None:
    found = entry(a_file(tmp_path / "j.json", of_json(record())))

    assert found.mentions == ("mei",)


def test_two_entries_of_one_minute_are_two(tmp_path: Path) -> None:
    path = a_file(tmp_path / "j.json", of_json(record(), record(body="Other."), tags={}))

    assert len({found.key for found in entries(path)}) == 2


def test_a_bracket_that_is_no_date_is_text(tmp_path: Path) -> None:
    found = entry(a_file(tmp_path / "a.journal", TEXT))

    assert (found.on, found.at) == (date(2019, 7, 8), "05:42:00")
    assert (found.title, found.body) == ("Entry subject", "[1] line starting with 1")


@pytest.mark.parametrize(
    ("written", "on", "at"),
    [
        ("2020-08-29 11:11:00 AM", date(2020, 8, 29), "11:11:00"),
        ("2020-08-31 02:32:00 PM", date(2020, 8, 31), "14:32:00"),
        ("09.06.2013 15:39", date(2013, 6, 9), "15:39:00"),
        ("2013-06-09", date(2013, 6, 9), ""),
        ("13/06/2013 15:39", date(2013, 6, 13), "15:39:00"),
        ("June 9, 2013 3:39 PM", date(2013, 6, 9), "15:39:00"),
    ],
)
def test_dates_come_in_many_formats(tmp_path: Path, written: str, on: date, at: str) -> None:
    found = entry(a_file(tmp_path / "a.txt", f"[{written}] Title *\n\nBody\n"))

    assert (found.on, found.at) == (on, at)
    assert (found.title, found.body, found.starred) == ("Title", "Body", True)


def test_the_first_line_is_the_title_however_many_sentences_it_has(tmp_path: Path) -> None:
    found = entry(a_file(tmp_path / "a.txt", "[2024-01-01 10:00] She led. All of it.\nMore.\n"))

    assert (found.title, found.body) == ("She led. All of it.", "More.")


def test_a_date_that_reads_two_ways_is_asked_about(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.txt", "[03/04/2024 10:00] Title\nBody\n[2024-05-01 10:00] Sure\n")

    assert questions(path) == {Question.DAY_ORDER}
    assert [found.title for found in entries(path)] == ["Sure"]
    assert "two ways" in skipped(path)[0][1]
    assert entries(path, day_first=True)[0].on == date(2024, 4, 3)
    assert entries(path, day_first=False)[0].on == date(2024, 3, 4)


def test_the_first_jrnl_wrote_no_brackets(tmp_path: Path) -> None:
    path = a_file(
        tmp_path / "old.journal",
        "2010-06-10 15:00 A life without chocolate.\n\n"
        '2013-06-10 15:40 He said "[this] is it".\nLorem @work #Team/Sub.\n\n'
        "[2019-08-03 12:55] Some chat log\n\nText\n",
    )

    first, second, third = entries(path)

    assert (first.title, first.on) == ("A life without chocolate.", date(2010, 6, 10))
    assert (second.mentions, second.tags) == (("work",), ("team/sub",))
    assert third.title == "Some chat log"


def test_the_first_jrnl_wrote_other_dates_too(tmp_path: Path) -> None:
    path = a_file(
        tmp_path / "old.journal",
        "10.06.2010 15:00 A life.\n\n10.07.2013 15:40 Another\nText\n\n[03.08.2019 12:55] Last\n",
    )

    assert [found.on.isoformat() for found in entries(path)] == [
        "2010-06-10",
        "2013-07-10",
        "2019-08-03",
    ]


def test_a_month_alone_is_its_first_day(tmp_path: Path) -> None:
    path = a_file(tmp_path / "a.journal", "[2019-07-18 14:23] One\n\n[2019-07 14:23] Two\nText\n")

    one, two = entries(path)

    assert (one.body, two.on, two.at) == ("", date(2019, 7, 1), "14:23:00")


def test_a_text_of_brackets_that_are_no_dates_is_one_entry(tmp_path: Path) -> None:
    text = "[ashasd7zdskhz7asdkjasd] Entry subject\nI've lost track of time.\n"
    path = a_file(tmp_path / "a.journal", text)

    assert entry(path, form="jrnl").on == NOW.date()
    assert entry(path).body == text.strip()


def test_a_text_without_a_date_is_an_entry_of_now(tmp_path: Path) -> None:
    found = entry(a_file(tmp_path / "a.txt", "Just words.\n"), form="jrnl")

    assert (found.on, found.title) == (NOW.date(), "Just words.")


def test_the_place_in_a_folder_gives_the_day(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "folder",
        {
            "2020/08/31.txt": "[2020-08-31 02:32:00 PM] A second entry. *\nSed @tagtwo.\n",
            "2020/09/24.txt": "[2020-09-24 09:14] One\n\n[2020-09-24 10:00] Two\n",
            "2020/09/should-be-ignored.txt": "no",
            "2020/should-be-ignored.txt": "no",
            "should-be-ignored.txt": "no",
        },
    )

    found = entries(path)

    assert [(one.on.isoformat(), one.title) for one in found] == [
        ("2020-08-31", "A second entry."),
        ("2020-09-24", "One"),
        ("2020-09-24", "Two"),
    ]
    assert found[0].starred
    assert not skipped(path)


def fernet(salt: bytes, passphrase: str = "test") -> bytes:
    from cryptography.fernet import Fernet

    key = hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, 100_000, 32)
    return Fernet(base64.urlsafe_b64encode(key)).encrypt(TEXT.encode())


def third(header: bytes) -> bytes:
    return b"JRNLv3" + struct.pack(">H", len(header)) + header


def first(*, blanks: bool) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    iv, data = bytes(range(16)), TEXT.encode()
    gap = 16 - len(data) % 16
    padded = data + (b" " * gap if blanks else bytes([gap]) * gap)
    key = hashlib.sha256(b"test").digest()
    closing = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return iv + closing.update(padded) + closing.finalize()


_SALT = bytes(range(16))
_HEADER = json.dumps({"salt": base64.urlsafe_b64encode(_SALT).decode()}).encode()
_OF_ALL = bytes.fromhex("f2d5710ec18d2ededc8e36748904cef8")


@pytest.mark.parametrize(
    "locked",
    [
        pytest.param(lambda: first(blanks=False), id="v1"),
        pytest.param(lambda: first(blanks=True), id="v1-blanks"),
        pytest.param(lambda: fernet(_OF_ALL), id="v2"),
        pytest.param(lambda: third(_HEADER) + fernet(_SALT), id="v3-raw"),
        pytest.param(lambda: third(base64.b64encode(_HEADER)) + fernet(_SALT), id="v3"),
    ],
)
def test_every_age_of_encryption_opens_with_its_passphrase(tmp_path: Path, locked: Any) -> None:
    path = a_file(tmp_path / "locked.journal", locked())

    assert entry(path, passphrase="test").title == "Entry subject"
    with pytest.raises(WrongPassphrase):
        entry(path)
    with pytest.raises(WrongPassphrase):
        entry(path, passphrase="tset")


def test_headings_of_the_markdown_export_come_back_up(tmp_path: Path) -> None:
    path = a_file(
        tmp_path / "j.md",
        "# 2015\n\n## April\n\n### 2015-04-14 13:23 Heading @test\n\n#### One\nText\n##### Two\n\n"
        "```\n#### code\n```\n\n### 2015-04-15 10:00 Next\n\nWords.\n",
    )

    one, two = entries(path)

    assert (one.on, one.at, one.title) == (date(2015, 4, 14), "13:23:00", "Heading @test")
    assert one.body == "# One\nText\n## Two\n\n```\n#### code\n```"
    assert two.body == "Words."
    assert form_of(path) == "jrnl"


def test_headings_pushed_by_two_come_back_by_two(tmp_path: Path) -> None:
    path = a_file(
        tmp_path / "j.md", "# 2015\n\n## April\n\n### 2015-04-14 13:23 T\n\n### One\n#### Two\n"
    )

    assert entry(path).body == "# One\n## Two"


def test_what_jrnl_calls_yaml_is_read_line_by_line(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Plan: ask first - then listen\ndate: 2020-08-29 11:11\nstarred: True\n"
        "tags: tagone, ipsum\nbody: |\t\t\n\tLine one: x\n\t## Down\n\t\n\tLast\n..."
    )
    path = a_folder(tmp_path / "export", {"2020-08-29_plan.md": text})

    found = entry(path)

    assert (found.on, found.title) == (date(2020, 8, 29), "Plan: ask first - then listen")
    assert (found.tags, found.starred) == (("tagone", "ipsum"), True)
    assert found.body == "Line one: x\n# Down\n\nLast"
    assert form_of(path) == "jrnl"
