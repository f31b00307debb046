"""Cases 37 to 39: what hangs together stays together, all words are found, any path will do."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from journal_app.cli.program import main
from journal_app.domain.celebration import Celebration
from journal_app.domain.entry import EntryKind
from journal_app.domain.errors import CannotWrite
from journal_app.domain.person import PersonState
from journal_app.domain.promise import Promise
from journal_app.domain.worry import Worry
from journal_app.services.journal import Journal
from journal_app.services.protection import ProtectionService
from journal_app.store.integrity import search_is_whole
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from tests.builders import FRIDAY, MONDAY, a_full_draft, an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).parents[2]


# --- 37: a person ---


def rows(db):
    """Every row of every table but the person's own."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        name: db.execute(f"SELECT * FROM {name}")  # noqa: S608
        for (name,) in tables
        if name not in {"person", "sqlite_sequence"} and not name.startswith("words_")
    }


@pytest.fixture
def written_about(journal, db):
    """Mei, with something of every kind about her."""
    mei = journal.team.welcome("Mei Lindqvist", ["Mei-Mei"])
    journal.reflections.keep(a_full_draft(mei.id))
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    journal.entries.write(an_entry(person_id=mei.id, tags=("growth", "calls"), title="A question"))
    journal.entries.write(an_entry("Doubting myself", person_id=mei.id, kind=EntryKind.DOUBT))
    journal.growth.worry(Worry(person_id=mei.id, noted_on=FRIDAY, body="She looked tired"))
    journal.celebrations.celebrate(
        Celebration(person_id=mei.id, happened_on=FRIDAY, behaviour="led the retro")
    )
    journal.intentions.promise(Promise(person_id=mei.id, made_on=FRIDAY, body="Ask about the desk"))
    journal.seeds.catch("Her map of the release", on=MONDAY, person_id=mei.id)
    kinds = {item.kind for item in journal.entries.items(person_id=mei.id)}
    assert kinds >= {"moment", "celebration", "worry", "plan", "promise", "seed", "note"}
    return mei


@pytest.mark.parametrize(
    "change",
    [
        lambda team, mei: team.change(mei, name="Mei Tanaka"),
        lambda team, mei: team.change(mei, other_names=[]),
        lambda team, mei: team.change(mei, state=PersonState.LEFT),
        lambda team, mei: team.write_card(mei, "hopes", "To lead a team", on=FRIDAY),
        lambda team, mei: team.put_in_order([mei.id]),
    ],
    ids=["renamed", "aliases", "left", "card", "order"],
)
def test_case_37_no_row_of_a_person_goes_when_the_person_is_changed(
    journal, db, written_about, change
):
    before = rows(db)

    change(journal.team, written_about)

    assert rows(db) == before
    assert search_is_whole(db)
    assert db.execute("PRAGMA foreign_key_check") == []


# --- 38: search ---


def seeds_get_a_place(db):
    """A step as a later version may take it: the table is rebuilt, and its triggers go with it."""
    db.table("seed").add_column("place", str, not_null_default="")
    db.table("seed").transform(rename={"place": "caught_where"})
    db.execute("INSERT INTO seed (caught_on, body) VALUES ('2026-11-20', 'written by the step')")


def test_case_38_what_is_written_after_a_table_was_rebuilt_is_found(db, guidance):
    journal = Journal(db, lambda: guidance)
    journal.seeds.catch("caught before", on=FRIDAY)
    named = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    triggers = db.execute(named)

    migrate(db, [*STEPS, ("m999_place", seeds_get_a_place)])
    journal.seeds.catch("caught after", on=FRIDAY)
    journal.entries.write(an_entry("an entry after"))

    for words in ("caught before", "written by the step", "caught after", "an entry after"):
        assert [hit.item.body for hit in journal.searching.find(words)] == [words]
    assert any("seed" in name for (name,) in triggers)
    assert db.execute(named) == triggers
    journal.checking.check()


def test_case_38_search_is_whole_after_everything_that_rebuilds_the_file(protection):
    """An erasure, a rekey, a restored backup: none leaves a word out, or stops taking new ones."""
    journal = protection.journal
    leaving = journal.team.welcome("Jonas Berg")
    journal.entries.write(an_entry("his grey heron", person_id=leaving.id))
    kept = journal.entries.write(an_entry("the heron by the desk"))
    backup = protection.backups.make().backup
    protection.restoring.restore(backup.path)
    protection.journal.erasing.erase_person(leaving.id)
    protection.keys.rekey("other quiet words")
    journal = protection.journal
    journal.entries.change(replace(kept, body="the heron had flown"))
    journal.seeds.catch("a second heron", on=FRIDAY)

    found = {hit.item.body for hit in journal.searching.find("heron")}

    assert found == {"the heron had flown", "a second heron"}
    assert journal.searching.find("grey") == []
    journal.checking.check()


