"""Cases 64 to 70 once more: small files that ask for hours or gigabytes, and odd bytes in names.

No clock is asserted: where a reader looked for an end that never comes, these would take hours.
"""

import io
import json
import os
import tarfile
import zipfile

import pytest

from journal_app.domain.errors import Refused
from journal_app.domain.share import NameStyle
from journal_app.services.selection import Selection
from tests.safety.test_imports import ENTRY, GOOD, a_member, a_tar, refused

LONG = 150_000
NOTE = "id: {id}\nuser_created_time: 2024-01-01T10:00:00.000Z\ntype_: 1"
CLASSIC = (
    '<?xml version="1.0"?><plist version="1.0"><dict><key>Creation Date</key>'
    "<date>2013-05-17T18:39:00Z</date><key>Entry Text</key><string>x</string>{more}</dict></plist>"
)
ENDLESS = {
    "brackets": "[" * LONG,
    "pictures": "![" * LONG,
    "picture of blanks": f"![]({' ' * LONG}",
    "pictures of Day One": "![](dayone-moment://" * 30_000,
    "links": "[a](:/" * 50_000,
    "heading of blanks": f"# a{' ' * LONG}b",
    "cites": f"# {'# ' * LONG}",
    "tags": "#" * LONG,
    "embeds": "![[a|" * 50_000,
    "slashes": " //a" * 50_000,
    "names of links": f"[{' ' * LONG}",
    "backslashes": "\\" * LONG,
    "code": "`` ` " * 50_000,
    "comments": "<!--" * 60_000,
    "scripts": "<script>" * 60_000,
    "tags that stay open": "<a b=" * 60_000,
    "pictures that stay open": "<img src=" * 60_000,
}


def _day_one(folder, text):
    (folder / "Team.json").write_text(
        json.dumps({"metadata": {"version": "1.0"}, "entries": [ENTRY | {"text": f"Kept\n{text}"}]})
    )


def _markdown(folder, text):
    (folder / "2024-01-01.md").write_text(f"Kept\n{text}")


def _joplin(folder, text, more=""):
    note = NOTE.format(id="0" * 32)
    (folder / f"{'0' * 32}.md").write_text(f"Kept\n\n{text}\n\n{more}{note}")


def _joplin_html(folder, text):
    _joplin(folder, text, "markup_language: 2\n")


def _rednotebook(folder, text):
    (folder / "2024-01.txt").write_text(f"1: {{text: {json.dumps(f'Kept {text}')}}}")


def _logseq(folder, text):
    (folder / "journals").mkdir()
    (folder / "journals" / "2024_01_01.md").write_text(f"- Kept\n- {text}")


def _jrnl(folder, text):
    (folder / "journal.txt").write_text(f"[2024-01-01 10:00] Kept\n{text}")


WRITERS = (_day_one, _markdown, _joplin, _joplin_html, _rednotebook, _logseq, _jrnl)


@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__.strip("_"))
@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_case_70_a_text_that_looks_for_its_end_comes_in_all_the_same(
    journal, tmp_path, write, text
):
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, text)
    [only] = folder.iterdir() if write in {_day_one, _jrnl} else [folder]

    report = journal.importing.bring_in(only)

    assert (report.new, report.skipped) == (1, [])
    [item] = journal.entries.items()
    assert "Kept" in item.title + item.body


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_case_66_a_rare_way_of_packing_that_asks_for_gigabytes_is_refused(
    journal, tmp_path, packing
):
    path = tmp_path / "Export.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("Team.json", GOOD)

    assert "rare" in str(refused(journal, path))


