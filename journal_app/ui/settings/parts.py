"""Parts: what the settings page offers, in its order; a new part is one line here."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal_app.ui.settings.backup_section import BackupSection
from journal_app.ui.settings.carry_section import CarrySection
from journal_app.ui.settings.erase_section import EraseSection
from journal_app.ui.settings.folder_section import FolderSection
from journal_app.ui.settings.help_section import HelpSection
from journal_app.ui.settings.keep_section import KeepSection
from journal_app.ui.settings.language_section import LanguageSection
from journal_app.ui.settings.lock_section import LockSection
from journal_app.ui.settings.look_section import LookSection
from journal_app.ui.settings.protects_section import ProtectsSection
from journal_app.ui.settings.rhythm_section import RhythmSection
from journal_app.ui.settings.section import Section
from journal_app.ui.settings.writing_section import WritingSection


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its key, its name in English, and the section that is made when it is shown."""

    key: str
    name: object
    section: type[Section]

    def title(self) -> str:
        """The name as it is read."""
        return QCoreApplication.translate("settings", str(self.name))


PARTS = (
    Part("look", QT_TRANSLATE_NOOP("settings", "Looks"), LookSection),
    Part("language", QT_TRANSLATE_NOOP("settings", "Language"), LanguageSection),
    Part("writing", QT_TRANSLATE_NOOP("settings", "Writing"), WritingSection),
    Part("rhythm", QT_TRANSLATE_NOOP("settings", "Rhythm"), RhythmSection),
    Part("lock", QT_TRANSLATE_NOOP("settings", "Lock"), LockSection),
    Part("backups", QT_TRANSLATE_NOOP("settings", "Backups"), BackupSection),
    Part("carry", QT_TRANSLATE_NOOP("settings", "In and out"), CarrySection),
    Part("folder", QT_TRANSLATE_NOOP("settings", "Folder"), FolderSection),
    Part("keep", QT_TRANSLATE_NOOP("settings", "What is kept"), KeepSection),
    Part(
        "protects",
        QT_TRANSLATE_NOOP("settings", "What Tend protects, and what not"),
        ProtectsSection,
    ),
    Part("help", QT_TRANSLATE_NOOP("settings", "Help"), HelpSection),
    Part("erase", QT_TRANSLATE_NOOP("settings", "Erase everything"), EraseSection),
)
