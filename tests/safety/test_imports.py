"""Cases 64 to 70: what comes in from outside cannot reach out, run, multiply or half arrive."""

import io
import json
import os
import socket
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal_app.domain.errors import JournalError, Refused
from journal_app.domain.share import NameStyle
from journal_app.services.journal import Journal
from journal_app.services.selection import Selection
from tests.builders import an_entry

ENTRY = {"creationDate": "2024-04-17T10:00:00Z", "text": "A quiet day."}
GOOD = json.dumps({"metadata": {"version": "1.0"}, "entries": [ENTRY]})


def refused(journal: Journal, path: Path) -> JournalError:
    """The refusal of a source as a whole, by the look and by the import alike."""
    before = set(path.parent.rglob("*"))
    with pytest.raises(JournalError) as looked:
        journal.importing.look(path)
    with pytest.raises(JournalError) as brought:
        journal.importing.bring_in(path)
    assert str(looked.value) == str(brought.value)
    assert not journal.entries.items()
    assert not journal.importing.done()
    assert set(path.parent.rglob("*")) == before
    return looked.value


def a_zip(path: Path, *names: str, good: bool = True, **infos: Any) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        if good:
            archive.writestr("Team.json", GOOD)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
    return path


def a_tar(path: Path, *infos: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w") as archive:
        for info in infos:
            archive.addfile(info, io.BytesIO(b"x" * info.size))
    return path


def a_member(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    info.size = 1 if kind == tarfile.REGTYPE else 0
    return info


HOSTILE_NAMES = [
    "../evil.json",
    "a/../../evil.json",
    "/etc/evil.json",
    "C:evil.json",
    "C:\\evil.json",
    "..\\evil.json",
    "a.json:stream",
    "./../evil",
    "a//b.json",
    "a\nb.json",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_case_64_a_zip_that_reaches_out_is_refused_whole(
    journal: Journal, tmp_path: Path, name: str
) -> None:
    refused(journal, a_zip(tmp_path / "Export.zip", name))


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_case_64_a_tar_that_reaches_out_is_refused_whole(
    journal: Journal, tmp_path: Path, name: str
) -> None:
    refused(journal, a_tar(tmp_path / "all.jex", a_member("0" * 32 + ".md"), a_member(name)))


def test_case_64_a_name_with_a_nul_is_refused(journal: Journal, tmp_path: Path) -> None:
    path = a_zip(tmp_path / "Export.zip", "nulQname.json")
    path.write_bytes(path.read_bytes().replace(b"nulQname", b"nul\x00name"))

    refused(journal, path)


def test_case_65_links_devices_and_folders_in_an_archive_are_refused(
    journal: Journal, tmp_path: Path
) -> None:
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
        path = a_tar(tmp_path / "all.jex", a_member("a.md", kind, "../../etc/passwd"))
        refused(journal, path)
    path = tmp_path / "Export.zip"
    info = zipfile.ZipInfo("link.json")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Team.json", GOOD)
        archive.writestr(info, "/etc/passwd")

    assert "link" in str(refused(journal, path))


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and sockets of this kind are of Unix")
def test_case_65_a_link_a_pipe_and_a_socket_are_no_journals(
    journal: Journal, tmp_path: Path
) -> None:
    real = tmp_path / "real.json"
    real.write_text(GOOD)
    link, pipe, listening = tmp_path / "link.json", tmp_path / "pipe", tmp_path / "s"
    link.symlink_to(real)
    os.mkfifo(pipe)
    open_socket = socket.socket(socket.AF_UNIX)
    open_socket.bind(str(listening))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "2024-01-01.md").symlink_to(real)

    for path in (link, pipe, listening, folder, tmp_path / "nothing"):
        refused(journal, path)
    open_socket.close()


@contextmanager
def within_150_mb() -> Iterator[None]:
    """No more memory than that at any moment, whatever comes."""
    tracemalloc.start()
    yield
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 150 << 20


@pytest.fixture
def little_memory() -> Iterator[None]:
    with within_150_mb():
        yield


def test_case_66_a_bomb_is_refused(journal: Journal, tmp_path: Path, little_memory: None) -> None:
    path = tmp_path / "Export.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("Team.json", "w") as member,
    ):
        for _ in range(400):
            member.write(b" " * (1 << 20))
    assert path.stat().st_size < 1 << 20

    refused(journal, path)


def test_case_66_a_bomb_that_lies_about_its_size_is_refused(
    journal: Journal, tmp_path: Path, little_memory: None
) -> None:
    path = tmp_path / "Export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Team.json", GOOD + " " * (30 << 20))
    data = bytearray(path.read_bytes())
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", len(GOOD))
    path.write_bytes(data)

    with pytest.raises(Refused):
        journal.importing.bring_in(path)
    assert not journal.entries.items()


