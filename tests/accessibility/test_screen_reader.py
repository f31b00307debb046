"""The real program on a screen in memory, walked over D-Bus as a Linux screen reader does."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.accessibility.atspi import CONTROLS, Node, Reader
from tests.xvfb import screen_in_memory

ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
LONGEST = 60
# The places of the rail, in its order.
PLACES = ("This week", "People", "Journal", "My growth", "Celebrations", "Share", "Settings")

pytestmark = pytest.mark.end2end


@pytest.fixture
def session(tmp_path) -> Iterator[dict[str, str]]:
    """An environment with a screen, a bus and a home of its own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None or not LAUNCHER.is_file():
        pytest.skip("no bus of accessibility here: apt-get install dbus at-spi2-core")
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
        mine = {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "DISPLAY": display,
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(tmp_path),
        }
        launcher = subprocess.Popen(
            [LAUNCHER, "--launch-immediately"], env=mine, stderr=subprocess.DEVNULL
        )
        yield mine
        launcher.terminate()
        launcher.wait()
        bus.terminate()


@pytest.fixture
def read_aloud(session) -> Iterator[Callable[..., Reader]]:
    """Starts the program, and gives a reader once it has something on the screen."""
    with ExitStack() as stack:

        def start(*arguments: str) -> Reader:
            reader = until(lambda: _reader(session["DBUS_SESSION_BUS_ADDRESS"]))
            stack.callback(reader.close)
            program = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "journal_app", *arguments], cwd=ROOT, env=session
                )
            )
            stack.callback(program.terminate)
            until(lambda: program.poll() is not None or controls(reader))
            assert program.poll() is None, "it ended before a reader found it"
            return reader

        yield start


def _reader(address: str) -> Reader | None:
    try:
        return Reader(address)
    except (LookupError, OSError):
        return None


def until(found):
    last = time.monotonic() + LONGEST
    while not (answer := found()):
        assert time.monotonic() < last, "it did not come"
        time.sleep(0.2)
    return answer


def everything(reader: Reader) -> list[Node]:
    """What is on the screen now; asked again when a page went away meanwhile."""

    def walk():
        try:
            return [node for one in reader.programs() for node in reader.under(one)]
        except LookupError:
            return []

    return until(walk)


def controls(reader: Reader) -> list[Node]:
    """What can be pressed, filled in or chosen now, and every picture."""
    return [node for node in everything(reader) if node.role in CONTROLS]


def unnamed(nodes: list[Node]) -> list[str]:
    """The kinds of those controls that have no name."""
    return [node.role for node in nodes if not node.name.strip()]


def test_a_reader_walks_every_place_and_meets_no_control_without_a_name(read_aloud):
    reader = read_aloud("--demo")
    on_rail = {node.name: node for node in controls(reader) if node.name in PLACES}
    left, seen = {}, {}
    for name in PLACES:
        reader.press(on_rail[name])
        time.sleep(0.5)
        nodes = controls(reader)
        seen[name] = frozenset(node.name for node in nodes)
        if found := unnamed(nodes):
            left[name] = found

    assert left == {}
    # Each press led to another page.
    assert len(set(seen.values())) == len(PLACES)


def test_a_reader_finds_the_way_into_a_new_journal(read_aloud):
    reader = read_aloud()
    nodes = controls(reader)
    begin = next(node for node in nodes if node.name.startswith("Begin"))
    reader.press(begin)
    time.sleep(0.5)
    after = controls(reader)

    assert unnamed(nodes) + unnamed(after) == []
    assert any("passphrase" in node.name.lower() for node in after if node.role == "text")
