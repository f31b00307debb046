"""Languages: whole where they say so, safe in every order, and put on at once."""

import importlib.util
import json
import re
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QLabel

from journal_app.domain.errors import MissingJournal
from journal_app.domain.week import Week
from journal_app.guidance.loader import load, overlaid, read
from journal_app.paths import resources_dir
from journal_app.services.preferences import PreferenceService
from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.languages import Catalogue, Languages, native_name
from journal_app.ui.main_window import MainWindow
from journal_app.ui.trouble import in_words
from journal_app.ui.wording import day_text, fill, near_day_text, short_day_text, week_text

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("words", ROOT / "packaging" / "words.py")
words = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(words)

SHIPPED = ["en", *words.languages()]
PLACES = re.compile(r"%L?[n1-9]|\{\w+\}")


def is_whole(language):
    return bool(words.catalogue(language).get("whole"))


def translated(language):
    for context, table in words.catalogue(language)["words"].items():
        for source, said in table.items():
            for form in said.values() if isinstance(said, dict) else [said]:
                if form:
                    yield context, source, form


@pytest.fixture
def home():
    before, direction = QLocale(), QApplication.layoutDirection()
    yield
    QLocale.setDefault(before)
    QApplication.setLayoutDirection(direction)


@pytest.fixture
def languages(qapp, home, tmp_path):
    made = []

    def make(**catalogues):
        for language, said in catalogues.items():
            record = {"whole": True, "words": said}
            (tmp_path / f"{language}.json").write_text(json.dumps(record), encoding="utf-8")
        made.append(Languages(qapp, tmp_path))
        return made[-1]

    yield make
    for one in made:
        one.speak("en")
        shiboken6.delete(one)


# --- what is shipped ---


def test_every_sentence_is_written_out_where_it_is_said():
    found = words.sentences()

    assert len(found) > 600
    assert {"Workspace", "errors", "wording"} <= {one.context for one in found}


@pytest.mark.parametrize("language", SHIPPED)
def test_a_language_that_calls_itself_whole_lacks_nothing(language):
    lacks = [
        *(one.text for one in words.missing(language)),
        *words.missing_guidance(language),
        *words.missing_pages(language),
    ]
    print(f"{language} lacks {len(lacks)} texts")

    assert not (is_whole(language) and lacks), lacks


@pytest.mark.parametrize("language", SHIPPED)
def test_a_sentence_keeps_its_places_in_every_language(language):
    wrong = [
        (context, source, said)
        for context, source, said in translated(language)
        if sorted(PLACES.findall(source)) != sorted(PLACES.findall(said))
        and not (
            "%Ln" in source and set(PLACES.findall(source)) - set(PLACES.findall(said)) == {"%Ln"}
        )
    ]

    assert wrong == []