def test_case_66_sixty_thousand_members_are_too_many(journal: Journal, tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(60_000)]
    zipped = a_zip(tmp_path / "Export.zip", *names)
    tarred = a_tar(tmp_path / "all.jex", *(a_member(name) for name in names))

    for path in (zipped, tarred):
        with within_150_mb(), pytest.raises(Refused):
            journal.importing.look(path)


@pytest.mark.parametrize("inner", ["inner.zip", "a.tar", "a.JEX", "a.tgz", "a.7z"])
def test_case_66_an_archive_in_an_archive_is_refused(
    journal: Journal, tmp_path: Path, inner: str
) -> None:
    refused(journal, a_zip(tmp_path / "Export.zip", inner))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "names", [("a.md", "a.md"), ("a.md", "A.md"), ("caf\u00e9.md", "cafe\u0301.md")]
)
def test_case_66_two_members_of_one_name_are_refused(
    journal: Journal, tmp_path: Path, names: tuple[str, str]
) -> None:
    refused(journal, a_zip(tmp_path / "Export.zip", *names))
    refused(journal, a_tar(tmp_path / "all.jex", *map(a_member, names)))


BOMB = "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n"
RUNS = "a: !!python/object/apply:pathlib.Path.touch [{place}]\n"


@pytest.mark.parametrize("yaml", [BOMB, RUNS])
def test_case_67_yaml_neither_runs_nor_multiplies(
    journal: Journal, tmp_path: Path, yaml: str, little_memory: None
) -> None:
    folder, touched = tmp_path / "in", tmp_path / "touched"
    folder.mkdir()
    head = yaml.format(place=touched) if "{place}" in yaml else yaml
    (folder / "2024-01-01.md").write_text(f"---\n{head}---\n\nWords.\n")

    journal.importing.bring_in(folder)

    [item] = journal.entries.items()
    assert item.body.startswith("---\na: ")
    assert not touched.exists()


def test_case_67_a_month_of_yaml_that_runs_is_skipped(journal: Journal, tmp_path: Path) -> None:
    folder, touched = tmp_path / "in", tmp_path / "touched"
    folder.mkdir()
    (folder / "2024-01.txt").write_text("1: {text: " + RUNS.format(place=touched)[3:].strip() + "}")
    (folder / "2024-02.txt").write_text("1: {text: kept}")

    report = journal.importing.bring_in(folder)

    assert [one.item for one in report.skipped] == ["2024-01.txt"]
    assert not touched.exists()


