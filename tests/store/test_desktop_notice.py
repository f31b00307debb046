"""The notice of a desktop without a tray, taken from a real bus as the desktop would."""

import shutil
import subprocess
import sys

import pytest

from journal_app.store.desktop_notice import DesktopNotice

LONGEST = 20.0
_NAME = "org.freedesktop.Notifications"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems have no D-Bus, and always a tray"
)


@pytest.fixture
def bus(monkeypatch):
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no bus can be started here: apt-get install dbus")
    with subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        address = running.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address
        running.terminate()


@pytest.fixture
def desktop(bus):
    """What takes notices, as a desktop does."""
    from jeepney import message_bus
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(bus) as made:
        made.send_and_get_reply(message_bus.RequestName(_NAME))
        yield made


@pytest.fixture
def notice():
    made = DesktopNotice()
    yield made
    made.close()


def taken(desktop):
    from jeepney import HeaderFields

    while True:
        message = desktop.receive(timeout=LONGEST)
        if message.header.fields.get(HeaderFields.member) == "Notify":
            return message.body


def test_the_desktop_is_told_the_program_and_one_sentence(desktop, notice):
    assert notice.show("Tend", "Time for your weekly reflection.")
    name, replaced, icon, title, text, acts, hints, lasts = taken(desktop)

    assert (name, title, text) == ("Tend", "Tend", "Time for your weekly reflection.")
    assert (replaced, acts, lasts) == (0, [], -1)
    assert icon == "org.tend_journal.Tend"
    assert hints == {"desktop-entry": ("s", "org.tend_journal.Tend")}


def test_a_second_notice_comes_too(desktop, notice):
    for text in ("One.", "Two."):
        assert notice.show("Tend", text)
        assert taken(desktop)[4] == text


def test_where_nobody_takes_notices_nothing_waits_and_nothing_breaks(bus, notice):
    assert notice.show("Tend", "Time for your weekly reflection.")


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "nonsense", "tcp:host=x,port=1"])
def test_a_bus_that_is_not_there_is_answered_with_no(monkeypatch, notice, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)

    assert not notice.show("Tend", "Time for your weekly reflection.")


def test_without_a_bus_the_answer_is_no(monkeypatch, notice):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)

    assert not notice.show("Tend", "Time for your weekly reflection.")
