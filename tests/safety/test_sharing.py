"""Cases 71 to 74 and 76: what leaves was chosen, and leaves under other names."""

import json
import re
from dataclasses import replace

import pytest

from journal_app.domain.draft import IntentionDraft, MomentDraft
from journal_app.domain.entry import EntryKind
from journal_app.domain.promise import Promise
from journal_app.domain.share import Audience, NameStyle
from journal_app.domain.worry import Worry
from journal_app.exchange.folding import fold
from journal_app.services.exporting import Selection
from tests.builders import FRIDAY, MONDAY, NEXT_FRIDAY, a_full_draft, a_moment, an_entry
from tests.safety.leaving import FORMS, export, pack_of
from tests.sharing_page import a_share_page, save

TEAM = {
    "Mei Lindqvist": ["Mei-Mei", "Lindy"],
    "Réka Søndergård": [],
    "Jean-Luc O'Brien": ["J.L."],
    "田中花子": [],
    "Ольга Петрова": [],
    "C++ Guy (contractor)": [],
    ".*": [],
    r"$1 \1": [],
    "Hanna Remarque": [],
    "''": [],
}
WRITTEN = (
    "Mei's, MEI, mei, Meis plan; Mei-Mei and Lindy’s; ＭＥＩ, M\u00ade\u00adi, Me\u200bi, 𝓜𝓮𝓲",
    "Re\u0301ka met RÉKA and Reka; Søndergårds, Soendergaard, sondergard",
    "Jean-Luc, Jean Luc, JeanLuc, jeanluc; O’Brien, OBRIEN's, Obrien; J. L. and JL",
    "田中さんと花子さん、田中花子; Ольгой, Ольге, Петровой",
    "the C++ Guy (contractor) and c++ guy's; .* and $1 \\1 stood there; he said '' twice",
    "[Mei](mailto:mei@corp.example), mei.lindqvist@corp.example, mlindqvist@corp.example",
    "@mei_lindqvist, @lindqvistm, #MeiLindqvist, https://wiki.example/people/Mei%20Lindqvist",
    "https://wiki.example/R%C3%A9ka_S%C3%B8nderg%C3%A5rd, R&eacute;ka, &#77;ei, M&#x65;i",
    "files/mei-lindqvist-review.pdf, C:\\Users\\meil\\notes, ~rsondergard/todo, hanna_remarque.md",
)
INNOCENT = "Hannah remarked on the markup; a meiosis lecture, a contract"
LEFT = re.compile(
    r"mei(?!osis)|lindq|lindy|reka|s[oø]e?nderg|jean|obrien|o'brien|(?<![a-z])jl|j\.\s?l\."
    r"|田中|花子|ольг|петров|guy|contractor|hanna(?!h)|remarque|\.\*|\$1"
)


def left_of_names(text: str) -> list[str]:
    """What of any name is still there, seen through case, width, accents and escapes."""
    return LEFT.findall(fold(text).text.replace("\0", ""))


@pytest.fixture
def team(journal):
    return [journal.team.welcome(name, others) for name, others in TEAM.items()]


@pytest.fixture
def told(journal, team):
    """A journal in which every field that can leave names somebody in some form."""
    mei = team[0].id
    draft = a_full_draft(mei)
    every = "\n\n".join((*WRITTEN, INNOCENT))
    draft.moments = [
        replace(a_moment(mei, every), situation=every, impact=every),
        MomentDraft(behaviour=every),
    ]
    celebration = draft.celebration
    celebration.situation = celebration.behaviour = celebration.impact = every
    draft.doubt = every
    draft.intentions = [
        IntentionDraft(
            person_id=mei,
            good_looks_like=every,
            obstacle=every,
            cue=every,
            act=every,
            first_words=every,
        )
    ]
    draft.answer("notice").body = every
    journal.reflections.finish(draft, on=FRIDAY)
    journal.entries.write(
        an_entry(every, title=every, person_id=mei, tags=("mei", "meiLindqvist", "Réka"))
    )
    journal.growth.worry(Worry(person_id=mei, noted_on=FRIDAY, body=every))
    journal.intentions.promise(Promise(person_id=mei, body=every, made_on=FRIDAY))
    return journal


# --- names ---


