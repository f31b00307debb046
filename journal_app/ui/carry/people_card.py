"""People card: whom the tags and names of another journal mean."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from journal_app.domain.person import Person
from journal_app.ui.settings.section import row_of
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import fill

NOBODY, SOMEONE_NEW = 0, -1
_MOST = 60


class PeopleCard(Card):
    """A line for each label that may be a person; the others wait behind a button."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", parent)
        self.boxes: dict[str, QComboBox] = {}
        self._first = 0
        self._rows: list[tuple[QWidget, QWidget]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 2)
        self.more_button = button(self.tr("All &tags"), "text")
        self.more_button.setCheckable(True)
        self.body.addWidget(label(self.tr("Who is who?"), size=18, strong=True))
        said = self.tr("An entry with a name you know goes to that person. Tags stay as they are.")
        self.body.addWidget(label(said, tone="muted"))
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(self._grid)
        self.body.addLayout(row_of(self.more_button))
        self.more_button.toggled.connect(lambda: self._show_rows())

    def offer(
        self, labels: Sequence[str], people: Sequence[Person], likely: Mapping[str, int]
    ) -> None:
        """Offer these labels; those that look like people first, chosen where they are known."""
        for row in self._rows:
            for widget in row:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows, self.boxes = [], {}
        first = [x for x in labels if x in likely or x.startswith("@")]
        self._first = min(len(first), _MOST)
        for text in [*first, *(x for x in labels if x not in first)][:_MOST]:
            self._add(text, people, likely.get(text, NOBODY))
        self.more_button.setChecked(False)
        self.more_button.setVisible(len(self._rows) > self._shown())
        self._show_rows()
        self.setVisible(bool(self._rows))

    def chosen(self) -> dict[str, int]:
        """What each label means, where it means someone."""
        found = {text: int(box.currentData()) for text, box in self.boxes.items()}
        return {text: person_id for text, person_id in found.items() if person_id != NOBODY}

    def _add(self, text: str, people: Sequence[Person], chosen: int) -> None:
        said = label(text, size=16)
        box = QComboBox()
        box.setAccessibleName(fill(self.tr("Whom %1 means"), text))
        box.addItem(self.tr("nobody, it stays a tag"), NOBODY)
        for person in people:
            box.addItem(person.name, person.id)
        name = text.lstrip("@#").replace("_", " ").strip()
        if chosen == NOBODY and name:
            box.addItem(
                fill(self.tr("%1, new on the team"), name[:1].upper() + name[1:]), SOMEONE_NEW
            )
        box.setCurrentIndex(max(0, box.findData(chosen)))
        row = len(self._rows)
        self._grid.addWidget(said, row, 0)
        self._grid.addWidget(box, row, 1)
        self.boxes[text] = box
        self._rows.append((said, box))

    def _shown(self) -> int:
        return self._first

    def _show_rows(self) -> None:
        everything = self.more_button.isChecked()
        for number, row in enumerate(self._rows):
            for widget in row:
                widget.setVisible(everything or number < self._shown())
