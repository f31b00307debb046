"""Names: how people are called in the pack, and what else may tell who they are."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.share import KnownWord, NameStyle, WordKind
from journal_app.ui.share.check_line import CheckLine
from journal_app.ui.share.making import Making, ShareStep
from journal_app.ui.share.word_row import WordRow
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn

MOST_ASKED = 30


class NamesStep(ShareStep):
    """Aliases are settled when the pack begins, and are new in the next."""

    def __init__(self, theme: Theme, making: Making, parent: QWidget | None = None) -> None:
        super().__init__(theme, making, parent)
        self.names = ChipRow(
            theme,
            [
                (NameStyle.ALIAS, self.tr("Other names, new in each pack")),
                (NameStyle.INITIALS, self.tr("Initials")),
                (NameStyle.REAL, self.tr("Real names")),
            ],
            name=self.tr("How people are named"),
        )
        self.warning = label("", tone="danger")
        self.people = label("", size=16, serif=True)
        self.they = CheckLine(theme, self.tr("Say “they” for she and he"))
        self.months = CheckLine(theme, self.tr("Say the month instead of the day"))
        self.asked: dict[str, WordRow] = {}
        self.known: dict[str, WordRow] = {}
        self.new_word = LineField(
            name=self.tr("A project or client that is never named"),
            placeholder=self.tr("A project, a client, a product…"),
        )
        self.add_button = button(self.tr("&Add"))
        self._telling, self._asking, self._own = Card(theme), Card(theme), Card(theme)
        self._asked_rows, self._known_rows = QVBoxLayout(), QVBoxLayout()
        self._build()

    def enter(self) -> None:
        """Show what the pack would say now."""
        request, pack = self.making.request, self.making.pack
        self.names.choose([request.names])
        self.warning.setText("\n".join(pack.warnings))
        self.warning.setVisible(bool(pack.warnings))
        changed = request.names is not NameStyle.REAL
        name_of = self.making.sharing.names.name_of
        pairs = [f"{name_of(i)}  →  {other}" for i, other in sorted(pack.stand_ins.items())]
        self.people.setText("\n".join(pairs))
        self.people.setVisible(changed and bool(pairs))
        self.they.set_on(request.they)
        self.months.set_on(request.months)
        self.they.setVisible(pack.tells_pronouns)
        self.months.setVisible(pack.tells_days)
        self._telling.setVisible(pack.tells_pronouns or pack.tells_days)
        self._show_asked(pack.unfamiliar)
        self._show_known(self.making.sharing.names.known_words())
        self._own.setVisible(changed)

    def _build(self) -> None:
        theme = self.theme
        card = Card(theme)
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(label(self.tr("How shall people be named?"), size=22, serif=True))
        card.body.addWidget(self.names)
        card.body.addWidget(self.warning)
        card.body.addWidget(self.people)
        said = self.tr(
            "Names are changed, which is not the same as anonymous: a story can still tell who it"
            " is about."
        )
        card.body.addWidget(label(said, tone="muted"))
        asking = self._asking.body
        asking.setSpacing(theme.px(8))
        asking.addWidget(label(self.tr("Are these names?"), size=22, serif=True))
        said = self.tr(
            "Nobody entered them as people. Addresses and numbers are taken out unless you keep"
            " them. Your answers are remembered."
        )
        asking.addWidget(label(said, tone="muted"))
        asking.addLayout(self._asked_rows)
        self.more = label("", tone="muted")
        asking.addWidget(self.more)
        telling = self._telling.body
        telling.addWidget(label(self.tr("What else may tell"), size=22, serif=True))
        self.they.say(self.they.words.text(), self.tr("In a small team, she or he is one person."))
        self.months.say(self.months.words.text(), self.tr("A day can tell which meeting it was."))
        telling.addWidget(self.they)
        telling.addWidget(self.months)
        own = self._own.body
        own.addWidget(label(self.tr("Your own list"), size=22, serif=True))
        said = self.tr("Projects, clients and others that no pack names, this one or the next.")
        own.addWidget(label(said, tone="muted"))
        own.addLayout(self._known_rows)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self.new_word, 1)
        line.addWidget(self.add_button)
        own.addLayout(line)
        column = PageColumn(theme)
        for widget in (card, self._asking, self._telling, self._own):
            column.body.addWidget(widget)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.names.changed.connect(self._choose_names)
        self.they.toggled.connect(lambda on: self._choose(they=on))
        self.months.toggled.connect(lambda on: self._choose(months=on))
        self.add_button.clicked.connect(self._add_word)
        self.new_word.returnPressed.connect(self._add_word)

    # --- showing ---

    def _show_asked(self, words: tuple[str, ...]) -> None:
        self._asking.setVisible(bool(words))
        shown = words[:MOST_ASKED]
        left = len(words) - len(shown)
        self.more.setText(self.tr("And %Ln more, once these are answered.", "", left))
        self.more.setVisible(left > 0)
        if list(self.asked) == list(shown):
            return
        _empty(self._asked_rows, self.asked)
        for word in shown:
            row = self._row(word, None)
            self.asked[word] = row
            self._asked_rows.addWidget(row)

    def _show_known(self, known: list[KnownWord]) -> None:
        if [(w.body, w.kind) for w in known] == [(b, r.kind) for b, r in self.known.items()]:
            return
        _empty(self._known_rows, self.known)
        for word in known:
            row = self._row(word.body, word.kind)
            self.known[word.body] = row
            self._known_rows.addWidget(row)

    def _row(self, word: str, kind: WordKind | None) -> WordRow:
        sign = self.making.sharing.names.is_sign(word)
        row = WordRow(self.theme, word, kind=kind, sign=sign)
        row.answered.connect(partial(self._answer, word))
        return row

    # --- choosing ---

    def _choose_names(self) -> None:
        self._choose(names=NameStyle(self.names.choice() or self.making.request.names))

    def _choose(self, **chosen: Any) -> None:
        self.making.choose(**chosen)
        self.enter()
        self.changed.emit()

    def _answer(self, word: str, kind: WordKind | None) -> None:
        self.making.sharing.names.decide(word, kind)
        self.making.look_again()
        self.enter()
        self.changed.emit()

    def _add_word(self) -> None:
        word = self.new_word.text().strip()
        if word:
            self.new_word.clear()
            self._answer(word, WordKind.THING)


def _empty(column: QVBoxLayout, rows: dict[str, WordRow]) -> None:
    for row in rows.values():
        column.removeWidget(row)
        row.hide()
        row.deleteLater()
    rows.clear()
