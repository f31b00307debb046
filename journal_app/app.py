"""The window's composition root: resources, theme, protection, window."""

import gc
import signal
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from journal_app.paths import data_dir as default_data_dir
from journal_app.paths import resources_dir
from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService, keep_memory_private
from journal_app.store.desktop_notice import DESKTOP_ID, DesktopNotice
from journal_app.store.doorbell import Doorbell
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.errors import ErrorReports
from journal_app.ui.languages import Languages
from journal_app.ui.main_window import MainWindow
from journal_app.ui.presence import Presence
from journal_app.ui.theme import Theme

# About what a desktop draws around a window, a title being twice as high.
_FRAME = 20
_SETTLED_AFTER_MS = 500


def run(data_dir: Path | None = None, *, demo: bool = False, in_tray: bool = False) -> int:
    """Show the window until it is closed; a demo lives in a folder that goes with it.

    Started for the tray, it waits there without opening anything, where there is one.
    """
    keep_memory_private()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("tend")
    app.setApplicationDisplayName("Tend")
    app.setDesktopFileName(DESKTOP_ID)
    app.setWindowIcon(QIcon(str(resources_dir() / "tend.png")))
    if demo:
        with tempfile.TemporaryDirectory(prefix="tend-demo-") as folder:
            window = build(app, Path(folder))
            _heed_signals(window)
            window.start_demo()
            return _show(app, window)
    place = data_dir or default_data_dir()
    bell = Doorbell(place)
    if not bell.answer():
        return 0 if bell.ring() else _say_it_is_open()
    window = build(app, place)
    _heed_signals(window)
    presence = Presence.of(window)
    presence.listen(str(bell.bell), bell.heard)
    try:
        if in_tray and presence.in_tray:
            return _attend(app, window)
        window.start()
        if in_tray:
            window.showMinimized()
            return _attend(app, window)
        return _show(app, window)
    finally:
        bell.leave()


def open_window(
    data_dir: Path, passphrase: str | None = None, *, today: Callable[[], date] = date.today
) -> MainWindow:
    """The window under an application that is already there, opened if a passphrase is given."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("open_window needs a running QApplication")
    window = build(app, data_dir, today=today)
    window.start()
    if passphrase is not None:
        window.unlock(passphrase)
    return window


def build(
    app: QApplication, data_dir: Path, *, today: Callable[[], date] = date.today
) -> MainWindow:
    """The window over a folder, not yet started."""
    theme = Theme.of(app) or Theme(app, resources_dir())
    languages = Languages.of(app) or Languages(app, resources_dir() / "i18n")
    changes = ChangeSignals()
    preferences = PreferenceService(data_dir, changes.tell, languages=languages.offered)
    language = languages.speak(preferences.now.language)
    protection = ProtectionService(data_dir, notify=changes.tell, language=language)
    window = MainWindow(
        theme, protection, changes, preferences=preferences, languages=languages, today=today
    )
    changes.setParent(window)

    def written() -> bool:
        journal = protection.journal
        return journal is not None and bool(
            journal.reflections.finished_in(journal.reflections.week_of(today()))
        )

    notice = DesktopNotice()
    Presence(window, theme, preferences, changes, written=written, notify=notice.show)
    return window


def _say_it_is_open() -> int:
    sys.stderr.write("Tend is open already, and its window does not answer.\n")
    return 4


def _show(app: QApplication, window: MainWindow) -> int:
    fit_to_screen(window)
    window.show()
    return _attend(app, window)


def fit_to_screen(window: MainWindow) -> None:
    """Make a window that is larger than its screen smaller; its frame takes some room, too."""
    room = window.screen().availableSize() - QSize(_FRAME, 2 * _FRAME)
    window.resize(window.size().boundedTo(room).expandedTo(window.minimumSize()))


def _attend(app: QApplication, window: MainWindow) -> int:
    reports = ErrorReports(window, log=window.note)
    reports.install()
    QTimer.singleShot(_SETTLED_AFTER_MS, window, _collect_again)
    return app.exec()


def _collect_again() -> None:
    """What the start made stays to the end; what comes after it is looked through as ever."""
    gc.freeze()
    gc.enable()


def _heed_signals(window: MainWindow) -> None:
    """Leave when the system asks for it, as soon as the event loop runs: only there one can."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: QTimer.singleShot(0, window, lambda: window.leave()))
    # Python runs its signal handlers between bytecodes, so let it have some now and then.
    pulse = QTimer(window)
    pulse.timeout.connect(lambda: None)
    pulse.start(200)
