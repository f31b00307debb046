"""The share page over a real journal, walked by tests as a person would."""

from PySide6.QtWidgets import QWidget

from journal_app.ui.jobs import Jobs
from journal_app.ui.pages.share_page import SharePage
from tests.builders import FRIDAY


def a_share_page(qtbot, theme, journal, choose_file=lambda *_: None, today=lambda: FRIDAY):
    """A page with a worker of its own."""
    parent = QWidget()
    page = SharePage(
        theme,
        sharing=journal.sharing,
        shared=journal.shared,
        week_of=journal.reflections.week_of,
        jobs=Jobs(parent),
        choose_file=choose_file,
        today=today,
    )
    qtbot.addWidget(page)
    qtbot.addWidget(parent)
    page.kept_by_test = parent
    return page


def save(qtbot, page, kind="md", passphrase=""):
    """Walk to the last step and save; return once it is written, or said why not."""
    page.go("preview")
    page.preview.choose(kind)
    page.go("save")
    saving = page.saving
    if passphrase:
        saving.lock_line.box.click()
        for field in (saving.new.passphrase, saving.new.again):
            field.line.setText(passphrase)
    saving.save_button.click()
    qtbot.waitUntil(saving.save_button.isEnabled, timeout=15_000)
