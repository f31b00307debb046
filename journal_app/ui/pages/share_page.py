"""Share: a mentor pack, step by step, shown exactly as the file will be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journal_app.domain.share import Audience, NameStyle, Part
from journal_app.services.sharing import Pack, PackRequest, SharingService
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.widgets.page import PageColumn, PageHeader
from journal_app.ui.widgets.step_trail import StepTrail
from journal_app.ui.wording import day_text

QUESTIONS = 3
MOST_UNFAMILIAR = 30


class SharePage(QWidget):
    """Questions first, then parts, names, the preview; nothing is written before Save."""

    said = Signal(str, object)

    def __init__(
        self,
        theme: Theme,
        *,
        sharing: SharingService,
        choose_file: Callable[[str, str], Path | None],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._sharing, self._choose_file = theme, sharing, choose_file
        self._today = today
        self.request: PackRequest = sharing.request(today())
        self.pack: Pack | None = None
        self._warned_of: set[Path] = set()
        self.header = PageHeader(theme, self.tr("Share on purpose"))
        self.trail = StepTrail(theme)
        self.trail.set_places(
            [
                ("questions", self.tr("Questions")),
                ("parts", self.tr("Parts")),
                ("names", self.tr("Names")),
                ("preview", self.tr("Preview")),
            ]
        )
        self.screens = QStackedWidget()
        self._screens = {
            "questions": self._questions_screen(),
            "parts": self._parts_screen(),
            "names": self._names_screen(),
            "preview": self._preview_screen(),
        }
        for screen in self._screens.values():
            self.screens.addWidget(screen)
        self.back_button = button(self.tr("&Back"))
        self.next_button = button(self.tr("&Next"), "primary")
        self.save_md_button = button(self.tr("Save as &Markdown…"))
        self.save_html_button = button(self.tr("&Save as a page…"), "primary")
        self._build()
        self._go("questions")

    # --- screens ---

    def _questions_screen(self) -> QWidget:
        column = PageColumn(self._theme)
        self.audience = ChipRow(
            self._theme,
            [
                (Audience.MENTOR, self.tr("my mentor")),
                (Audience.COACH, self.tr("a coach")),
                (Audience.MANAGER, self.tr("my own manager")),
                (Audience.MYSELF, self.tr("myself")),
            ],
            name=self.tr("Who it is for"),
        )
        self.audience.choose([self.request.audience])
        self.questions = [
            LineField(
                name=self.tr("Question %1").replace("%1", str(number)),
                placeholder=self.tr("What would you like help with?")
                if number == 1
                else self.tr("Another question, if you like"),
            )
            for number in range(1, QUESTIONS + 1)
        ]
        card = Card(self._theme)
        card.body.setSpacing(self._theme.px(12))
        card.body.addWidget(label(self.tr("Who is it for?"), tone="muted"))
        card.body.addWidget(self.audience)
        card.body.addWidget(
            label(
                self.tr("Your questions come first. They decide what else is needed."), tone="muted"
            )
        )
        for question in self.questions:
            card.body.addWidget(question)
        column.body.addWidget(card)
        self.log = label("", size=12, tone="muted")
        column.body.addWidget(self.log)
        column.body.addStretch(1)
        return column

    def _parts_screen(self) -> QWidget:
        column = PageColumn(self._theme)
        self.first, self.last = (
            self._date_edit(self.request.first),
            self._date_edit(self.request.last),
        )
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        period = QHBoxLayout()
        period.addWidget(label(self.tr("From")))
        period.addWidget(self.first)
        period.addWidget(label(self.tr("to")))
        period.addWidget(self.last)
        period.addStretch(1)
        card = Card(self._theme)
        card.body.addLayout(period)
        self.parts: dict[Part, QCheckBox] = {
            part: QCheckBox() for part in self._sharing.counts(self.request)
        }
        for box in self.parts.values():
            card.body.addWidget(box)
            box.clicked.connect(self._read_parts)
        column.body.addWidget(card)
        self.doubts_button = button(self.tr("Choose &doubts one by one"), "text")
        self._doubts_card = Card(self._theme, "doubt")
        self.doubts: dict[int, QCheckBox] = {}
        self._doubts_card.hide()
        column.body.addWidget(self.doubts_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addWidget(self._doubts_card)
        column.body.addStretch(1)
        self.doubts_button.clicked.connect(self._open_doubts)
        for edit in (self.first, self.last):
            edit.userDateChanged.connect(self._read_parts)
        return column

    def _names_screen(self) -> QWidget:
        column = PageColumn(self._theme)
        self.names = ChipRow(
            self._theme,
            [
                (NameStyle.ALIAS, self.tr("Other names, new in each pack")),
                (NameStyle.INITIALS, self.tr("Initials")),
                (NameStyle.REAL, self.tr("Real names")),
            ],
            name=self.tr("How people are named"),
        )
        self.names.choose([self.request.names])
        self.warning = label("", tone="danger")
        card = Card(self._theme)
        card.body.addWidget(label(self.tr("How shall people be named?"), tone="muted"))
        card.body.addWidget(self.names)
        card.body.addWidget(self.warning)
        card.body.addWidget(
            label(
                self.tr(
                    "Names are changed, which is not the same as anonymous: a story can still"
                    " tell who it is about."
                ),
                tone="muted",
            )
        )
        column.body.addWidget(card)
        column.body.addStretch(1)
        self.names.changed.connect(self._read_names)
        return column

    def _preview_screen(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        px = self._theme.px
        column.setContentsMargins(px(32), px(16), px(32), px(8))
        self.left_out = label("", tone="muted")
        self.unfamiliar = label("", tone="muted")
        self.read_aloud = label(self._sharing.read_aloud_question(), size=18, serif=True)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Exactly what leaves"))
        self.preview.setFont(self._theme.serif(16))
        self.kind = ChipRow(
            self._theme,
            [("md", self.tr("as Markdown")), ("html", self.tr("as a page"))],
            name=self.tr("The file"),
        )
        self.kind.choose(["md"])
        self.kind.changed.connect(self._show_preview)
        column.addWidget(self.read_aloud)
        column.addWidget(self.kind)
        column.addWidget(self.preview, 1)
        column.addWidget(self.unfamiliar)
        column.addWidget(self.left_out)
        return holder

    def _build(self) -> None:
        px = self._theme.px
        top = QHBoxLayout()
        top.setContentsMargins(px(32), px(24), px(32), 0)
        top.addWidget(self.header, 1)
        top.addWidget(self.trail, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(32), px(8), px(32), px(20))
        foot.addStretch(1)
        for act in (self.back_button, self.next_button, self.save_md_button, self.save_html_button):
            foot.addWidget(act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.screens, 1)
        layout.addLayout(foot)
        self.trail.chosen.connect(self._go)
        self.back_button.clicked.connect(lambda: self._walk(-1))
        self.next_button.clicked.connect(lambda: self._walk(1))
        self.save_md_button.clicked.connect(lambda: self.save("md"))
        self.save_html_button.clicked.connect(lambda: self.save("html"))

    # --- walking ---

    def _walk(self, by: int) -> None:
        places = list(self._screens)
        at = self.screens.currentIndex()
        self._go(places[max(0, min(len(places) - 1, at + by))])

    def _go(self, place: str) -> None:
        self._read_questions()
        self.screens.setCurrentWidget(self._screens[place])
        self.trail.stand_at(place)
        if place == "questions":
            self._show_log()
        elif place == "parts":
            self._show_counts()
        elif place == "names":
            self._read_names()
        else:
            self.pack = self._sharing.compose(self.request)
            self._show_preview()
        last = place == "preview"
        self.back_button.setVisible(place != "questions")
        self.next_button.setVisible(not last)
        self.save_md_button.setVisible(last)
        self.save_html_button.setVisible(last)

    def _read_questions(self) -> None:
        self.request = replace(
            self.request,
            audience=Audience(self.audience.choice() or Audience.MENTOR),
            questions=tuple(q.text() for q in self.questions if q.text().strip()),
        )

    def _read_parts(self) -> None:
        chosen = frozenset(part for part, box in self.parts.items() if box.isChecked())
        self.request = replace(
            self.request,
            parts=chosen,
            first=_day(self.first.date()),
            last=_day(self.last.date()),
            doubt_ids=frozenset(i for i, box in self.doubts.items() if box.isChecked()),
        )
        self._show_counts()

    def _read_names(self) -> None:
        style = NameStyle(self.names.choice() or NameStyle.ALIAS)
        self.names.choose([style])
        self.request = replace(self.request, names=style)
        warnings = self._sharing.compose(self.request).warnings
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))

    # --- showing ---

    def _show_counts(self) -> None:
        counts = self._sharing.counts(self.request)
        names = {
            Part.SITUATION: self.tr("My situation"),
            Part.FOCUS: self.tr("Focus skill and experiments"),
            Part.TRIED: self.tr("Plans, and how they ended"),
            Part.GROWTH: self.tr("Growth I saw"),
            Part.CELEBRATIONS: self.tr("What I celebrated"),
            Part.PREVIEW: self.tr("Plans for the coming weeks"),
        }
        for part, box in self.parts.items():
            box.setText(f"{names[part]} ({counts[part]})")
            box.setAccessibleName(names[part])
            box.setChecked(part in self.request.parts)
        own_manager = self.request.audience is Audience.MANAGER
        self.doubts_button.setVisible(bool(self._sharing.doubts(self.request)) and not own_manager)

    def _open_doubts(self) -> None:
        for box in self.doubts.values():
            self._doubts_card.body.removeWidget(box)
            box.deleteLater()
        self.doubts = {}
        for doubt in self._sharing.doubts(self.request):
            box = QCheckBox(doubt.body.replace("&", "&&").split("\n")[0][:90])
            box.setChecked(doubt.id in self.request.doubt_ids)
            box.clicked.connect(self._read_parts)
            self.doubts[doubt.id or 0] = box
            self._doubts_card.body.addWidget(box)
        self._doubts_card.show()

    def _show_preview(self) -> None:
        if self.pack is None:
            return
        kind = self.kind.choice() or "md"
        self.kind.choose([kind])
        self.preview.setPlainText(self.pack.render(kind).decode())
        left_out = self.tr("Left out on purpose: %Ln items", "", self.pack.left_out)
        self.left_out.setText(left_out)
        self._show_unfamiliar(self.pack.unfamiliar)

    def _show_unfamiliar(self, words: tuple[str, ...]) -> None:
        """What may be a name nobody entered, and what no program can know."""
        shown = words[:MOST_UNFAMILIAR]
        more = ["…"] if len(words) > len(shown) else []
        named = self.tr("These may be names: %1. Add a person under People to change theirs.")
        limit = self.tr("No program can know who a story tells of: please read it once yourself.")
        lines = [named.replace("%1", ", ".join([*shown, *more]))] if words else []
        self.unfamiliar.setText("\n".join([*lines, limit]))
        self.unfamiliar.setHidden(self.request.names is NameStyle.REAL)

    def _show_log(self) -> None:
        lines = [
            self.tr("%1: a pack left this laptop").replace("%1", day_text(shared.shared_on))
            for shared in self._sharing.log()[:5]
        ]
        self.log.setText("\n".join(lines))

    def save(self, kind: str) -> None:
        """Ask for a place and write the file there, byte for byte as previewed."""
        if self.pack is None:
            return
        path = self._choose_file(self.tr("Save the pack"), f"notes-for-a-talk.{kind}")
        if path is None:
            return
        if path.suffix.lower() not in {".md", ".html", ".htm", ".txt"}:
            path = path.with_name(f"{path.name}.{kind}")
            if path.exists():
                # The dialog asked about another name; nothing is replaced without being asked for.
                there = self.tr("A file with that name is there already. Please choose another.")
                self.said.emit(there, None)
                return
        service = self._sharing.synced_by(path)
        if service and path.parent not in self._warned_of:
            self._warned_of.add(path.parent)
            asked = self.tr("%1 would copy that folder elsewhere. Save again to use it anyway.")
            self.said.emit(asked.replace("%1", service), None)
            return
        self._sharing.save(self.pack, path, on=self._today())
        self.said.emit(self.tr("Saved. It is yours to hand over; nothing was sent."), None)

    def _date_edit(self, day: date) -> QDateEdit:
        edit = QDateEdit(QDate(day.year, day.month, day.day))
        edit.setCalendarPopup(True)
        return edit


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
