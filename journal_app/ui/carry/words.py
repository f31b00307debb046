"""What an import found, in sentences."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal_app.domain.finding import Report
from journal_app.ui.wording import dated_text, fill

_FORMS = {
    "day-one": "Day One",
    "jrnl": "jrnl",
    "rednotebook": "RedNotebook",
    "joplin": "Joplin",
    "mini-diary": "Mini Diary",
    "tend": "Tend",
}
_TEXTS = QT_TRANSLATE_NOOP("import", "a folder of texts")


def form_text(form: str) -> str:
    """Whose journal it is."""
    return _FORMS.get(form) or QCoreApplication.translate("import", str(_TEXTS))


def entries_text(count: int) -> str:
    """So many entries."""
    return QCoreApplication.translate("wording", "%Ln entries", "", count)


def found_text(report: Report) -> str:
    """How much there is, from whom, and over which time."""
    if report.first is None or report.last is None:
        return fill(
            QCoreApplication.translate("import", "%1 from %2"),
            entries_text(report.found),
            form_text(report.form),
        )
    return fill(
        QCoreApplication.translate("import", "%1 from %2, %3 to %4"),
        entries_text(report.found),
        form_text(report.form),
        dated_text(report.first),
        dated_text(report.last),
    )