def test_case_66_an_archive_among_the_files_of_a_jex_is_never_looked_into(journal, tmp_path):
    inner = io.BytesIO()
    _a_jex(inner, {f"{'1' * 32}.md": f"Inner\n\nhidden\n\n{NOTE.format(id='1' * 32)}".encode()})
    path = tmp_path / "outer.jex"
    with path.open("wb") as file:
        _a_jex(
            file,
            {
                f"{'0' * 32}.md": f"Outer\n\nwords\n\n{NOTE.format(id='0' * 32)}".encode(),
                f"resources/{'2' * 32}.jex": inner.getvalue(),
                f"{'3' * 32}.md": inner.getvalue(),
            },
        )

    report = journal.importing.bring_in(path)

    assert report.new == 1
    assert [one.item for one in report.skipped] == [f"{'3' * 32}.md"]
    assert [item.title for item in journal.entries.items()] == ["Outer"]


def _a_jex(file, members):
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))


@pytest.mark.parametrize("header", [{"size": "9" * 30}, {"path": "../x"}, {"path": "/etc/x"}])
def test_case_66_odd_headers_of_a_tar_are_refused(journal, tmp_path, header):
    info = a_member(f"{'0' * 32}.md")
    info.pax_headers = header

    refused(journal, a_tar(tmp_path / "all.jex", info))


def test_case_67_a_list_that_lies_deep_in_an_entry_is_named_and_the_rest_goes_in(journal, tmp_path):
    entries = tmp_path / "Old.dayone" / "entries"
    entries.mkdir(parents=True)
    deep = f"<key>Q</key>{'<array>' * 5_000}{'</array>' * 5_000}"
    (entries / "A.doentry").write_text(CLASSIC.format(more=deep))
    (entries / "B.doentry").write_text(CLASSIC.format(more=""))

    report = journal.importing.bring_in(tmp_path / "Old.dayone")

    assert (report.new, [one.item for one in report.skipped]) == (1, ["entries/A.doentry"])
    assert "nested too deeply" in report.skipped[0].reason


@pytest.mark.parametrize("day", ["9" * 19, "-1", "0", "1.5", "٣٣"])
def test_case_68_a_day_that_no_month_has_is_named(journal, tmp_path, day):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2024-01.txt").write_text(f"2: {{text: kept}}\n{day}: {{text: x}}\n")

    report = journal.importing.bring_in(tmp_path / "in")

    assert (report.new, len(report.skipped)) == (1, 1)


def test_case_67_numbers_without_end_are_kept_and_leave_as_json_that_all_can_read(
    journal, tmp_path
):
    path = tmp_path / "Journal.json"
    path.write_text(GOOD.replace('"text"', '"duration":1e999,"far":[{"x":-1e999}],"text"'))
    journal.importing.bring_in(path)
    out = tmp_path / "out.json"
    chosen = Selection(include_private=True)
    journal.exporting.export(out, form="json", names=NameStyle.REAL, selection=chosen)

    def no_number(name):
        raise AssertionError(f"{name} is not JSON")

    [entry] = json.loads(out.read_text(), parse_constant=no_number)["entries"]
    assert '"duration": "inf"' in json.dumps(entry)
    assert journal.importing.bring_in(out).new == 0


@pytest.mark.skipif(os.name == "nt", reason="names of Windows are always text")
def test_case_64_names_that_are_no_text_keep_their_entries(journal, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / os.fsdecode(b"2024-01-01 \xff.md")).write_text("Words.")
    (folder / os.fsdecode(b"2024-01-02 \xfe.md")).write_bytes(bytes(range(256)) * 50)

    report = journal.importing.bring_in(folder)

    assert (report.new, len(report.skipped)) == (1, 1)
    json.dumps([one.item for one in report.skipped]).encode()
    assert journal.entries.items()[0].body == "Words."


@pytest.mark.skipif(os.name == "nt", reason="modes of this kind are of Unix")
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may read every folder")
def test_case_65_a_folder_nobody_may_read_is_refused_in_words(journal, tmp_path):
    closed = tmp_path / "in" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "in" / "2024-01-01.md").write_text("Words.")
    closed.chmod(0)
    with pytest.raises(Refused) as refusal:
        journal.importing.bring_in(tmp_path / "in")
    closed.chmod(0o700)

    assert refusal.value.next_step
