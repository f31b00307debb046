"""A journal of hostile words in a process of its own: exported, and shown page by page."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

import journal_app.store  # noqa: F401  (before anything imports sqlite_utils)
from journal_app.app import open_window
from journal_app.domain.share import NameStyle
from journal_app.services.exporting import Selection
from journal_app.services.protection import ProtectionService
from tests.builders import an_entry
from tests.safety.conftest import CHEAP, PASSPHRASE
from tests.safety.leaving import FORMS

FRIDAY = date(2026, 11, 20)


def main() -> int:
    folder, words, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    protection = ProtectionService(folder, kdf=CHEAP)
    protection.create(PASSPHRASE)
    journal = protection.journal
    person = journal.team.welcome(name)
    entry = journal.entries.write(an_entry(words, title=words[:60], person_id=person.id))
    for form in FORMS:
        journal.exporting.export(
            folder.with_name(f"out.{form}"), form=form, names=NameStyle.REAL, selection=Selection()
        )
    protection.close()

    app = QApplication([])
    window = open_window(folder, PASSPHRASE, today=lambda: FRIDAY)
    window.show()
    workspace = window.workspace
    assert workspace is not None
    workspace.open_person(person.id or 0)
    workspace.open_entry(entry.id)
    for page in workspace._maker._makers:
        workspace.open(page)
        app.processEvents()
        window.grab()
    print("walked", flush=True)
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
