"""What every test starts from: no screen, no home of one's own, no network, a real journal."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

_HOME = tempfile.mkdtemp(prefix="tend-tests-")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name, folder in {
    "HOME": "",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}.items():
    (Path(_HOME) / folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[name] = str(Path(_HOME) / folder)
# Tests decide for themselves whether a passphrase is in the environment.
for name in ("TEND_PASSPHRASE", "TEND_NEW_PASSPHRASE"):
    os.environ.pop(name, None)

import pytest  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QLocale  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

import journal_app.store  # noqa: E402, F401  (before anything imports sqlite_utils)
from journal_app.guidance.loader import Guidance, load  # noqa: E402
from journal_app.paths import resources_dir  # noqa: E402
from journal_app.services.journal import Journal  # noqa: E402
from journal_app.store.database import Database  # noqa: E402
from journal_app.store.migrations import STEPS  # noqa: E402
from journal_app.store.migrations_runner import migrate  # noqa: E402
from journal_app.ui.change_signals import ChangeSignals  # noqa: E402
from journal_app.ui.theme import Theme  # noqa: E402

QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`pytest -m safety` runs the numbered cases, wherever they stand."""
    for item in items:
        if item.name.startswith("test_case_") or "safety" in item.path.parts:
            item.add_marker("safety")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in this program may reach a network; a test that does has found a bug."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            raise AssertionError("the program tried to reach a network")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture
def db() -> Iterator[Database]:
    """A real journal in memory."""
    database = Database.in_memory()
    migrate(database, STEPS)
    yield database
    _destroy_windows()
    database.close()


def _destroy_windows() -> None:
    """No page outlives its journal: one that did would answer the next test's change of look."""
    if QApplication.instance() is None:
        return
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def guidance() -> Guidance:
    """The guidance that is shipped."""
    return load()


@pytest.fixture
def changes(qapp: QApplication) -> ChangeSignals:
    """What pages listen to."""
    return ChangeSignals()


@pytest.fixture
def journal(db: Database, guidance: Guidance) -> Journal:
    """Every service over the journal in memory."""
    return Journal(db, lambda: guidance)


@pytest.fixture
def heard_journal(db: Database, guidance: Guidance, changes: ChangeSignals) -> Journal:
    """The same, with its changes told to ``changes``."""
    return Journal(db, lambda: guidance, changes.tell)


@pytest.fixture(scope="module")
def shared_journal(guidance: Guidance) -> Iterator[Journal]:
    """One journal for all examples of a property."""
    database = Database.in_memory()
    migrate(database, STEPS)
    yield Journal(database, lambda: guidance)
    database.close()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The look all widgets of the tests wear."""
    made = Theme(qapp, resources_dir())
    made.choose("paper")
    made.reduced_motion = True
    return made
