"""Seed catcher: one line over any page, kept for the next reflection and away again."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.services.entries import SeedService
from journal_app.services.team import TeamService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.care_line import Care, CareLine
from journal_app.ui.widgets.choice_button import ChoiceButton
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.overlay import Overlay


class SeedCatcher(Overlay):
    """Enter keeps the line, Escape leaves it; the page below is as it was."""

    caught = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        seeds: SeedService,
        team: TeamService,
        care: Care,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, width=620, parent=parent)
        self._seeds, self._team, self._today = seeds, team, today
        self.care_line = CareLine(care)
        self.line = LineField(
            name=self.tr("Catch a line for your next reflection"),
            placeholder=self.tr("Something you saw, a thought, a promise…"),
        )
        self.line.setObjectName("captureLine")
        self.person = ChoiceButton(name=self.tr("About…"))
        self.keep_button = button(self.tr("&Catch it"), "primary")
        note = label(self.tr("It waits in Notice and Preview."), tone="muted")
        foot = QHBoxLayout()
        foot.addWidget(self.person)
        foot.addWidget(note, 1)
        foot.addWidget(self.keep_button)
        self.card.body.addWidget(label(self.tr("Catch a line"), tone="accent", strong=True))
        self.card.body.addWidget(self.line)
        self.card.body.addWidget(self.care_line)
        self.card.body.addLayout(foot)
        self.stops = [self.line, self.person, self.keep_button]
        self.line.left.connect(self.close_over)
        self.line.edited.connect(self._look)
        self.person.changed.connect(self._look)
        self.line.installEventFilter(self)
        self.keep_button.clicked.connect(self.catch)
        self.hide()

    def open_catcher(self) -> None:
        """Show it with the cursor in the line; what was begun before is still there."""
        people = self._team.present()
        self.person.set_options(
            [("", self.tr("Nobody in particular")), *((str(p.id), p.name) for p in people)]
        )
        self.person.setVisible(bool(people))
        self.open_over()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def catch(self) -> None:
        """Keep the line and go."""
        if not self.line.text().strip():
            self.close_over()
            return
        person = int(self.person.choice) if self.person.choice else None
        self._seeds.catch(self.line.text(), on=self._today(), person_id=person)
        self.line.clear()
        self.care_line.hide()
        self.person.choose("")
        self.close_over()
        self.caught.emit()

    def _look(self) -> None:
        about = int(self.person.choice) if self.person.choice else None
        self.care_line.look_at(self.line.text(), about)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Out of sight it names nobody; a line half written waits in its field."""
        super().hideEvent(event)
        self.person.set_options([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter in the line keeps it."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self.catch()
            return True
        return super().eventFilter(watched, event)
