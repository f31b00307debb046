"""Cases 6, 7, 9, 27 and 28: read-only, not ours, old versions, and two at once."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal_app.domain.errors import CannotWrite, JournalInUse
from journal_app.services.protection import ProtectionService
from tests.builders import an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
HISTORY = ROOT / "tests" / "store" / "history"
NOBODY = 65534


def as_nobody(act):
    """Do this in a child without the rights of root; True when it held."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setegid(NOBODY)
                os.seteuid(NOBODY)
            os._exit(0 if act() else 1)
        except BaseException as error:  # noqa: BLE001 (a child ends here, whatever happened)
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def lent(tmp_path_factory):
    """A folder that anybody may pass through, whoever made it."""
    folder = tmp_path_factory.mktemp("lent")
    for part in (folder, *folder.parents):
        if part is folder or "pytest" in part.name:
            part.chmod(0o755)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="modes of files are of Unix")
def test_case_06_a_read_only_folder_opens_to_be_read_and_says_so(lent):
    protection = ProtectionService(lent / "tend", kdf=CHEAP)
    protection.create(PASSPHRASE)
    protection.journal.entries.write(an_entry("written before"))
    protection.lock()
    (protection.folder / "journal.lock").touch()
    for path in protection.folder.iterdir():
        path.chmod(0o444)
    protection.folder.chmod(0o555)

    def read():
        journal = protection.unlock(PASSPHRASE)
        read_only = journal.read_only
        bodies = [item.body for item in journal.entries.items()]
        try:
            journal.entries.write(an_entry("cannot be"))
        except CannotWrite as error:
            return read_only and bodies == ["written before"] and "read" not in error.kind
        return False

    assert as_nobody(read)
    protection.folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="owners of files are of Unix")
def test_case_07_a_folder_of_another_user_is_refused_by_its_name(lent):
    protection = ProtectionService(lent / "tend", kdf=CHEAP)
    protection.create(PASSPHRASE)
    protection.lock()
    before = {p: p.read_bytes() for p in protection.folder.iterdir()}
    if os.geteuid() != 0:
        protection.folder.chmod(0)

    def refused():
        try:
            protection.unlock(PASSPHRASE)
        except CannotWrite as error:
            return str(protection.folder) in str(error)
        return False

    assert as_nobody(refused)
    protection.folder.chmod(0o700)
    assert {p: p.read_bytes() for p in protection.folder.iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")
def test_case_09_a_kill_during_an_export_leaves_the_old_file_or_the_whole_new_one(tmp_path):
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)
    protection.create(None)
    protection.journal.entries.write_all(an_entry(f"entry {n} " + "word " * 99) for n in range(600))
    protection.close()
    target, temp = tmp_path / "journal.md", tmp_path / "temp"
    temp.mkdir()
    target.write_text("the export before")
    command = [sys.executable, "-m", "journal_app", "--data-dir", str(tmp_path / "tend"), "export"]
    environment = os.environ | {"TMPDIR": str(temp), "PYTHONPATH": str(ROOT)}
    for wait in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        process = subprocess.Popen(
            [*command, "--format", "md", "--out", str(target)],
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        text = target.read_text()
        assert text == "the export before" or "entry 599" in text
        assert list(temp.iterdir()) == []
    protection.open_unprotected()
    assert len(protection.journal.entries.items()) == 600
    protection.close()


@pytest.mark.parametrize("version", sorted(p.name for p in HISTORY.iterdir() if p.is_dir()))
def test_case_27_a_journal_of_every_released_version_opens_with_the_same_text(tmp_path, version):
    shutil.copytree(HISTORY / version, tmp_path / "tend")
    protection = ProtectionService(tmp_path / "tend", kdf=CHEAP)

    journal = protection.unlock("four quiet words")

    journal.checking.check()
    bodies = [item.body for item in journal.entries.items(kind="note")]
    assert bodies == ["A quiet day by the window. 漢字 🦩"]
    week = journal.reflections.page(journal.reflections.finished()[0].id)
    assert [m.behaviour for m in week.moments] == ["told the customer what we did not know"]
    assert [d.body for d in week.doubts] == [
        "I don't know how to disagree with my own boss in front of the team."
    ]
    protection.close()


def test_case_28_a_second_way_to_the_same_folder_is_the_same_journal(protection, tmp_path):
    (tmp_path / "link").symlink_to(protection.folder)
    second = ProtectionService(tmp_path / "link", kdf=CHEAP)

    with pytest.raises(JournalInUse):
        second.unlock(PASSPHRASE)

    protection.lock()
    second.unlock(PASSPHRASE)
    second.close()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")
def test_case_28_a_holder_that_died_blocks_nobody(protection):
    protection.lock()
    child = os.fork()
    if child == 0:
        protection.unlock(PASSPHRASE)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)

    protection.unlock(PASSPHRASE)