@pytest.mark.parametrize("names", [NameStyle.ALIAS, NameStyle.INITIALS])
def test_case_71_and_72_and_73_no_form_of_a_name_is_left_in_any_of_five_formats(
    told, tmp_path, names
):
    texts = {form: export(told, tmp_path, form, names) for form in FORMS}
    for kind in ("md", "html", "json"):
        pack = pack_of(told, names, questions=("\n".join((*WRITTEN, INNOCENT)),))
        texts[f"pack.{kind}"] = pack.render(kind).decode()
    for form, text in texts.items():
        assert text.count("a meiosis lecture") >= 5, form
        ours = text.replace("</style>", "<style>").split("<style>")
        # The pack's own style sheet names nobody, and CSS has its own stars and dots.
        shown = ours[0] + ours[-1] if len(ours) == 3 else text
        if names is NameStyle.INITIALS:
            shown = re.sub(r"J\.L\.|J\.L\.O\.|J\.O\.", "", shown)
        assert left_of_names(shown) == [], form


def test_case_71_words_that_only_look_like_names_stay_as_they_were(told, tmp_path):
    assert INNOCENT in export(told, tmp_path, "md")
    assert "Nothing stands for itself" in export(
        _with(told, "Nothing stands for itself; I do, so can you."), tmp_path, "md"
    )


def _with(journal, body):
    journal.team.welcome("Do So An")
    journal.entries.write(an_entry(body))
    return journal


def test_case_71_one_person_is_one_other_name_through_a_whole_file(told, tmp_path):
    entries = json.loads(export(told, tmp_path, "json"))["entries"]

    [alias] = {entry["person"] for entry in entries if entry["person"]}
    for entry in entries:
        if "a meiosis lecture" in entry["body"]:
            assert entry["body"].count(alias) >= 10


@pytest.mark.parametrize("name", ["''", "´`", "- - -", "(", "[a-z]+", "^", "|", "\\", "_ . _ . _"])
def test_case_72_a_name_of_signs_is_taken_literally_and_ends(journal, tmp_path, name):
    journal.team.welcome(name)
    text = "Ordinary words with signs: a-b, (c), x^2. " + "-._ " * 500
    journal.entries.write(an_entry(text + f"\n\nand {name} was there"))

    exported = export(journal, tmp_path, "md")

    assert "Ordinary words with signs" in exported
    assert f"and {name} was there" not in exported


def test_case_73_the_name_a_file_is_offered_under_names_nobody(qtbot, theme, told):
    offered = []
    page = a_share_page(qtbot, theme, told, choose_file=lambda _title, name: offered.append(name))
    for kind in ("md", "html", "pdf"):
        save(qtbot, page, kind)
    save(qtbot, page, "docx", passphrase="four quiet words")

    assert offered == [f"notes-for-a-talk.{end}" for end in ("md", "html", "pdf", "docx.age")]


def test_case_74_a_pack_lists_what_may_be_a_name_that_nobody_entered(journal):
    journal.team.welcome("Mei Lindqvist")
    question = (
        "Asha asked for Berlin. Mei said to write bo@corp.example or +49 170 123 45 67 about"
        " ABC-123. On Monday 2026-11-16 I listened."
    )

    pack = pack_of(journal, questions=(question,))

    asked = ("Asha", "Berlin", "bo@corp.example", "+49 170 123 45 67", "ABC-123")
    for word in asked:
        assert word in pack.unfamiliar
    # Words are asked about; addresses and numbers are taken out unless they are kept.
    said = pack.render("md").decode()
    assert [word in said for word in asked] == [True, True, False, False, False]
    assert {"Mei", "Monday", "On", "Ask", "Tell"}.isdisjoint(pack.unfamiliar)
    assert "Asha" not in repr(pack)
    for stand_in in pack.unfamiliar:
        assert stand_in in question


def test_case_74_days_and_months_are_nobody(journal):
    question = (
        "we met on Thursdays, on Wednesdays in March, not Tues; what of Tuesday's call and Bo?"
        " Das war des Montags, an Freitagen, im Jänner, in Dezembers Eile, am Sonnabend."
    )

    asked = set(pack_of(journal, questions=(question,)).unfamiliar)

    days = {"Thursdays", "Wednesdays", "March", "Tues", "Tuesday", "Montags", "Freitagen"}
    assert asked.isdisjoint(days | {"Jänner", "Dezembers", "Sonnabend"})
    assert "Bo" in asked


def test_case_74_the_preview_shows_that_list_and_says_what_it_cannot_know(qtbot, theme, journal):
    page = a_share_page(qtbot, theme, journal)
    page.go("questions")
    page.questions.questions[0].setText("What would Asha say?")
    page.go("names")
    assert list(page.names.asked) == ["Asha"]
    page.go("preview")

    assert "Asha" in page.preview.unfamiliar.text()
    assert "No program can know who a story tells of" in page.preview.unfamiliar.text()
    assert not page.preview.unfamiliar.isHidden()


