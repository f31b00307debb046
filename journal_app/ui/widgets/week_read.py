"""Week read: one finished week as a page one likes to read."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal_app.domain.intention import Intention
from journal_app.domain.skill import Skill
from journal_app.services.reflections import WeekPage
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.card import Card
from journal_app.ui.widgets.drawing import Drawing
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.wording import ending_text, growing_text, hat_text, level_text, plan_text


class WeekRead(QWidget):
    """Growth, celebration, answers, then the plans; a doubt is named but not shown."""

    def __init__(
        self,
        theme: Theme,
        page: WeekPage,
        names: Mapping[int, str],
        skills: Mapping[str, Skill],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._names, self._skills = theme, names, skills
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(16))
        reflection = page.reflection
        looks = {
            "monthly": self.tr("with a look at the month"),
            "quarterly": self.tr("with a look at the quarter"),
        }
        quiet = [reflection.arrive_word, hat_text(reflection.hat)]
        quiet += [looks[look] for look in reflection.pages if look in looks]
        facts = " · ".join(part for part in quiet if part)
        if facts:
            self._column.addWidget(label(facts, tone="muted"))
        self._ended(page.ended)
        self._moments(page)
        self._celebrations(page)
        self._answers(page)
        self._tries(page)
        self._placings(page)
        if page.doubts:
            self._learning()
        self._plans(page.plans)

    def _section(self, icon: str, ink: str, title: str) -> None:
        mark = Drawing(self._theme, icon, ink, 18)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(title, tone=ink.removesuffix("_ink"), strong=True), 1)
        self._column.addSpacing(self._theme.px(4))
        self._column.addLayout(row)

    def _moments(self, page: WeekPage) -> None:
        if not page.moments:
            return
        self._section("sprout", "growth", self.tr("Growth you noticed"))
        for moment in page.moments:
            name = self._names.get(moment.person_id, "")
            self._column.addWidget(label(name, size=12, tone="muted"))
            self._column.addWidget(words(moment.sentence))
            if moment.meaning.strip():
                meaning = self.tr("What you made of it: %1").replace("%1", moment.meaning.strip())
                self._column.addWidget(label(meaning, tone="muted"))

    def _celebrations(self, page: WeekPage) -> None:
        for celebration in page.celebrations:
            card = Card(self._theme, "joy", pad=20)
            name = self._names.get(celebration.person_id, "")
            title = self.tr("You celebrated %1").replace("%1", name)
            card.body.addWidget(label(title, tone="joy", strong=True))
            card.body.addWidget(words(celebration.note(name="", growing=growing_text())))
            if celebration.landed.strip():
                card.body.addWidget(
                    label(self.tr("How it landed: %1").replace("%1", celebration.landed))
                )
            if celebration.joy.strip():
                card.body.addWidget(label(celebration.joy, tone="joy"))
            self._column.addWidget(card)

    def _answers(self, page: WeekPage) -> None:
        for answer in page.reflection.answers:
            if answer.prompt_text:
                self._column.addWidget(label(answer.prompt_text, tone="muted"))
            self._column.addWidget(words(answer.body))

    def _tries(self, page: WeekPage) -> None:
        for tried in page.tries:
            self._section(
                "compass", "accent_ink", self.tr("You tried: %1").replace("%1", tried.experiment)
            )
            if tried.taught.strip():
                self._column.addWidget(words(tried.taught))

    def _placings(self, page: WeekPage) -> None:
        for placing in page.placings:
            skill = self._skills.get(placing.skill_id)
            if skill is None:
                continue
            self._section("sprout", "growth", skill.name)
            self._column.addWidget(words(skill.levels[placing.level - 1]))
            guess = self.tr("a guess") if placing.is_a_guess else ""
            parts = (level_text(placing.level), guess)
            self._column.addWidget(label(" · ".join(p for p in parts if p), tone="muted"))
            if placing.outside.strip():
                seen = self.tr("What someone else saw: %1").replace("%1", placing.outside.strip())
                self._column.addWidget(label(seen, tone="muted"))
            if placing.note.strip():
                self._column.addWidget(words(placing.note.strip(), size=16))

    def _learning(self) -> None:
        self._section(
            "lock-keyhole",
            "doubt",
            self.tr("Something you don't know yet is kept on My growth."),
        )

    def _ended(self, plans: list[Intention]) -> None:
        if not plans:
            return
        self._section("footprints", "preview", self.tr("What became of the plan"))
        for plan in plans:
            self._column.addWidget(words(plan_text(plan.cue, plan.act), size=16))
            parts = [ending_text(plan.ending), plan.ending_note.strip()]
            self._column.addWidget(label(" ".join(p for p in parts if p), tone="muted"))

    def _plans(self, plans: list[Intention]) -> None:
        if not plans:
            return
        card = Card(self._theme, "preview", pad=20)
        title = self.tr("What you meant to do the week after")
        card.body.addWidget(label(title, tone="preview", strong=True))
        for plan in plans:
            card.body.addWidget(words(plan_text(plan.cue, plan.act)))
        self._column.addWidget(card)
