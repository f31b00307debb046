"""RedNotebook: months as YAML, days, categories, and the markup in them."""

from datetime import date
from pathlib import Path

import pytest

from journal_app.exchange.importers.txt2tags import hashtags, to_markdown
from tests.exchange.importers.reading import (
    a_folder,
    a_zip,
    entries,
    entry,
    form_of,
    remarks,
    skipped,
)


def test_a_day_has_its_words_its_heading_and_its_categories(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "data",
        {
            "2024-09.txt": "15:\n  Work: {call with Mei: null, plan: null}\n  Ideas: null\n"
            '  text: "= Test note =\\n\\nA **good** //day// #Team\\n"\n17:\n  text: Another\n'
        },
    )

    first, second = entries(path)

    assert (first.on, first.title) == (date(2024, 9, 15), "Test note")
    assert first.body == "A **good** *day* #Team\n\n## Work\n\n- call with Mei\n- plan"
    assert first.tags == ("Work", "Ideas", "team")
    assert (second.on, second.title, second.body) == (date(2024, 9, 17), "", "Another")
    assert form_of(path) == "rednotebook"


def test_old_tags_and_old_strings_are_understood(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "data",
        {
            "2009-01.txt": "1:\n  Tags: {holiday: null}\n  text: x\n",
            "2026-06.txt": "14:\n  {text: !!python/unicode 'long\n    line\n\n\n    aaa #one '}\n",
            "2026-07.txt": "",
            "2026-08.txt": "{}\n",
        },
    )

    old, folded = entries(path)

    assert old.tags == ("holiday",)
    assert folded.body == "long line\n\naaa #one "
    assert folded.tags == ("one",)
    assert not skipped(path)


def test_what_only_helps_the_program_is_passed_over(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "data",
        {
            "2024-09.txt": "1: {text: kept}\n",
            "2024-09.old.txt": "1: {text: no}\n",
            "2024-09.new.txt": "1: {text: no}\n",
            "2024-09.CONFLICT_BACKUP1.txt": "1: {text: no}\n",
        },
    )

    assert entry(path).body == "kept"


def test_a_backup_is_the_same_in_a_zip(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "RedNotebook-Backup-2024-09-15.zip", {"2024-09.txt": "1: {text: hi}\n"})

    assert (form_of(path), entry(path).body) == ("rednotebook", "hi")


def test_yaml_that_runs_or_multiplies_is_skipped_and_named(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "data",
        {
            "2024-01.txt": "1: {text: fine}\n",
            "2024-02.txt": "1: {text: !!python/object/apply:os.system ['touch /tmp/no']}\n",
            "2024-03.txt": "1: &a {text: x}\n2: *a\n",
            "2024-04.txt": "31: {text: no such day}\n",
        },
    )

    assert entry(path).body == "fine"
    assert [item for item, _ in skipped(path)] == [
        "2024-02.txt",
        "2024-03.txt",
        "2024-04.txt, day 31",
    ]


def test_files_of_that_computer_stay_behind_in_sight(tmp_path: Path) -> None:
    text = r"[\"\"file:///srv/me/a\"\".png?50] [plan.txt \"\"file:///srv/me/plan.txt\"\"]"
    path = a_folder(tmp_path / "data", {"2024-09.txt": f'1:\n  text: "{text}"\n'})

    assert entry(path).body == "[a.png, not brought along] [plan.txt, not brought along]"
    assert remarks(path) == ["not brought along: a.png", "not brought along: plan.txt"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("= One =", "# One"),
        ("== Two ==[label]", "## Two"),
        ("===== Five =====", "##### Five"),
        ("**b** //i// --s-- __u__", "**b** *i* ~~s~~ *u*"),
        ("see http://a.b//c//d and //i//", "see http://a.b//c//d and *i*"),
        ("``**code**`` ", "`**code**` "),
        ("\"\"**raw**\"\" and ''<b>''", "**raw** and <b>"),
        ("+ first", "1. first"),
        ("=" * 20, "---"),
        ("a line\\\\", "a line  "),
        ("% a thought", "<!-- a thought -->"),
        ('[name ""http://x.y""]', "[name](http://x.y)"),
        ('[""http://x.y/a"".png]', "![](http://x.y/a.png)"),
        ("[2019-02-14] [name 2019-02-14]", "[2019-02-14] [name 2019-02-14]"),
        ("{warm|color:red} words", "warm words"),
        (r"\(x\) $$y$$", r"\(x\) $$y$$"),
        ("|| a | b |\n| c | d |", "| a | b |\n| --- | --- |\n| c | d |"),
        ("| a | b |", "|  |  |\n| --- | --- |\n| a | b |"),
        ("```\n**b**\n```", "```\n**b**\n```"),
        ("a -- b -- c", "a -- b -- c"),
    ],
)
def test_its_markup_becomes_markdown(written: str, meant: str) -> None:
    assert to_markdown(written, lambda path: f"<{path}>") == meant


def test_hashtags_are_words_and_no_colours_nor_c() -> None:
    text = "#Team ＃wide #ff0000 #abc #include #define #1 #a1 x#y ``#code``"

    assert hashtags(text) == ["team", "wide", "a1"]
