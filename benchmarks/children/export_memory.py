"""Export a journal in a process of its own, and print the most memory it ever held, in MiB."""

import resource
import sys
import tempfile
from pathlib import Path

from journal_app.domain.share import NameStyle
from journal_app.services.protection import ProtectionService
from journal_app.services.selection import Selection

folder, form = Path(sys.argv[1]), sys.argv[2]
protection = ProtectionService(folder)
journal = protection.open_unprotected()
with tempfile.TemporaryDirectory() as shelf:
    journal.exporting.export(
        Path(shelf) / "out",
        form=form,
        names=NameStyle.REAL,
        selection=Selection(include_private=True),
    )
protection.close()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