# --- what is taken ---


def test_case_76_drafts_private_words_and_other_weeks_are_in_no_export(journal, tmp_path):
    mei = journal.team.welcome("Mei Lindqvist")
    journal.reflections.finish(a_full_draft(mei.id), on=FRIDAY)
    draft = journal.reflections.open_draft(journal.reflections.week_of(NEXT_FRIDAY), on=NEXT_FRIDAY)
    draft.moments.append(a_moment(mei.id, "half a sentence in a draft"))
    journal.reflections.keep(draft)
    journal.drafts.keep_moment(MomentDraft(person_id=mei.id, behaviour="another draft"))
    journal.seeds.catch("a seed caught on the way", on=FRIDAY)
    journal.entries.write(replace(an_entry("marked as mine"), private=True))
    journal.entries.write(an_entry("a worry of mine", kind=EntryKind.WORRY))
    journal.entries.write(an_entry("another week's words", on=NEXT_FRIDAY))
    first = journal.entries.write(an_entry("the first version"))
    journal.entries.change(replace(first, body="the second version"))
    kept_out = (
        "half a sentence",
        "another draft",
        "marked as mine",
        "a worry of mine",
        "another week's",
        "the first version",
        "disagree with my own boss",
        "proud to sit beside her",
    )

    texts = [
        export(journal, tmp_path, form, first=MONDAY, last=FRIDAY, include_private=False)
        for form in FORMS
    ]
    packs = [
        pack_of(journal, first=MONDAY, last=FRIDAY, questions=(), doubt_ids=frozenset()),
        pack_of(journal, first=MONDAY, last=FRIDAY, questions=(), audience=Audience.MANAGER),
    ]

    for text in texts:
        assert "the second version" in text
        assert [words for words in kept_out if words in text] == []
    for pack in packs:
        text = pack.render("md").decode()
        assert [words for words in kept_out if words in text] == []
    assert "the second version" not in packs[1].render("md").decode()
    everything = export(journal, tmp_path, "json", include_private=True)
    assert "half a sentence" not in everything
    assert "another draft" not in everything
    assert "the first version" not in everything


def test_case_76_an_export_holds_the_items_that_were_shown_and_no_other(told, tmp_path):
    for chosen in ({}, {"kind": "note"}, {"include_private": True}, {"person_id": 1}):
        selection = Selection(**chosen)
        shown = [item.ref for item in told.exporting.items(selection)]
        entries = json.loads(
            export(told, tmp_path, "json", **({"include_private": False} | chosen))
        )["entries"]

        assert [str(entry["id"]) for entry in entries] == shown


def test_case_76_one_doubt_is_chosen_and_the_others_stay(journal):
    mei = journal.team.welcome("Mei Lindqvist")
    for week_start, doubt in ((MONDAY, "how to begin"), (MONDAY.replace(day=9), "how to end")):
        draft = a_full_draft(mei.id, week_start=week_start)
        draft.doubt = doubt
        journal.reflections.finish(draft, on=FRIDAY)
    [chosen] = [d for d in journal.skills.doubts() if d.body == "how to end"]

    text = pack_of(journal, doubt_ids=frozenset({chosen.id})).render("md").decode()

    assert "how to end" in text
    assert "how to begin" not in text


def test_case_76_and_79_the_file_is_the_preview_byte_for_byte_and_its_place_is_in_the_log_alone(
    qtbot, theme, told, tmp_path
):
    for kind in ("md", "html", "json"):
        page = a_share_page(qtbot, theme, told, choose_file=lambda _title, name: tmp_path / name)
        page.go("questions")
        page.questions.questions[0].setText("What would Mei say?")
        save(qtbot, page, kind)

        file = tmp_path / f"notes-for-a-talk.{kind}"
        assert page.saving.saved_to == file
        assert file.read_text(encoding="utf-8") == page.preview.preview.toPlainText()
    tables = _dump(told)
    assert str(tmp_path) in tables.pop("share_log")
    assert str(tmp_path) not in json.dumps(tables)
    assert str(tmp_path) not in repr(told.sharing.log())


def _dump(journal):
    tables = journal._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name: repr(journal._db.execute(f"SELECT * FROM [{name}]")) for (name,) in tables}  # noqa: S608
