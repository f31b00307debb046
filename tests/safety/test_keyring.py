"""Cases 101 and 108: the computer's keyring is one more way in, and never the only one."""

import keyring as system_keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked
from PySide6.QtWidgets import QLabel

from journal_app.domain.errors import CannotWrite
from journal_app.services.protection import ProtectionService
from journal_app.store.system_keyring import SystemKeyring
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from tests.builders import FRIDAY, an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE


class OwnKeyring(KeyringBackend):
    """A keyring of a system: it can be locked, and it may forget."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.items = {}
        self.locked = False

    def get_password(self, service, username):
        if self.locked:
            raise KeyringLocked
        return self.items.get((service, username))

    def set_password(self, service, username, password):
        if self.locked:
            raise KeyringLocked
        self.items[service, username] = password

    def delete_password(self, service, username):
        del self.items[service, username]


@pytest.fixture
def keyring():
    return OwnKeyring()


@pytest.fixture
def with_keyring(tmp_path, keyring):
    protection = ProtectionService(tmp_path / "kept", kdf=CHEAP, keyring=SystemKeyring(keyring))
    protection.create(PASSPHRASE)
    protection.journal.entries.write(an_entry("mine"))
    protection.keys.keep_in_keyring()
    protection.lock()
    yield protection
    protection.close()


def bodies(journal):
    return [item.body for item in journal.entries.items()]


def test_case_101_the_keyring_opens_the_journal_beside_passphrase_and_recovery_key(
    with_keyring, keyring
):
    assert bodies(with_keyring.open_by_keyring()) == ["mine"]
    with_keyring.keys.change_passphrase("quite other words")
    with_keyring.lock()
    assert bodies(with_keyring.open_by_keyring()) == ["mine"]
    with_keyring.lock()
    assert bodies(with_keyring.unlock("quite other words")) == ["mine"]
    kept = " ".join([*keyring.items.values(), *map(" ".join, keyring.items)])
    for secret in (PASSPHRASE, "quite other words", with_keyring._vault.keys.key.hex()):
        assert secret not in kept


@pytest.mark.parametrize("trouble", ["locked", "emptied", "of another journal", "not there"])
def test_case_101_a_keyring_in_trouble_leaves_the_passphrase_and_no_error(
    with_keyring, keyring, trouble
):
    protection = with_keyring
    if trouble == "locked":
        keyring.locked = True
    elif trouble == "emptied":
        keyring.items.clear()
    elif trouble == "of another journal":
        keyring.items = dict.fromkeys(keyring.items, "a secret that opens nothing here")
    else:
        fails = SystemKeyring(fail.Keyring())
        protection = ProtectionService(with_keyring.folder, kdf=CHEAP, keyring=fails)

    assert protection.open_by_keyring() is None
    assert bodies(protection.unlock(PASSPHRASE)) == ["mine"]
    protection.close()


def test_case_101_no_keyring_that_keeps_plain_files_is_ever_asked():
    before = system_keyring.get_keyring()
    try:
        for other in (fail.Keyring(), null.Keyring(), OwnKeyring()):
            system_keyring.set_keyring(other)
            assert not SystemKeyring().available
    finally:
        system_keyring.set_keyring(before)


def test_case_101_what_the_keyring_will_not_take_changes_nothing(tmp_path, keyring):
    for refusing in (SystemKeyring(fail.Keyring()), SystemKeyring(keyring)):
        keyring.locked = True
        folder = tmp_path / str(id(refusing))
        protection = ProtectionService(folder, kdf=CHEAP, keyring=refusing)
        protection.create(PASSPHRASE)
        with pytest.raises(CannotWrite):
            protection.keys.keep_in_keyring()
        assert not protection.keys.in_keyring
        protection.close()


@pytest.mark.parametrize("way", ["forget", "rekey", "unprotect", "erase"])
def test_case_101_and_108_what_ends_the_keyrings_way_in_leaves_nothing_in_it(
    with_keyring, keyring, way
):
    with_keyring.unlock(PASSPHRASE)
    if way == "forget":
        with_keyring.keys.forget_keyring()
    elif way == "rekey":
        with_keyring.keys.rekey("quite other words")
    elif way == "unprotect":
        with_keyring.keys.remove_protection()
    else:
        with_keyring.erase_everything()
    assert keyring.items == {}
    if way != "erase":
        with_keyring.lock()
        assert with_keyring.open_by_keyring() is None


def test_case_101_the_window_opens_by_it_at_the_start_and_asks_again_after_a_lock(
    qtbot, theme, with_keyring
):
    changes = ChangeSignals()
    window = MainWindow(theme, with_keyring, changes, today=lambda: FRIDAY)
    changes.setParent(window)
    qtbot.addWidget(window)
    window.start()
    assert window.workspace is not None

    window.lock()
    assert window.workspace is None
    window.unlock(PASSPHRASE)
    section = window.workspace.open("settings").show_part("lock")
    section.keyring_button.click()
    assert not with_keyring.keys.in_keyring
    section.keyring_proof.line.setText("not this one")
    section.keyring_button.click()
    assert not with_keyring.keys.in_keyring
    assert section.keyring_problem.isVisibleTo(section)
    section.keyring_proof.line.setText(PASSPHRASE)
    section.keyring_button.click()
    assert with_keyring.keys.in_keyring
    said = " ".join(shown.text() for shown in section.findChildren(QLabel))
    assert "After a lock the passphrase is asked all the same." in said
