"""Template button: words to begin with, shipped or one's own, from a menu."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from journal_app.domain.template import Template
from journal_app.services.entry_care import EntryCareService


class TemplateButton(QPushButton):
    """``taken`` sends a template; the words on the page can become one."""

    taken = Signal(object)
    kept = Signal(str)

    def __init__(self, care: EntryCareService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._care = care
        self._words: Callable[[], tuple[str, str]] = lambda: ("", "")
        self.setText(self.tr("Te&mplates"))
        self.setAccessibleName(self.tr("Templates"))
        self.setProperty("role", "chip")
        self.setAutoDefault(False)
        self.list = QMenu(self)
        self.setMenu(self.list)
        self.list.aboutToShow.connect(self.fill)

    def look_at(self, words: Callable[[], tuple[str, str]]) -> None:
        """Where the title and the words of the page are found."""
        self._words = words

    def fill(self) -> None:
        """List what there is now."""
        self.list.clear()
        templates = self._care.templates()
        for template in templates:
            action = self.list.addAction(template.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, t=template: self.taken.emit(t))
        self.list.addSeparator()
        title, body = self._words()
        keep = self.list.addAction(self.tr("Keep this page as a template"))
        keep.setEnabled(bool(title.strip() and body.strip()))
        if not keep.isEnabled():
            keep.setText(self.tr("Keep this page as a template (give it a title first)"))
        keep.triggered.connect(self._keep)
        own = [template for template in templates if template.id is not None]
        if own:
            drop = self.list.addMenu(self.tr("Let a template go"))
            for template in own:
                action = drop.addAction(template.name.replace("&", "&&"))
                action.triggered.connect(lambda _on=False, t=template: self._drop(t))

    def _keep(self) -> None:
        title, body = self._words()
        self._care.keep_template(title, body)
        self.kept.emit(title.strip())

    def _drop(self, template: Template) -> None:
        self._care.drop_template(template)
