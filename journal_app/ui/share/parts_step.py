"""Parts: which sections go along, with live counts, and in each of them which items."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from textwrap import shorten

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal_app.domain.pack_item import PackItem
from journal_app.domain.share import Part
from journal_app.ui.share.check_line import CheckLine
from journal_app.ui.share.making import Making, ShareStep
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.date_field import DateField
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.page import PageColumn
from journal_app.ui.wording import number_text, short_day_text

_SHOWN = 140


class PartsStep(ShareStep):
    """Doubts stand behind an act of their own, and are chosen one by one, never all."""

    def __init__(self, theme: Theme, making: Making, parent: QWidget | None = None) -> None:
        super().__init__(theme, making, parent)
        self.first, self.last = DateField(), DateField()
        self.parts: dict[Part, PartLine] = {}
        self.doubts_button = button(self.tr("Choose &doubts one by one"), "text")
        self.doubts_card = Card(theme, "doubt")
        self.doubts: dict[str, CheckLine] = {}
        self._items: list[PackItem] = []
        self._doubts_open = False
        self._build()

    def enter(self) -> None:
        """Show the period and everything in it."""
        request, sharing = self.making.request, self.making.sharing
        for edit, day in ((self.first, request.first), (self.last, request.last)):
            edit.blockSignals(True)
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.blockSignals(False)
        self._items = sharing.items(request)
        counts = sharing.counts(request)
        for part, line in self.parts.items():
            line.setVisible(part in counts)
            held = [item for item in self._items if item.part is part]
            line.show_items(held, counts.get(part, 0))
        self._show_doubts()

    def _build(self) -> None:
        theme = self.theme
        for edit, name in ((self.first, self.tr("From")), (self.last, self.tr("To"))):
            edit.setCalendarPopup(True)
            edit.setAccessibleName(name)
            edit.dateChanged.connect(self._choose_period)
        period = FlowLayout(gap=theme.px(8))
        for text, edit in ((self.tr("From"), self.first), (self.tr("to"), self.last)):
            said = label(text, tone="muted")
            said.setWordWrap(False)
            end = QWidget()
            row = QHBoxLayout(end)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
            row.addWidget(said)
            row.addWidget(edit)
            period.addWidget(end)
        card = Card(theme)
        card.body.setSpacing(theme.px(4))
        card.body.addWidget(label(self.tr("Which parts go along?"), size=22, serif=True))
        card.body.addSpacing(theme.px(4))
        card.body.addLayout(period)
        card.body.addSpacing(theme.px(8))
        for part in Part:
            if part is Part.DOUBTS:
                continue
            self.parts[part] = line = PartLine(theme, self.making, part, _name_of(part, self))
            line.changed.connect(self._chosen)
            card.body.addWidget(line)
        self.doubts_card.body.addWidget(
            label(self.tr("What I don't know how to do yet"), strong=True, tone="doubt")
        )
        self._doubts = QVBoxLayout()
        self.doubts_card.body.addLayout(self._doubts)
        column = PageColumn(theme)
        column.body.addWidget(card)
        column.body.addWidget(self.doubts_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addWidget(self.doubts_card)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self.doubts_button.clicked.connect(self._open_doubts)

    def _choose_period(self) -> None:
        first, last = _day(self.first.date()), _day(self.last.date())
        self.making.choose(first=min(first, last), last=max(first, last))
        self._chosen()

    def _chosen(self) -> None:
        self.enter()
        self.changed.emit()

    def _open_doubts(self) -> None:
        self._doubts_open = True
        self._show_doubts()
        if self.doubts:
            next(iter(self.doubts.values())).setFocus()

    def _show_doubts(self) -> None:
        found = [item for item in self._items if item.part is Part.DOUBTS]
        chosen = any(self.making.request.takes(item) for item in found)
        self.doubts_button.setVisible(bool(found) and not (self._doubts_open or chosen))
        self.doubts_card.setVisible(bool(found) and (self._doubts_open or chosen))
        if list(self.doubts) != [item.ref for item in found]:
            for line in self.doubts.values():
                _put_away(self._doubts, line)
            self.doubts = {}
            for item in found:
                self.doubts[item.ref] = _item_line(self.theme, item, self)
                self.doubts[item.ref].toggled.connect(partial(self._take_doubt, item))
                self._doubts.addWidget(self.doubts[item.ref])
        for item in found:
            self.doubts[item.ref].set_on(self.making.request.takes(item))

    def _take_doubt(self, item: PackItem, taken: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self.making.choose(self.making.request.with_item(item, taken=taken))
        self._chosen()


class PartLine(ShareStep):
    """One part: its box with a count, and its items behind a button."""

    def __init__(self, theme: Theme, making: Making, part: Part, name: str) -> None:
        super().__init__(theme, making)
        self._part, self._name = part, name
        self.line = CheckLine(theme, name)
        self.open_button: QPushButton = button(
            self.tr("One by one"), "text", name=f"{self.tr('One by one')}: {name}"
        )
        self.open_button.setCheckable(True)
        self.items: dict[str, CheckLine] = {}
        self._held: list[PackItem] = []
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(theme.px(32), 0, 0, theme.px(8))
        self._column.setSpacing(theme.px(8))
        self._list.hide()
        self.line.side.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.line)
        layout.addWidget(self._list)
        self.line.toggled.connect(self._toggle)
        self.open_button.toggled.connect(self._show_list)

    def show_items(self, held: Sequence[PackItem], count: int) -> None:
        """Show how many there are, and which of them go along."""
        self._held = list(held)
        self.line.say(f"{self._name} ({number_text(count)})")
        self.line.box.setEnabled(bool(held))
        self.line.words.setEnabled(bool(held))
        self.line.set_on(self._part in self.making.request.parts and bool(held))
        self.open_button.setVisible(bool(held))
        self._show_list()

    def _show_list(self) -> None:
        shown = self.open_button.isChecked() and bool(self._held)
        self._list.setVisible(shown)
        if not shown:
            return
        if list(self.items) != [item.ref for item in self._held]:
            for line in self.items.values():
                _put_away(self._column, line)
            self.items = {}
            for item in self._held:
                self.items[item.ref] = _item_line(self.theme, item, self)
                self.items[item.ref].toggled.connect(partial(self._take, item))
                self._column.addWidget(self.items[item.ref])
        for item in self._held:
            self.items[item.ref].set_on(self.making.request.takes(item))

    def _toggle(self, on: bool) -> None:  # noqa: FBT001 (Qt's signal)
        parts = self.making.request.parts
        self.making.choose(parts=parts | {self._part} if on else parts - {self._part})
        self.changed.emit()

    def _take(self, item: PackItem, taken: bool) -> None:  # noqa: FBT001 (Qt's signal)
        request = self.making.request
        if self._part not in request.parts:
            # One item out of a part that stays behind: the others of it stay behind with it.
            for other in self._held:
                if request.takes(other) or other.usual:
                    request = request.with_item(other, taken=False)
            self.making.choose(request, parts=request.parts | {self._part})
        self.making.choose(self.making.request.with_item(item, taken=taken))
        self.changed.emit()


def _item_line(theme: Theme, item: PackItem, asker: QWidget) -> CheckLine:
    small = [short_day_text(item.on)] if item.on else []
    if item.after_conflict:
        small.append(asker.tr("after a disagreement"))
    text = shorten(item.text, _SHOWN, placeholder="…")
    return CheckLine(theme, text, small=" · ".join(small), serif=True)


def _put_away(column: QVBoxLayout, line: QWidget) -> None:
    column.removeWidget(line)
    line.hide()
    line.deleteLater()


def _name_of(part: Part, asker: QWidget) -> str:
    return {
        Part.SITUATION: asker.tr("My situation"),
        Part.FOCUS: asker.tr("Focus skill and experiments"),
        Part.TRIED: asker.tr("Plans, and how they ended"),
        Part.GROWTH: asker.tr("Growth I saw"),
        Part.CELEBRATIONS: asker.tr("What I celebrated"),
        Part.PROMISES: asker.tr("Promises"),
        Part.WRITING: asker.tr("Free writing"),
        Part.ARRIVE: asker.tr("How I arrived"),
        Part.PREVIEW: asker.tr("Plans for the coming weeks"),
        Part.DOUBTS: asker.tr("What I don't know how to do yet"),
    }[part]


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