def test_case_67_xml_reads_no_file_and_does_not_multiply(
    journal: Journal, tmp_path: Path, little_memory: None
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("The heron stood there.")
    entries = tmp_path / "Old.dayone" / "entries"
    entries.mkdir(parents=True)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    for name, entity in (
        ("A", f'<!ENTITY l9 SYSTEM "{secret.as_uri()}">'),
        ("B", f'<!ENTITY l0 "lol">{laughs}'),
    ):
        (entries / f"{name}.doentry").write_text(
            f'<?xml version="1.0"?><!DOCTYPE plist [{entity}]><plist version="1.0"><dict>'
            "<key>Creation Date</key><date>2013-05-17T18:39:00Z</date>"
            "<key>Entry Text</key><string>&l9;</string></dict></plist>"
        )

    report = journal.importing.bring_in(tmp_path / "Old.dayone")

    assert (report.new, len(report.skipped)) == (0, 2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"metadata":{"version":"1.0"},"entries":' + "[" * 200_000, id="deep"),
        pytest.param('{"a":' * 200_000, id="deep objects"),
        pytest.param(GOOD.replace('"text"', f'"n":{"9" * 100_000},"text"'), id="huge number"),
        pytest.param(GOOD.replace('"text"', '"text":"a","text"'), id="twice"),
        pytest.param(GOOD.replace('"entries"', '"metadata":1,"entries"'), id="twice above"),
        pytest.param(GOOD + GOOD, id="two documents"),
        pytest.param(GOOD[:-1], id="cut"),
    ],
)
def test_case_67_json_that_is_not_to_be_trusted_is_refused(
    journal: Journal, tmp_path: Path, text: str, little_memory: None
) -> None:
    path = tmp_path / "Journal.json"
    path.write_text(text)

    refused(journal, path)


@pytest.mark.parametrize(
    "record",
    [
        7,
        None,
        [],
        {"text": "No date."},
        {"creationDate": "0000-00-00", "text": "x"},
        {"creationDate": 17, "text": "x"},
        {"creationDate": "9999-12-31T23:59:59Z", "timeZone": "Pacific/Kiritimati", "text": "x"},
        {"creationDate": "2024-04-17T10:00:00Z", "text": ["x"]},
    ],
)
def test_case_68_a_bad_entry_is_named_and_the_rest_goes_in(
    journal: Journal, tmp_path: Path, record: Any
) -> None:
    path = tmp_path / "Journal.json"
    entries = [ENTRY, record, ENTRY | {"uuid": "B"}]
    path.write_text(json.dumps({"metadata": {"version": "1.0"}, "entries": entries}))

    report = journal.importing.bring_in(path)

    assert [one.item for one in report.skipped] == ["Journal, entry 2"]
    assert report.new == 2
    journal.checking.check()


@pytest.mark.parametrize("form", ["json", "zip", "folder"])
def test_case_69_the_own_export_changes_nothing_however_often_it_comes(
    journal: Journal, tmp_path: Path, form: str
) -> None:
    mei = journal.team.welcome("Mei Tanaka")
    journal.entries.write_all(
        [
            an_entry("One.", person_id=mei.id),
            an_entry("Two.\r\n", tags=("a",)),
            an_entry("Two.\r\n"),
        ]
    )
    before = journal.entries.items()
    path = tmp_path / "out"
    journal.exporting.export(
        path, form=form, names=NameStyle.REAL, selection=Selection(include_private=True)
    )

    for _ in range(2):
        report = journal.importing.bring_in(path)
        assert (report.new, report.duplicate, report.skipped) == (0, 3, [])

    assert journal.entries.items() == before
    assert [person.name for person in journal.team.everyone()] == ["Mei Tanaka"]


def test_case_70_what_is_too_long_says_where_the_limit_is(
    journal: Journal, tmp_path: Path, little_memory: None
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "2024-01-01.md").write_bytes(b"x" * (30 << 20))
    (folder / "2024-01-02.md").write_bytes(bytes(range(256)) * 4000)
    (folder / "2024-01-03.md").write_bytes("Ünd\n".encode("utf-16"))

    report = journal.importing.bring_in(folder)

    assert [one.item for one in report.skipped] == ["2024-01-01.md", "2024-01-02.md"]
    assert "20 MB" in report.skipped[0].reason
    assert [item.body for item in journal.entries.items()] == ["Ünd"]


def test_case_70_a_line_of_30_mb_ends_a_text_and_keeps_what_was_before(
    journal: Journal, tmp_path: Path, little_memory: None
) -> None:
    path = tmp_path / "journal.txt"
    with path.open("wb") as file:
        file.write(b"[2024-01-01 10:00] One\n[2024-01-02 10:00] Two\n")
        file.write(b"x" * (30 << 20))

    report = journal.importing.bring_in(path)

    assert "20 MB" in report.skipped[-1].reason
    assert date(2024, 1, 1) in [item.on for item in journal.entries.items()]
