"""Writing: how a page is written on, its spelling, and one's own words."""

from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal_app.services.changes import Topic
from journal_app.ui.settings.section import Section, switch
from journal_app.ui.settings.services import SafetyServices
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.buttons import button
from journal_app.ui.widgets.chips import ChipRow
from journal_app.ui.widgets.flow_layout import FlowLayout
from journal_app.ui.widgets.labels import label
from journal_app.ui.widgets.line_field import LineField
from journal_app.ui.wording import fill, language_text


class WritingSection(Section):
    """Each choice holds at once, in entries that are open too."""

    def __init__(
        self, theme: Theme, services: SafetyServices, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, services, parent)
        self._spelling, self._preferences = services.spelling, services.preferences
        self._manner()
        self._languages()
        self._dictionary()
        self.refresh()
        services.changes.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what is chosen now."""
        now = self._preferences.now
        self.typewriter.setChecked(now.typewriter)
        self.fade.setChecked(now.fade_others)
        self.wide.setChecked(now.wide_writing)
        self.check.setChecked(now.check_spelling)
        language = self._spelling.language_for(None, QLocale().uiLanguages())
        self.language.choose([language])
        known = self._spelling.languages()
        self.missing.setVisible(now.check_spelling and language not in known)
        text = self.tr(
            "There is no dictionary for %1 on this computer yet. One that comes with LibreOffice"
            " or with Hunspell is found by itself."
        )
        self.missing.setText(fill(text, language_text(language)))
        self._show_words()

    def _manner(self) -> None:
        card = self.card(
            self.tr("Writing"),
            self.tr("For entries. Ctrl+Shift+F leaves nothing on the page but the words."),
        )
        change = self._preferences.change
        self.typewriter = switch(
            self.tr("keep the line I write in the middle of the page"),
            on=False,
            act=lambda on: change(typewriter=on),
        )
        self.fade = switch(
            self.tr("fade every paragraph but the one I write"),
            on=False,
            act=lambda on: change(fade_others=on),
        )
        self.wide = switch(
            self.tr("let the text be as wide as the window"),
            on=False,
            act=lambda on: change(wide_writing=on),
        )
        for one in (self.typewriter, self.fade, self.wide):
            card.body.addWidget(one)

    def _languages(self) -> None:
        card = self.card(
            self.tr("Spelling"),
            self.tr(
                "New entries begin in this language; the menu of an entry gives it another."
                " F7 goes to the next word to look at."
            ),
        )
        self.check = switch(
            self.tr("underline words no dictionary knows"),
            on=True,
            act=lambda on: self._preferences.change(check_spelling=on),
        )
        self.language = ChipRow(
            self.theme,
            [(tag, language_text(tag)) for tag in self._spelling.languages()],
            name=self.tr("Language of new entries"),
        )
        self.missing = label("", tone="muted")
        for widget in (self.check, self.language, self.missing):
            card.body.addWidget(widget)
        self.language.changed.connect(self._choose)

    def _dictionary(self) -> None:
        card = self.card(
            self.tr("My words"),
            self.tr(
                "Kept in your journal and nowhere else. Names of your people are known anyway."
            ),
        )
        self.word = LineField(name=self.tr("A word of mine"), placeholder=self.tr("A word of mine"))
        self.add_button = button(self.tr("&Add"))
        row = QHBoxLayout()
        row.addWidget(self.word, 1)
        row.addWidget(self.add_button)
        self.words = QWidget()
        self._flow = FlowLayout(self.words, gap=self.theme.px(8))
        self.none = label(self.tr("No words yet."), tone="muted")
        card.body.addLayout(row)
        card.body.addWidget(self.words)
        card.body.addWidget(self.none)
        self.word.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def _show_words(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        own = self._spelling.own_words()
        for word in own:
            name = fill(self.tr("Take out %1"), word)
            chip = button(f"{word.replace('&', '&&')}  ×", "chip", name=name)
            chip.clicked.connect(partial(self._forget, word))
            self._flow.addWidget(chip)
        self.words.setVisible(bool(own))
        self.none.setVisible(not own)

    def _choose(self) -> None:
        choice = self.language.choice()
        if choice:
            self._spelling.choose(choice)
        self.refresh()

    def _add(self) -> None:
        word = self.word.text().strip()
        if word:
            self.word.clear()
            self._spelling.learn(word)

    def _forget(self, word: str) -> None:
        self._spelling.forget(word)
        self.said.emit(fill(self.tr("“%1” is checked again."), word))

    def _on_changed(self, topic: object) -> None:
        if topic in {Topic.SETTINGS, Topic.PREFERENCES}:
            self.refresh()