# --- 39: paths ---

ODD = {
    "spaces": b"my own  journal ",
    "letters": "journal de Zoë Ångström".encode(),
    "wide": "我的日記 日誌".encode(),
    "percent": b"100%20 of %s %1",
    "quotes": b'it\'s "mine"',
    "query": b"what?mode=ro&immutable=1#top",
    "statement": b"a;b -- c' || x",
    "dash": b"-rf",
    "emoji": "🌱🌳".encode(),
    "backslash": b"a\\b",
    "line": b"two\nlines",
    "latin-1": b"caf\xe9",  # how an old disk wrote it: no text at all to a program of today
    "long": b"x" * 250,
}


@pytest.fixture
def tend(monkeypatch, capsys):
    """Run one command in this process, on a journal without a passphrase; give back its records."""
    monkeypatch.setattr("journal_app.cli.passphrases._has_terminal", lambda: False)
    monkeypatch.delenv("TEND_PASSPHRASE", raising=False)

    def run(*arguments: str) -> list[dict[str, object]]:
        code = main(arguments, lambda *_: 1)
        said = capsys.readouterr()
        assert code == 0, said.out + said.err
        return [json.loads(line) for line in said.out.splitlines()]

    return run


def writes_and_reads(tend, folder: Path, out: Path) -> None:
    """A journal begun, written, found, backed up, restored and exported, all in odd places."""
    at = f"--data-dir={folder}"
    tend("init", at)
    tend("person-add", "--name", "Mei Tanaka", at)
    assert tend("add", "She led the call.", "--person", "Mei Tanaka", at) == [{"saved": 1}]
    [backup] = tend("backup", at)
    tend("add", "And the next one.", at)
    assert [entry["body"] for entry in tend("search", "call", at)] == ["She led the call."]
    assert tend("check", at)[0]["ok"]
    assert tend("export", "--format=md", f"--out={out}", at)[0]["entries"] == 2
    assert "She led the call." in out.read_text("utf-8")
    tend("restore", str(backup["path"]), at)
    assert [entry["body"] for entry in tend("list", at)] == ["She led the call."]


@pytest.mark.parametrize("name", ODD)
def test_case_39_any_name_of_a_folder_and_of_a_file_will_do(tend, tmp_path, name):
    odd = os.fsdecode(ODD[name])
    home = tmp_path / "home"
    (home / odd).mkdir(parents=True)

    writes_and_reads(tend, home / odd / odd[:60], home / odd / f"{odd[:200]}.md")

    # Nothing landed where a part of the name was taken for something else.
    assert [path.name for path in home.iterdir()] == [odd]
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    assert sorted(path.suffix for path in (home / odd).iterdir()) == sorted(
        [Path(odd[:60]).suffix, ".md"]
    )


def test_case_39_a_path_of_many_folders_will_do(tend, tmp_path):
    folder = tmp_path
    while len(str(folder)) < 390:
        folder /= "deep in here"
    folder.mkdir(parents=True)

    writes_and_reads(tend, folder / "tend", folder / "out.md")


def test_case_39_a_path_too_long_for_a_journal_is_refused_and_leaves_none_half_begun(tmp_path):
    folder = tmp_path
    while len(str(folder)) < 600:
        folder /= "deep in here"
    protection = ProtectionService(folder, kdf=CHEAP)

    with pytest.raises(CannotWrite):
        protection.create(PASSPHRASE)

    assert not protection.exists()


def test_case_39_a_home_whose_owner_has_any_name_holds_the_journal(tmp_path):
    home = tmp_path / "Zoë 漢字 o'Neil 100%"
    home.mkdir()
    places = {"HOME": str(home), "LC_ALL": "C", "TMPDIR": str(home)}
    clean = {
        k: v for k, v in os.environ.items() if not k.startswith(("TEND_", "XDG_", "LC_", "LANG"))
    }

    def run(*arguments: str):
        ran = subprocess.run(
            [sys.executable, "-m", "journal_app", *arguments],
            capture_output=True,
            cwd=ROOT,
            env=clean | places,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout
        return [json.loads(line) for line in ran.stdout.splitlines()]

    run("init")
    run("add", "Zoë asked first.")

    assert [entry["body"] for entry in run("list")] == ["Zoë asked first."]
    assert len(list(home.rglob("journal.db"))) == 1
