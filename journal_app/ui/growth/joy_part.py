"""Joy part: moments one was glad to lead, the days one celebrated, and the hats in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.domain.reflection import Hat
from journal_app.services.leading import HatMonth, Joy
from journal_app.ui.growth.part import GrowthPart, GrowthServices, empty
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.dot_calendar import DotCalendar
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.masonry import Masonry
from journal_app.ui.widgets.two_columns import TwoColumns
from journal_app.ui.wording import hat_text, month_text, months_text, near_day_text

_AT_ONCE = 18
_MONTHS = 12


class JoyPart(GrowthPart):
    """One's own months seen from afar; nothing in here is counted."""

    def __init__(
        self, theme: Theme, services: GrowthServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._shown = _AT_ONCE
        self.wall = Masonry(theme, narrowest=280)
        self.nothing = label(
            self.tr("When a week asks what you enjoyed, your answer is kept here for later."),
            size=18,
            serif=True,
        )
        self.calendar = DotCalendar(theme, name=self.tr("Days on which I celebrated someone"))
        self.earlier_button = button(self.tr("Further &back"), "text")
        self._hats = QVBoxLayout()
        self._hats.setSpacing(theme.px(10))
        columns = TwoColumns(theme)
        columns.main.addWidget(
            self.heading("heart", "joy_ink", self.tr("Moments I was glad to lead"))
        )
        columns.main.addWidget(self.nothing)
        columns.main.addWidget(self.wall)
        columns.main.addWidget(self.flow(self.earlier_button))
        columns.main.addStretch(1)
        days = Card(theme, pad=20)
        days.body.addWidget(label(self.tr("Days I celebrated someone"), size=18, serif=True))
        days.body.addWidget(self.calendar)
        self._hats_card = Card(theme, pad=20)
        self._hats_card.body.addWidget(label(self.tr("My two hats"), size=18, serif=True))
        self._hats_card.body.addWidget(
            label(self.tr("Expert and leader are two crafts. Both are yours."), tone="muted")
        )
        self._hats_card.body.addLayout(self._hats)
        columns.aside.addWidget(days)
        columns.aside.addWidget(self._hats_card)
        columns.aside.addStretch(1)
        self.column.addWidget(columns)
        self.earlier_button.clicked.connect(self._show_more)

    def refresh(self) -> None:
        """Show joys, days and hats."""
        leading, today = self.services.leading, self.services.today()
        joys = leading.joys()
        self.nothing.setVisible(not joys)
        self.wall.hang([self._card(joy) for joy in joys[: self._shown]])
        self.earlier_button.setVisible(len(joys) > self._shown)
        self.calendar.show_days(leading.celebrated_days(), today=today)
        empty(self._hats)
        hats = _stretches(leading.hats()[-_MONTHS:])
        for first, last, hat in reversed(hats):
            said = hat_text(hat)
            months = month_text(last) if first == last else months_text(first, last)
            self._hats.addWidget(label(months, size=12, tone="muted"))
            self._hats.addWidget(label(said[:1].upper() + said[1:], size=16, serif=True))
        self._hats_card.setVisible(bool(hats))

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self.refresh()

    def _card(self, joy: Joy) -> Card:
        card = Card(self.theme, "joy", pad=16)
        day = near_day_text(joy.on, self.services.today())
        card.body.addWidget(label(day, size=12, tone="joy", strong=True))
        if joy.asked:
            card.body.addWidget(label(joy.asked, tone="muted"))
        card.body.addWidget(words(joy.text, size=18))
        return card


def _stretches(months: Sequence[HatMonth]) -> list[tuple[date, date, Hat]]:
    """Months of the same hat as one stretch, oldest first: words need no row for each."""
    found: list[tuple[date, date, Hat]] = []
    for month in months:
        if found and found[-1][2] is month.hat:
            found[-1] = (found[-1][0], month.month, month.hat)
        else:
            found.append((month.month, month.month, month.hat))
    return found
