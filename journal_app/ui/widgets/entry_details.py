"""Entry details: the day of an entry, whom it is about, its tags and its star."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.domain.entry import Entry
from journal_app.services.entries import EntryService
from journal_app.services.entry_care import EntryCareService
from journal_app.services.team import TeamService
from journal_app.ui.icons import icon
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button, check_quietly
from journal_app.ui.widgets.choice_button import ChoiceButton
from journal_app.ui.widgets.date_field import DateField
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.tag_field import TagField
from journal_app.ui.widgets.template_button import TemplateButton


@dataclass(frozen=True, kw_only=True)
class Details:
    """What is said of an entry besides its words."""

    happened_on: date
    person_id: int | None
    tags: tuple[str, ...]
    starred: bool


class EntryDetails(QWidget):
    """One quiet row, in more lines where it is narrow; ``edited`` follows the person only."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        entries: EntryService,
        care: EntryCareService,
        team: TeamService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._entries, self._team = theme, entries, team
        self.day = DateField()
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("The day it is about"))
        self.day.setDateRange(QDate(1, 1, 8), QDate(9999, 12, 24))
        self.person = ChoiceButton(name=self.tr("About…"))
        self.tags = TagField(
            name=self.tr("Tags, with commas between them"), placeholder=self.tr("Tags, with commas")
        )
        self.star = button(self.tr("Star"), "chip", name=self.tr("Star this entry"))
        self.star.setCheckable(True)
        self.templates = TemplateButton(care)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap=theme.px(8))
        for made in (self.day, self.person, self.tags, self.star, self.templates):
            flow.addWidget(made)
        self.day.dateChanged.connect(self.edited)
        self.person.changed.connect(self.edited)
        self.tags.edited.connect(self.edited)
        self.star.toggled.connect(self.edited)
        theme.changed.connect(self._dress)
        self._dress()

    def show_entry(self, entry: Entry | None, day: date) -> None:
        """Show those of an entry, or those of an empty one of this day."""
        self.blockSignals(True)
        self.day.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        self.day.setDate(QDate(day.year, day.month, day.day))
        people = self._team.everyone()
        self.person.choice = str(entry.person_id) if entry and entry.person_id else ""
        self.person.set_options(
            [("", self.tr("Nobody in particular")), *((str(p.id), p.name) for p in people)]
        )
        self.person.setVisible(bool(people))
        self.tags.offer(self._entries.tags())
        self.tags.set_tags(entry.tags if entry else ())
        check_quietly(self.star, bool(entry and entry.starred))
        self.blockSignals(False)

    def now(self) -> Details:
        """What is said now."""
        chosen = self.day.date()
        return Details(
            happened_on=date(chosen.year(), chosen.month(), chosen.day()),
            person_id=int(self.person.choice) if self.person.choice else None,
            tags=self.tags.tags(),
            starred=self.star.isChecked(),
        )

    def _dress(self) -> None:
        self.tags.setMinimumWidth(self._theme.px(190))
        self.star.setIcon(icon(self._theme, "star", "joy_ink", 16))
