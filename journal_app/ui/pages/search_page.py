"""Search: one box for every word of the journal, answered as one types."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from journal_app.domain.item import Hit
from journal_app.services.searching import SearchService
from journal_app.services.team import TeamService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.wording import day_text, kind_text

ANSWER_AFTER_MS = 60
MOST_SHOWN = 30


class SearchPage(QWidget):
    """Doubts and worries are found only while the box beside says so."""

    item_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        searching: SearchService,
        team: TeamService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._searching, self._team = theme, searching, team
        self.box = LineField(
            name=self.tr("Search the journal"), placeholder=self.tr("A word, a name, a beginning…")
        )
        self.box.setObjectName("searchBox")
        self.private = QCheckBox(self.tr("Also in doubts and worries"))
        self.answer = label("", tone="muted")
        self.results: list[QWidget] = []
        self.column = PageColumn(theme)
        for widget in (
            PageHeader(theme, self.tr("Search")),
            self.box,
            self.private,
            self.answer,
        ):
            self.column.body.addWidget(widget)
        self.column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ANSWER_AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        self.box.textEdited.connect(lambda: self._timer.start())
        self.private.clicked.connect(self.refresh)

    def refresh(self) -> None:
        """Answer what stands in the box now."""
        for result in self.results:
            self.column.body.removeWidget(result)
            result.hide()
            result.deleteLater()
        self.results = []
        query = self.box.text()
        private = self.private.isChecked()
        hits = self._searching.find(query, private=private, limit=MOST_SHOWN)
        names = {p.id: p.name for p in self._team.everyone()}
        for hit in hits:
            result = self._result(hit, names.get(hit.item.person_id, ""))
            self.results.append(result)
            self.column.body.insertWidget(self.column.body.count() - 1, result)
        nothing = self.tr("Nothing with these words. Fewer letters find more.")
        self.answer.setText(nothing if query.strip() and not hits else "")

    def forget(self) -> None:
        """Empty the page, so that it does not greet the next person who looks."""
        self.box.clear()
        self.refresh()

    def _result(self, hit: Hit, name: str) -> Card:
        card = Card(self._theme, pad=16)
        about = " · ".join(p for p in (kind_text(hit.item.kind), name, day_text(hit.item.on)) if p)
        opens = button(about.replace("&", "&&"), "text", name=about)
        opens.clicked.connect(lambda: self.item_chosen.emit(hit.item))
        card.body.addWidget(opens)
        if hit.item.title:
            card.body.addWidget(label(hit.item.title, strong=True))
        card.body.addWidget(words(hit.snippet, size=16))
        return card
