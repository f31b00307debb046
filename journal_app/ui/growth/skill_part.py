"""Skill part: one skill's road: the sentence then and now, what shows it, and what was tried."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.intention import Intention
from journal_app.domain.placing import Placing
from journal_app.domain.skill import Skill
from journal_app.services.practice import Evidence
from journal_app.ui.growth.experiments_card import ExperimentsCard
from journal_app.ui.growth.part import GrowthPart, GrowthServices, empty
from journal_app.ui.growth.placing_card import PlacingCard
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.road_picture import RoadPicture, Stand
from journal_app.ui.widgets.two_columns import TwoColumns
from journal_app.ui.wording import ending_text, level_text, near_day_text, plan_text

_TRIED = 12


class SkillPart(GrowthPart):
    """The focus skill at first; any of the twelve when one is opened."""

    def __init__(
        self, theme: Theme, services: GrowthServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self.skill: Skill | None = services.skills.focus()
        self.form: PlacingCard | None = None
        self.road = RoadPicture(theme)
        self.experiments = ExperimentsCard(theme, services.drafts)
        self.place_button = button(self.tr("&Place myself"))
        self.focus_button = button(self.tr("Make this my &focus"), "primary")
        self.stay_button = button(self.tr("Stay with it"))
        self.swap_button = button(self.tr("Another skill"))
        self.rest_button = button(self.tr("Let it rest"))
        self.columns = TwoColumns(theme)
        self._head, self._stands = QVBoxLayout(), QVBoxLayout()
        self._then, self._tried = QVBoxLayout(), QVBoxLayout()
        self.asks = Card(theme, "question", pad=20)
        self._build()
        self.experiments.planned.connect(self._plan)
        self.experiments.tried.connect(self._note_try)
        self.place_button.clicked.connect(self.begin_placing)
        self.focus_button.clicked.connect(self._make_focus)
        self.stay_button.clicked.connect(self._stay)
        self.rest_button.clicked.connect(self._rest)
        self.swap_button.clicked.connect(lambda: self.skill_requested.emit(""))

    def show_skill(self, skill_id: str) -> None:
        """Turn to a skill; nothing typed about another is carried over."""
        self.skill = self.services.skills.skill(skill_id)
        self._close_form()
        self.refresh()

    def refresh(self) -> None:
        """Show where the leader stands with this skill now."""
        skill = self.skill or self.services.skills.focus()
        self.skill = skill
        self.columns.setVisible(skill is not None)
        for layout in (self._head, self._stands, self._then, self._tried):
            empty(layout)
        if skill is None:
            return
        self._show_head(skill)
        placings = self.services.skills.placings(skill.id)
        self._show_stands(skill, placings)
        plans = self.services.practice.plans_for_skill(skill.id)
        tries = self.services.skills.tries(skill.id)
        open_acts = {plan.act for plan in plans if plan.is_open}
        self.experiments.show_skill(skill, tries, open_acts)
        self._show_tried(skill, plans)

    def keep(self) -> None:
        """Make what is being typed durable."""
        self.experiments.keep()
        if self.form is not None:
            self.form.kept.keep()

    def begin_placing(self) -> None:
        """Open the four sentences."""
        if self.skill is None or self.form is not None:
            return
        self.form = PlacingCard(self.theme, self.services, self.skill)
        self.form.placed.connect(self._place)
        self.form.left.connect(self._close_form)
        self._form_place.addWidget(self.form)
        self.place_button.hide()
        next(iter(self.form.sentences.buttons.values())).setFocus()

    # --- building ---

    def _build(self) -> None:
        px = self.theme.px
        asked = self.tr("It has been your skill for about four weeks. What now?")
        self.asks.body.addWidget(label(asked, strong=True))
        self.asks.body.addWidget(self.flow(self.stay_button, self.swap_button, self.rest_button))
        self._form_place = QVBoxLayout()
        main, aside = self.columns.main, self.columns.aside
        self._stands.setSpacing(px(12))
        self._then.setSpacing(px(12))
        self._tried.setSpacing(px(12))
        main.addLayout(self._head)
        main.addWidget(self.asks)
        main.addWidget(self.road)
        main.addLayout(self._then)
        main.addLayout(self._stands)
        main.addLayout(self._form_place)
        main.addWidget(self.flow(self.place_button, self.focus_button))
        main.addLayout(self._tried)
        main.addStretch(1)
        aside.addWidget(self.experiments)
        aside.addStretch(1)
        self.column.addWidget(self.columns)

    # --- what is shown ---

    def _show_head(self, skill: Skill) -> None:
        focus, today = self.services.skills.focus(), self.services.today()
        in_focus = focus is not None and focus.id == skill.id
        since = self.services.skills.focus_since()
        if in_focus and since is not None:
            text = self.tr("My focus since %1").replace("%1", near_day_text(since, today))
            self._head.addWidget(label(text, size=12, tone="accent", strong=True))
        self._head.addWidget(label(skill.name, size=28, serif=True))
        meaning = skill.meaning[:1].upper() + skill.meaning[1:] + "."
        self._head.addWidget(label(meaning, size=16, tone="muted", serif=True))
        self.asks.setVisible(in_focus and self.services.practice.focus_asks(on=today))
        self.focus_button.setVisible(not in_focus)

    def _show_stands(self, skill: Skill, placings: list[Placing]) -> None:
        practice, today = self.services.practice, self.services.today()
        self.road.setVisible(bool(placings))
        self.road.show_stands(
            [Stand(p.placed_on, p.level, practice.is_guess(p)) for p in placings], today=today
        )
        self.place_button.setText(
            self.tr("&Place myself again") if placings else self.tr("&Place myself")
        )
        if not placings:
            told = self.tr("Four sentences on one road. Everyone begins at the first.")
            self._stands.addWidget(label(told, tone="muted"))
            for level, sentence in enumerate(skill.levels, start=1):
                self._stands.addWidget(self._sentence(level_text(level), sentence))
            return
        row = QWidget()
        two = QHBoxLayout(row)
        two.setContentsMargins(0, 0, 0, 0)
        two.setSpacing(self.theme.px(16))
        first, last = placings[0], placings[-1]
        if first != last:
            two.addWidget(self._stand(skill, first, self.tr("Then")), 1)
        two.addWidget(self._stand(skill, last, self.tr("Now")), 1)
        self._then.addWidget(row)

    def _sentence(self, place: str, sentence: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(place, size=12, tone="growth", strong=True))
        column.addWidget(words(sentence, size=16))
        return holder

    def _stand(self, skill: Skill, placing: Placing, when: str) -> Card:
        """One placing: the sentence in the leader's own choosing, and what shows it."""
        now = when == self.tr("Now")
        card = Card(self.theme, "growth" if now else "sunken", pad=20)
        day = near_day_text(placing.placed_on, self.services.today())
        over = f"{when} · {day} · {level_text(placing.level)}"
        card.body.addWidget(label(over, size=12, tone="growth" if now else "muted", strong=True))
        card.body.addWidget(words(skill.levels[placing.level - 1], size=18 if now else 16))
        shown = self.services.practice.shown_by(placing)
        if self.services.practice.is_guess(placing):
            card.body.addWidget(label(self.tr("A guess so far: nothing is linked to it."), size=12))
        for evidence in shown:
            card.body.addWidget(self._evidence(evidence))
        if placing.outside.strip():
            seen = self.tr("Seen by someone else: %1").replace("%1", placing.outside.strip())
            card.body.addWidget(label(seen, tone="muted"))
        card.body.addStretch(1)
        return card

    def _evidence(self, evidence: Evidence) -> QWidget:
        day = near_day_text(evidence.on, self.services.today())
        return label(f"{day} · {evidence.sentence}", tone="muted")

    def _show_tried(self, skill: Skill, plans: list[Intention]) -> None:
        today = self.services.today()
        told = [
            (t.tried_on, t.experiment, self.tr("Tried."), t.taught.strip(), "growth")
            for t in self.services.skills.tries(skill.id)
        ]
        told += [
            (
                p.ended_on or p.week_start,
                plan_text(p.cue, p.act),
                ending_text(p.ending) or self.tr("Planned."),
                p.ending_note.strip(),
                "preview",
            )
            for p in plans
            if p.ending is not None or p.is_open
        ]
        if not told:
            return
        self._tried.addWidget(
            self.heading("footprints", "growth", self.tr("What I tried, and what it taught"))
        )
        for on, text, ending, taught, tone in sorted(told, key=lambda t: t[0], reverse=True)[
            :_TRIED
        ]:
            card = Card(self.theme, "surface", pad=16)
            over = f"{near_day_text(on, today)} · {ending}"
            card.body.addWidget(label(over, size=12, tone=tone))
            card.body.addWidget(label(text[:1].upper() + text[1:], tone="muted"))
            if taught:
                card.body.addWidget(words(taught, size=18))
            self._tried.addWidget(card)

    # --- acts ---

    def _place(self, placing: Placing) -> None:
        kept = self.services.skills.place(placing)
        self._close_form()
        self.refresh()
        self.said.emit(
            self.tr("Noted, for this month."),
            partial(self.services.skills.take_back_placing, kept.id or 0),
        )

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.kept.keep()
            self._form_place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.place_button.show()

    def _plan(self, experiment: str) -> None:
        if self.skill is None:
            return
        plan = self.services.intentions.plan(
            Intention(week_start=self.services.plan_week(), act=experiment, skill_id=self.skill.id)
        )
        self.said.emit(
            self.tr("Planned, without a moment yet. The week opens on it."),
            partial(self.services.intentions.drop, plan.id or 0),
        )

    def _note_try(self, experiment: str, taught: str) -> None:
        if self.skill is None:
            return
        tried = self.services.practice.note_try(
            self.skill.id, experiment, on=self.services.today(), taught=taught
        )
        self.said.emit(self.tr("Noted."), partial(self.services.practice.take_back_try, tried))

    def _make_focus(self) -> None:
        if self.skill is None:
            return
        before = self.services.skills.focus()
        self.services.skills.choose_focus(self.skill.id, on=self.services.today())
        self.said.emit(
            self.tr("Your skill for these weeks."),
            partial(
                self.services.skills.choose_focus,
                before.id if before else None,
                on=self.services.today(),
            ),
        )

    def _stay(self) -> None:
        self.services.skills.stay_with_focus(on=self.services.today())

    def _rest(self) -> None:
        self.skill = None
        self.services.skills.choose_focus(None, on=self.services.today())
        self.skill_requested.emit("")
