"""Seed list: the lines caught during the week, to be used here or let go."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.domain.draft import ReflectionDraft
from journal_app.domain.seed import Seed
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words


class SeedList(Card):
    """Hides itself when no seed waits."""

    used = Signal(object)
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", parent, pad=16)
        self._rows: list[QWidget] = []
        self.body.addWidget(label(self.tr("Caught during the week"), tone="muted", strong=True))
        self.hide()

    def show_seeds(self, seeds: list[Seed], draft: ReflectionDraft) -> None:
        """Show the seeds this draft has neither used nor dropped."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.deleteLater()
        self._rows = []
        done = {*draft.used_seeds, *draft.dropped_seeds}
        for seed in (s for s in seeds if s.id not in done):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(words(seed.body, size=16), 1)
            use = button(self.tr("Use it"), "text", name=self.tr("Use: ") + seed.body)
            drop = button(self.tr("Let it go"), "text", name=self.tr("Let go: ") + seed.body)
            use.clicked.connect(lambda _on=False, seed=seed: self._use(seed, draft))
            drop.clicked.connect(lambda _on=False, seed=seed: self._drop(seed, draft))
            line.addWidget(use)
            line.addWidget(drop)
            self._rows.append(row)
            self.body.addWidget(row)
        self._seeds = seeds
        self.setVisible(bool(self._rows))

    def _use(self, seed: Seed, draft: ReflectionDraft) -> None:
        draft.used_seeds.append(seed.id or 0)
        self.used.emit(seed)
        self.show_seeds(self._seeds, draft)

    def _drop(self, seed: Seed, draft: ReflectionDraft) -> None:
        draft.dropped_seeds.append(seed.id or 0)
        self.edited.emit()
        self.show_seeds(self._seeds, draft)
