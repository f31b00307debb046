"""The real program where no tray is: its reminder reaches the desktop, and says little."""

import os
import shutil
import subprocess
import sys
from datetime import date, time
from pathlib import Path

import pytest

from journal_app.domain.preferences import Pace
from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService
from journal_app.store.keys import Kdf
from tests.xvfb import screen_in_memory

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 60.0

pytestmark = pytest.mark.end2end


@pytest.fixture
def journal(tmp_path):
    """A locked journal of somebody who wants to be reminded today, also while it is locked."""
    folder = tmp_path / "tend"
    protection = ProtectionService(folder, kdf=Kdf(memory_kib=64, iterations=1, lanes=1))
    protection.create("four quiet words")
    protection.journal.team.welcome("Mei Lindqvist")
    protection.close()
    PreferenceService(folder).change(
        pace=Pace.WEEKLY,
        remind_weekday=date.today().weekday(),
        remind_at=time(0, 0),
        remind_while_locked=True,
        tray=True,
    )
    return folder


@pytest.fixture
def session(tmp_path):
    """A screen without a tray, and a bus on which a desktop takes notices."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no bus can be started here: apt-get install dbus")
    from jeepney import message_bus
    from jeepney.io.blocking import open_dbus_connection

    with (
        screen_in_memory() as display,
        subprocess.Popen(
            [daemon, "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as bus,
    ):
        address = bus.stdout.readline().strip()
        env = os.environ | {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "DISPLAY": display,
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(tmp_path),
        }
        with open_dbus_connection(address) as desktop:
            desktop.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
            yield desktop, env
        bus.terminate()


def test_without_a_tray_the_desktop_shows_the_reminder_and_no_name(journal, session):
    from jeepney import HeaderFields

    desktop, env = session
    command = [sys.executable, "-m", "journal_app", "--data-dir", str(journal)]
    with subprocess.Popen(command, env=env) as program:
        try:
            said = None
            while said is None:
                message = desktop.receive(timeout=LONGEST)
                if message.header.fields.get(HeaderFields.member) == "Notify":
                    said = message.body
        finally:
            program.terminate()
            ended = program.wait(timeout=LONGEST)

    assert said[3:5] == ("Tend", "Time for your weekly reflection.")
    assert "Mei" not in repr(said)
    assert ended == 0
