"""Looks: Paper or Evening, more contrast, the size of everything, and how much may move."""

from PySide6.QtWidgets import QWidget

from journal_app.domain.preferences import LARGEST_ZOOM, SMALLEST_ZOOM, USUAL_ZOOM, ZOOM_STEP
from journal_app.services.changes import Topic
from journal_app.ui.settings.section import Section, row_of, switch
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import percent_text


class LookSection(Section):
    """Each choice is seen the moment it is made."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._preferences = services.preferences
        self._looks()
        self._size()
        self._motion()
        self.refresh()
        services.changes.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what is chosen now."""
        now = self._preferences.now
        self.look.choose([now.look])
        self.contrast.setChecked(now.high_contrast)
        self.still.setChecked(now.reduced_motion)
        self.zoom.setText(percent_text(now.zoom))
        self.smaller.setEnabled(now.zoom > SMALLEST_ZOOM)
        self.larger.setEnabled(now.zoom < LARGEST_ZOOM)
        self.usual.setEnabled(now.zoom != USUAL_ZOOM)

    def _looks(self) -> None:
        card = self.card(
            self.tr("Looks"),
            self.tr("Paper is light, Evening is dark. Tend can also go with your system."),
        )
        self.look = ChipRow(
            self.theme,
            [
                ("system", self.tr("As the system")),
                ("paper", self.tr("Paper")),
                ("evening", self.tr("Evening")),
            ],
            name=self.tr("Looks"),
        )
        self.contrast = switch(
            self.tr("high contrast: stronger text and drawn edges"),
            on=False,
            act=lambda on: self._preferences.change(high_contrast=on),
        )
        card.body.addWidget(self.look)
        card.body.addWidget(self.contrast)
        self.look.changed.connect(self._choose_look)

    def _size(self) -> None:
        card = self.card(
            self.tr("Zoom"),
            self.tr("Everything grows together. Ctrl and + or - do it from anywhere; Ctrl+0 ends."),
        )
        self.smaller = button(self.tr("Smaller"))
        self.zoom = label("", size=16, strong=True)
        self.zoom.setWordWrap(False)
        self.larger = button(self.tr("Larger"))
        self.usual = button(self.tr("Usual size"), "text")
        card.body.addLayout(row_of(self.smaller, self.zoom, self.larger, self.usual))
        self.smaller.clicked.connect(lambda: self._zoom(self._preferences.now.zoom - ZOOM_STEP))
        self.larger.clicked.connect(lambda: self._zoom(self._preferences.now.zoom + ZOOM_STEP))
        self.usual.clicked.connect(lambda: self._zoom(USUAL_ZOOM))

    def _motion(self) -> None:
        card = self.card(
            self.tr("Motion"),
            self.tr("A celebration brings a moment of confetti, and little else."),
        )
        self.still = switch(
            self.tr("keep everything still"),
            on=False,
            act=lambda on: self._preferences.change(reduced_motion=on),
        )
        card.body.addWidget(self.still)

    def _choose_look(self) -> None:
        self._preferences.change(look=self.look.choice() or "system")
        self.refresh()

    def _zoom(self, percent: int) -> None:
        self._preferences.change(zoom=max(SMALLEST_ZOOM, min(LARGEST_ZOOM, percent)))

    def _on_changed(self, topic: object) -> None:
        if topic is Topic.PREFERENCES:
            self.refresh()
