"""Every trap the formats are known for, and the test that walks into it.

The rows are the list to go by when a reader is changed; what a test of that name did is asked of
the tests themselves.
"""

import ast
from pathlib import Path

import pytest

_TESTS = Path(__file__).resolve().parents[2]

TRAPS = {
    "all: a look before anything is written": "test_a_look_writes_nothing",
    "all: the same key at every import": "test_what_came_once_never_comes_twice",
    "all: one bad entry is named, the rest goes in": (
        "test_one_bad_entry_is_named_and_the_rest_go_on"
    ),
    "all: one transaction": "test_an_error_in_the_middle_takes_everything_back",
    "all: the local day and its zone": "test_the_day_is_the_one_where_it_was_written",
    "all: hostile archives": "test_case_64_a_zip_that_reaches_out_is_refused_whole",
    "all: unknown fields are kept": "test_what_has_no_place_here_is_kept_beside_it",
    "all: missing media leave a place and a line": "test_a_picture_leaves_a_place_and_is_named",
    "all: marks and line ends of Windows": "test_a_mark_and_windows_line_ends_are_no_part_of_it",
    "Day One: another day than in London": "test_the_day_is_the_one_where_it_was_written",
    "Day One: the smallest legal file": "test_the_smallest_legal_file_is_enough",
    "Day One: several journals in a zip": "test_each_json_of_the_zip_is_a_journal_of_its_own",
    "Day One: backslashes, code, C:\\temp": "test_backslashes_go_where_they_change_nothing",
    "Day One: zero-width blanks at bold": "test_backslashes_go_where_they_change_nothing",
    "Day One: text that is absent": "test_rich_text_stands_in_for_text_that_is_absent",
    "Day One: pictures of other entries": "test_a_picture_leaves_a_place_and_is_named",
    "Day One: video, audio and attachments": "test_every_kind_of_file_leaves_a_place",
    "Day One: links between entries, both kinds": "test_links_of_both_ages_stay_as_they_are",
    "Day One: empty fences": "test_links_between_entries_and_empty_fences_stay_as_they_are",
    "Day One: title of heading, line or day": "test_a_heading_is_the_title_wherever_it_stands",
    "Day One: whole days": "test_a_whole_day_has_no_hour",
    "Classic: no zone, no text, bad lists": "test_classic_traps_are_named_and_the_rest_go_on",
    "Classic: the doubled hour": "test_the_doubled_hour_of_a_clock_change_keeps_both_entries",
    "Day One text: before the first date, leap day": (
        "test_text_blocks_begin_with_a_date_after_a_tab"
    ),
    "jrnl JSON: no tags in old files": "test_json_of_old_has_no_tags",
    "jrnl JSON: two in one minute": "test_two_entries_of_one_minute_are_two",
    "jrnl JSON: the writer's clock": "test_json_is_on_the_clock_of_its_writer",
    "jrnl: names may be people": "test_labels_become_people_as_said",
    "jrnl text: a bracket that is no date": "test_a_bracket_that_is_no_date_is_text",
    "jrnl text: any date format, starred": "test_dates_come_in_many_formats",
    "jrnl text: a title of several sentences": (
        "test_the_first_line_is_the_title_however_many_sentences_it_has"
    ),
    "jrnl text: no brackets in the first": "test_the_first_jrnl_wrote_no_brackets",
    "jrnl text: no date at all": "test_a_text_without_a_date_is_an_entry_of_now",
    "jrnl folder: the path is the day": "test_the_place_in_a_folder_gives_the_day",
    "jrnl locked: three ages": "test_every_age_of_encryption_opens_with_its_passphrase",
    "jrnl Markdown: headings two deeper": "test_headings_of_the_markdown_export_come_back_up",
    "jrnl yaml that is none": "test_what_jrnl_calls_yaml_is_read_line_by_line",
    "RedNotebook: categories, null and not": (
        "test_a_day_has_its_words_its_heading_and_its_categories"
    ),
    "RedNotebook: old tags, python/unicode, empty files": (
        "test_old_tags_and_old_strings_are_understood"
    ),
    "RedNotebook: files of the program": "test_what_only_helps_the_program_is_passed_over",
    "RedNotebook: the backup zip": "test_a_backup_is_the_same_in_a_zip",
    "RedNotebook: YAML that runs": "test_yaml_that_runs_or_multiplies_is_skipped_and_named",
    "RedNotebook: its markup": "test_its_markup_becomes_markdown",
    "RedNotebook: hashtags, colours, C": "test_hashtags_are_words_and_no_colours_nor_c",
    "RedNotebook: files of that computer": "test_files_of_that_computer_stay_behind_in_sight",
    "Joplin: notebooks, tags, its own time": "test_a_note_brings_its_notebook_its_tags_and_its_day",
    "Joplin: RAW": "test_raw_is_the_same_as_a_folder",
    "Joplin: facts from the end, escaped ends": "test_facts_are_read_from_the_end",
    "Joplin: a title alone": "test_a_title_alone_is_a_note",
    "Joplin: links to notes and files": (
        "test_links_to_files_leave_a_place_and_links_to_notes_stay"
    ),
    "Joplin: HTML": "test_html_notes_become_markdown",
    "Joplin: encrypted": "test_what_is_encrypted_is_refused_with_a_way_out",
    "Joplin: conflicts, trash, revisions": "test_conflicts_and_trash_are_skipped_and_named",
    "front matter: text, keys in any case, empty values": "test_front_matter_is_read_as_text",
    "front matter: every shape of a date": "test_dates_of_front_matter",
    "front matter: dates with two readings": "test_a_date_with_two_readings_is_asked_about",
    "front matter: odd titles": "test_titles_are_what_was_meant",
    "front matter: tags and authors of any shape": "test_tags_and_authors_come_in_any_shape",
    "front matter: bad YAML": "test_front_matter_that_is_none_stays_in_the_text",
    "folders: names that are days": "test_the_name_gives_the_day",
    "folders: a heading, then the clock": (
        "test_without_a_name_a_heading_gives_the_day_and_then_the_clock"
    ),
    "Obsidian: links, embeds, hidden folders": (
        "test_obsidian_keeps_its_links_its_tags_and_a_place_for_pictures"
    ),
    "Obsidian: weeks": "test_weeks_are_asked_about_and_then_begin_as_said",
    "Logseq: outlines, properties, tasks": "test_logseq_days_have_facts_tasks_and_tags",
    "Mini Diary: a map of days": "test_mini_diary_is_a_map_from_days",
    "Mini Diary: before 2.0": "test_before_its_second_version_a_line_was_a_paragraph",
    "Mini Diarium: a list with HTML": "test_mini_diarium_is_a_list_with_html",
}


@pytest.fixture(scope="module")
def names() -> set[str]:
    """The name of every test there is."""
    return {
        node.name
        for file in _TESTS.rglob("test_*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }


def test_every_trap_has_a_test(names: set[str]) -> None:
    assert {trap for trap, test in TRAPS.items() if test not in names} == set()
