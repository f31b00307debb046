"""Writing aids: give each place one writes in its spelling, its mentions and its manner."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QLocale, QObject, QTimer, Slot
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journal_app.domain.at_name import at_names, meant_by
from journal_app.services.changes import Topic
from journal_app.services.preferences import PreferenceService
from journal_app.services.spelling import UNCHECKED, SpellingService
from journal_app.services.team import TeamService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.editor.actions import editor_action
from journal_app.ui.editor.markdown_style import NOWHERE
from journal_app.ui.editor.mention_offer import MentionOffer
from journal_app.ui.editor.spelling import Speller
from journal_app.ui.editor.spelling_menu import add_suggestions, go_to_wrong
from journal_app.ui.editor.writing_area import WritingArea
from journal_app.ui.theme import Theme
from journal_app.ui.widgets.page import MEASURE, PageColumn
from journal_app.ui.wording import fill, language_text

WAIT_MS = 200


class WritingAids(QObject):
    """Equips an area when it is first written in, so that no page waits for a dictionary."""

    def __init__(
        self,
        owner: QWidget,
        theme: Theme,
        changes: ChangeSignals,
        *,
        spelling: SpellingService,
        team: TeamService,
        preferences: PreferenceService,
    ) -> None:
        super().__init__(owner)
        self._owner, self._theme = owner, theme
        self._spelling, self._team, self._preferences = spelling, team, preferences
        self._areas: list[WritingArea] = []
        self._spellers: dict[str, Speller] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self.dress_all)
        changes.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def equip(self, area: WritingArea) -> None:
        """Give an area all there is, once; its dictionary a moment later."""
        if area in self._areas:
            return
        self._areas = [one for one in self._areas if shiboken6.isValid(one)]
        self._areas.append(area)
        MentionOffer(area, self._theme, self._names_for)
        area.cursorPositionChanged.connect(partial(_write_at, area))
        area.page_shown.connect(partial(self._show, area))
        area.menu_made.connect(partial(self._fill_menu, area))
        editor_action(area, self.tr("Next word to check"), "F7", partial(self._next_word, area))
        area.ground.lay()
        self._show(area)
        self._soon.start()

    def dress_all(self) -> None:
        """Check each area in its language, and write in the manner that was chosen."""
        for area in self._areas:
            if shiboken6.isValid(area):
                self._dress(area)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.at(new)

    def at(self, new: QWidget | None) -> None:
        """One stands here now; if it is a place of this window one writes in, it is equipped."""
        if isinstance(new, WritingArea) and self._owner.isAncestorOf(new):
            self.equip(new)

    @Slot(object)
    def _on_changed(self, topic: Topic) -> None:
        if topic in {Topic.PEOPLE, Topic.SETTINGS, Topic.PREFERENCES}:
            known = self._spelling.known_words() if self._spellers else set()
            for speller in self._spellers.values():
                speller.own_words_are(known)
            self._soon.start()

    def _show(self, area: WritingArea) -> None:
        """A page was laid on the area: it is dressed at once, or once its dictionary is open."""
        language, area.page.language = area.page.language, ""
        if language and isinstance(area.key, int):
            self._spelling.choose(language, area.key)
        else:
            area.page.language = language
        if self._language(area) in self._spellers:
            self._dress(area)
        else:
            self._soon.start()

    def _dress(self, area: WritingArea) -> None:
        now = self._preferences.now
        area.page.style.know(at_names(self._team.present()))
        speller = self._speller(self._language(area)) if now.check_spelling else None
        area.page.style.check_with(speller)
        if area.fills:
            area.manner.centre(on=now.typewriter)
            area.manner.fade("always", on=now.fade_others)
            _widen(area, wide=now.wide_writing)

    def _language(self, area: WritingArea) -> str:
        key = area.key if isinstance(area.key, int) else None
        return area.page.language or self._spelling.language_for(key, QLocale().uiLanguages())

    def _speller(self, language: str) -> Speller | None:
        if language not in self._spellers:
            dictionary = self._spelling.dictionary(language)
            if dictionary is None:
                return None
            known = self._spelling.known_words()
            self._spellers[language] = Speller(language, dictionary.knows, known, self)
        return self._spellers[language]

    def _names_for(self, typed: str) -> list[str]:
        return [person.name for person in meant_by(typed, self._team.present())]

    def _next_word(self, area: WritingArea) -> None:
        if go_to_wrong(area):
            below = area.viewport().mapToGlobal(area.cursorRect().bottomLeft())
            area.show_menu(area.textCursor(), below)

    # --- the menu ---

    def _fill_menu(self, area: WritingArea, menu: QMenu, place: QTextCursor) -> None:
        language = self._language(area)
        dictionary = self._spelling.dictionary(language)
        if dictionary is not None and self._preferences.now.check_spelling:
            add_suggestions(menu, area, place, dictionary.suggestions, self._spelling.learn)
        self._add_languages(area, menu, language)

    def _add_languages(self, area: WritingArea, menu: QMenu, language: str) -> None:
        inside = menu.addMenu(self.tr("&Spelling"))
        checked = self._preferences.now.check_spelling
        languages = self._spelling.languages()
        if language not in (*languages, UNCHECKED):
            text = self.tr("There is no dictionary for %1 on this computer yet")
            _said(inside, fill(text, language_text(language)))
        for one in languages:
            _choice(
                inside,
                language_text(one),
                on=checked and one == language,
                act=partial(self._choose, area, one),
            )
        off = partial(self._choose, area, UNCHECKED)
        _choice(inside, self.tr("Not checked"), on=not checked or language == UNCHECKED, act=off)

    def _choose(self, area: WritingArea, language: str) -> None:
        if isinstance(area.key, int):
            self._spelling.choose(language, area.key)
        else:
            area.page.language = language
            self._spelling.choose(language)
        if language != UNCHECKED and not self._preferences.now.check_spelling:
            self._preferences.change(check_spelling=True)
        self._dress(area)


def _write_at(area: WritingArea) -> None:
    cursor = area.textCursor()
    # A selected word is looked at, not written.
    place = NOWHERE if cursor.hasSelection() else cursor.positionInBlock()
    area.page.style.write_at(cursor.block(), place)


def _widen(area: WritingArea, *, wide: bool) -> None:
    above = area.parentWidget()
    while above is not None and not isinstance(above, PageColumn):
        above = above.parentWidget()
    if above is not None:
        above.set_measure(None if wide else MEASURE)


def _said(menu: QMenu, text: str) -> None:
    line = menu.addAction(text)
    line.setEnabled(False)


def _choice(menu: QMenu, text: str, *, on: bool, act: Callable[[], None]) -> QAction:
    made = menu.addAction(text)
    made.setCheckable(True)
    made.setChecked(on)
    made.triggered.connect(lambda: act())
    return made
