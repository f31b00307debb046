"""Shared list: what is out there, when to ask for its end, and what was said about it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal_app.domain.errors import JournalError
from journal_app.domain.share import Audience, Keepsake, Shared
from journal_app.domain.week import Week
from journal_app.services.shared import SharedService
from journal_app.ui.share.talk_form import TalkForm
from journal_app.ui.theme import Theme
from journal_app.ui.trouble import in_words
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label
from journal_app.ui.wording import fill, near_day_text

_SHOWN = 6


class SharedList(QWidget):
    """Hides itself while nothing has left; ``said`` brings a line for the foot and a way back."""

    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        shared: SharedService,
        *,
        today: Callable[[], date],
        week_of: Callable[[date], Week],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._shared = theme, shared
        self._today, self._week_of = today, week_of
        self.rows: dict[int, SharedRow] = {}
        self._all = False
        self._heading = label(self.tr("Out there"), size=22, serif=True)
        self.more_button = button(self.tr("&Earlier ones"), "text")
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._heading)
        layout.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(self.more_button)
        row.addStretch(1)
        layout.addLayout(row)
        self.more_button.clicked.connect(self._show_all)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known to be out there now, what asks first."""
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        today = self._today()
        found = sorted(self._shared.out_there(), key=lambda one: not one.asks(today))
        shown = found if self._all else found[:_SHOWN]
        self.rows = {}
        for shared in shown:
            row = SharedRow(self._theme, self._shared, shared, self._today, self._week_of)
            row.said.connect(self.said)
            row.moved.connect(self.refresh)
            self.rows[shared.id or 0] = row
            self._column.addWidget(row)
        self.more_button.setVisible(len(found) > len(shown))
        self.setVisible(bool(found))

    def _show_all(self) -> None:
        self._all = True
        self.refresh()


class SharedRow(Card):
    """One pack that left: when, for whom, in what form; and what can be done about it."""

    said = Signal(str, object)
    moved = Signal()

    def __init__(
        self,
        theme: Theme,
        service: SharedService,
        shared: Shared,
        today: Callable[[], date],
        week_of: Callable[[date], Week],
    ) -> None:
        asks = shared.asks(today())
        super().__init__(theme, "preview" if asks else "surface", pad=16)
        self._service, self._shared = service, shared
        self._today, self._week_of = today, week_of
        self.form: TalkForm | None = None
        self.body.addWidget(label(self._title(), size=16, strong=True))
        self.body.addWidget(label(self._facts(), size=12, tone="muted"))
        if asks:
            asked = self.tr("It has had its time. Would you ask them to delete it?")
            self.body.addWidget(label(asked, size=18, serif=True))
        self.talk_button = button(self.tr("What they &said"), "quiet")
        self.gone_button = button(self.tr("It is deleted"), "quiet" if asks else "text")
        self.later_button = button(self.tr("Ask me later"), "text")
        self.delete_button = button(self.tr("Delete the copy here"), "text")
        row = FlowLayout(gap=theme.px(4))
        for act in (self.talk_button, self.gone_button, self.later_button, self.delete_button):
            row.addWidget(act)
        self.body.addLayout(row)
        self.talk_button.setVisible(service.answers(shared))
        self.later_button.setVisible(asks)
        self.delete_button.setVisible(service.lies_here(shared))
        self.talk_button.clicked.connect(self._talk)
        self.gone_button.clicked.connect(self._gone)
        self.later_button.clicked.connect(self._later)
        self.delete_button.clicked.connect(self._delete)

    def _title(self) -> str:
        kept = self._shared.keepsake
        if kept is not None:
            what = {
                Keepsake.CARD: self.tr("A card, %1"),
                Keepsake.LINE: self.tr("Somebody's line of growth, %1"),
                Keepsake.SHEET: self.tr("A sheet for a 1:1, %1"),
            }[kept]
            return fill(what, near_day_text(self._shared.shared_on, self._today()))
        whom = {
            Audience.MENTOR: self.tr("For my mentor, %1"),
            Audience.COACH: self.tr("For a coach, %1"),
            Audience.MANAGER: self.tr("For my own manager, %1"),
            Audience.MYSELF: self.tr("For myself, %1"),
        }[self._shared.audience]
        return fill(whom, near_day_text(self._shared.shared_on, self._today()))

    def _facts(self) -> str:
        shared = self._shared
        facts = [shared.format.upper()]
        if shared.locked:
            facts.append(self.tr("locked with a passphrase"))
        if shared.code:
            facts.append(fill(self.tr("check code %1"), shared.code))
        if shared.heard_on is not None:
            facts.append(self.tr("talked about"))
        if self._service.lies_here(shared):
            facts.append(shared.place)
        return " · ".join(facts)

    def _talk(self) -> None:
        if self.form is None:
            self.form = TalkForm(
                self._theme, self._service, self._shared, self._today, self._week_of
            )
            self.body.addWidget(self.form)
            self.form.kept.connect(self._heard)
        self.form.lines[0].setFocus()
        # Once it has its place.
        QTimer.singleShot(0, self, self._bring_form_into_view)

    def _bring_form_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea) and self.form is not None:
            around.ensureWidgetVisible(self.form)

    def _heard(self) -> None:
        said = self.tr("Kept. Your next reflection shows it beside your plans.")
        self.said.emit(said, None)
        self.moved.emit()

    def _gone(self) -> None:
        before = self._shared

        def back() -> None:
            self._service.is_gone(before, on=None)
            self.moved.emit()

        self._service.is_gone(before, on=self._today())
        self.said.emit(self.tr("Noted: it is no longer out there."), back)
        self.moved.emit()

    def _later(self) -> None:
        self._service.ask_later(self._shared, on=self._today())
        self.said.emit(self.tr("It will ask again in a month."), None)
        self.moved.emit()

    def _delete(self) -> None:
        try:
            self._service.delete_file(self._shared)
        except JournalError as error:
            self.said.emit(in_words(error), None)
            return
        said = self.tr("Deleted from this computer. What you handed over is out of reach.")
        self.said.emit(said, None)
        self.moved.emit()