@pytest.mark.parametrize("language", SHIPPED)
def test_a_button_keeps_its_key_in_every_language(language):
    wrong = [
        (context, source, said)
        for context, source, said in translated(language)
        if len(re.findall(r"&(?=\w)", source)) != len(re.findall(r"&(?=\w)", said))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", words.languages())
def test_nothing_is_translated_that_nobody_says(language):
    assert not (is_whole(language) and words.gone(language)), words.gone(language)


@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("name", words.guidance_files())
def test_the_guidance_keeps_its_ids_and_places_in_every_language(language, name):
    english, said = words.guidance("en", name), words.guidance(language, name)

    assert set(said) <= set(english)
    wrong = [
        (place, text)
        for place, text in said.items()
        if text and set(PLACES.findall(text)) != set(PLACES.findall(english[place]))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", SHIPPED)
def test_the_guidance_of_every_language_loads(language):
    said = load(language)

    assert [p.id for p in said.prompts] == [p.id for p in load("en").prompts]
    assert said.language == language


# --- how it is spoken ---


def test_what_a_language_lacks_is_said_in_english():
    shape = read(resources_dir() / "guidance" / "en", "steps")
    said = overlaid(shape, {"steps": [{"id": "arrive", "title": "Ankommen", "question": ""}]})

    assert said["steps"][0]["title"] == "Ankommen"
    assert said["steps"][0]["question"] == shape["steps"][0]["question"]
    assert said["steps"][1:] == shape["steps"][1:]


def test_a_word_is_found_by_its_context_and_else_wherever_it_is_said():
    catalogue = Catalogue(
        {"A": {"Open": "Öffnen"}, "B": {"Open": "Offen"}, "C": {"Save": "Sichern"}}
    )

    assert catalogue.translate("B", "Open") == "Offen"
    assert catalogue.translate("D", "Save") == "Sichern"
    assert catalogue.translate("D", "Unknown") is None


def test_a_number_takes_the_form_of_its_language(languages):
    languages(xx={"w": {"%Ln weeks": {"one": "%Ln Woche", "other": "%Ln Wochen"}}}).speak("xx")

    def said(n):
        return QCoreApplication.translate("w", "%Ln weeks", "", n)

    assert [said(1), said(0), said(2)] == ["1 Woche", "0 Wochen", "2 Wochen"]


def test_an_error_that_names_a_place_is_translated_around_it(languages):
    said = {"There is no journal in {0}.": "In {0} liegt kein Tagebuch."}
    languages(xx={"errors": said}).speak("xx")
    error = MissingJournal("There is no journal in /a/{b} c.")

    assert in_words(error) == "In /a/{b} c liegt kein Tagebuch."


def test_places_are_filled_in_any_order_and_words_that_look_like_one_are_words():
    assert fill("%2 vor %1", "%2", "%1") == "%1 vor %2"


def test_a_language_that_is_not_whole_is_not_offered(languages, tmp_path):
    (tmp_path / "xx.json").write_text('{"whole": false, "words": {}}', encoding="utf-8")
    spoken = languages(yy={})

    assert spoken.offered() == ["en", "yy"]
    assert spoken.speak("xx") == "en"


def test_a_language_brings_its_direction_and_takes_it_away(languages):
    spoken = languages(ar={"w": {"Save": "حفظ"}})
    spoken.speak("ar")
    direction, save = QApplication.layoutDirection(), QCoreApplication.translate("w", "Save")
    spoken.speak("en")

    assert (direction.name, save) == ("RightToLeft", "حفظ")
    assert QApplication.layoutDirection().name == "LeftToRight"
    assert QCoreApplication.translate("w", "Save") == "Save"


def test_languages_are_called_as_their_people_do():
    assert [native_name("en"), native_name("de")] == ["English", "Deutsch"]


# --- dates ---

NOVEMBER, ADVENT = date(2026, 11, 16), date(2026, 12, 28)


@pytest.mark.parametrize(
    ("locale", "short", "week", "over_the_year"),
    [
        ("en_GB", "16 November", "16–22 November", "28 December 2026 – 3 January 2027"),
        ("en_US", "November 16", "November 16–22", "December 28, 2026 – January 3, 2027"),
        ("de_DE", "16. November", "16.–22. November", "28. Dezember 2026 – 3. Januar 2027"),
        ("fr_FR", "16 novembre", "16–22 novembre", "28 décembre 2026 – 3 janvier 2027"),
        ("es_ES", "16 de noviembre", "16–22 de noviembre", None),
        ("hu_HU", "november 16.", "november 16.–22.", None),
        ("ja_JP", "11月16日", "11月16–22日", "2026年12月28日 – 2027年1月3日"),
        ("zh_CN", "11月16日", "11月16–22日", None),
        ("sv_SE", "16 november", "16–22 november", None),
    ],
)
def test_days_and_weeks_read_as_the_locale_writes_them(home, locale, short, week, over_the_year):
    QLocale.setDefault(QLocale(locale))

    assert short_day_text(NOVEMBER) == short
    assert week_text(Week(NOVEMBER)) == week
    if over_the_year:
        assert week_text(Week(ADVENT)) == over_the_year
    assert "2026" in day_text(NOVEMBER)
    assert "2025" in near_day_text(date(2025, 3, 1), NOVEMBER)
    assert near_day_text(NOVEMBER, ADVENT) == short


def test_no_locale_leaves_a_day_without_its_number_and_month(home):
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    ):
        QLocale.setDefault(locale)
        said = short_day_text(NOVEMBER)
        digits = [locale.toString(16), "16"]
        assert any(d in said for d in digits), (locale.name(), said)
        assert len(said) > 3, (locale.name(), said)
        assert "2026" not in said, (locale.name(), said)


# --- the window ---


def test_the_window_speaks_another_language_at_once(qtbot, theme, tmp_path, languages):
    spoken = languages(de={"SettingsPage": {"Settings": "Einstellungen"}})
    changes = ChangeSignals()
    folder = tmp_path / "tend"
    preferences = PreferenceService(folder, changes.tell, languages=spoken.offered)
    protection = ProtectionService(folder, notify=changes.tell, language=spoken.speak(""))
    window = MainWindow(theme, protection, changes, preferences=preferences, languages=spoken)
    changes.setParent(window)
    qtbot.addWidget(window)
    window.start_demo()
    section = window.workspace.open("settings").show_part("language")

    section.language.chips["de"].click()
    page = window.workspace.pages["settings"]

    assert "Einstellungen" in {label.text() for label in page.findChildren(QLabel)}
    assert QLocale().language() is QLocale.Language.German
    assert PreferenceService(folder).now.language == "de"
    assert len([a for a in window.actions() if a.objectName() == "actionLock"]) == 1
    window.close()
