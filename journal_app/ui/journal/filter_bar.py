"""Filter bar: what of the journal is listed: a person, a kind, a tag, the starred, a day back."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.domain.person import Person
from journal_app.domain.timeline import KINDS
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.choice_button import ChoiceButton
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.wording import fill, kind_text, near_day_text


class FilterBar(QWidget):
    """Filters work together; each says what it keeps, and one click lets all go."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.until: date | None = None
        self.person = ChoiceButton(name=self.tr("Person"))
        self.kind = ChoiceButton(name=self.tr("Kind"))
        self.tag = ChoiceButton(name=self.tr("Tag"))
        self.star = button(self.tr("Starred"), "chip")
        self.star.setCheckable(True)
        self.day = button("", "chip")
        self.all_button = button(self.tr("Show everything"), "text")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap=theme.px(6))
        for made in (self.person, self.kind, self.tag, self.star, self.day, self.all_button):
            flow.addWidget(made)
        self.kind.set_options(
            [("", self.tr("Every kind")), *((kind, kind_text(kind)) for kind in KINDS)]
        )
        for choice in (self.person, self.kind, self.tag):
            choice.changed.connect(self._on_changed)
        self.star.toggled.connect(self._on_changed)
        self.day.clicked.connect(lambda: self.start_at(None))
        self.all_button.clicked.connect(self.clear)
        self._show()

    @property
    def filters(self) -> bool:
        """True when anything is left out."""
        return bool(
            self.person.choice
            or self.kind.choice
            or self.tag.choice
            or self.star.isChecked()
            or self.until
        )

    def offer(self, people: Sequence[Person], tags: Sequence[str]) -> None:
        """The people and tags there are now."""
        named = [(str(person.id), person.name) for person in people]
        self.person.set_options([("", self.tr("Everyone")), *named])
        self.tag.set_options([("", self.tr("Any tag")), *((tag, f"#{tag}") for tag in tags)])
        self.tag.setVisible(bool(tags))
        self._show()

    def start_at(self, day: date | None, today: date | None = None) -> None:
        """List from a day back; None lists from the newest."""
        self.until = day
        if day is not None:
            text = fill(self.tr("From %1 back"), near_day_text(day, today or day))
            self.day.setText(f"{text}  ×")
            self.day.setAccessibleName(fill(self.tr("%1; press to list from today"), text))
        self._on_changed()

    def clear(self) -> None:
        """Let every filter go."""
        self.until = None
        check_quietly(self.star, on=False)
        for choice in (self.person, self.kind, self.tag):
            choice.blockSignals(True)
            choice.choose("")
            choice.blockSignals(False)
        self._on_changed()

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.day.setVisible(self.until is not None)
        self.all_button.setVisible(self.filters)
