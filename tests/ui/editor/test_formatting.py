"""Formatting by keyboard: marks go round words, and come off again, in one step."""

import pytest


@pytest.mark.parametrize(
    ("keys", "before", "after"),
    [
        (["Ctrl+B"], "a |bold| word", "a **|bold|** word"),
        (["Ctrl+B", "Ctrl+B"], "a |bold| word", "a |bold| word"),
        (["Ctrl+B"], "a **|bold|** word", "a |bold| word"),
        (["Ctrl+B"], "a |**bold**| word", "a |bold| word"),
        (["Ctrl+I"], "an |own| word", "an *|own|* word"),
        (["Ctrl+I"], "**|both|**", "***|both|***"),
        (["Ctrl+B"], "in a wo|rd", "in a **wo|rd**"),
        (["Ctrl+B", "Ctrl+B"], "in a wo|rd", "in a wo|rd"),
        (["Ctrl+B"], "none |", "none **|**"),
        (["Ctrl+B"], "|- one\n- two|", "|- **one**\n- **two**|"),
        (["Ctrl+Shift+C"], "run |make| now", "run `|make|` now"),
        (["Ctrl+Shift+K"], "see |this|", "see [this](|)"),
        (["Ctrl+Shift+K"], "see |https://example.org|", "see [|](https://example.org)"),
        (["Ctrl+Shift+K"], "see |", "see [|]()"),
        (["Ctrl+Shift+H"], "title|", "# title|"),
        (["Ctrl+Shift+H"] * 4, "title|", "title|"),
        (["Ctrl+Shift+8"], "|one\ntwo|", "|- one\n- two|"),
        (["Ctrl+Shift+8"], "|- one\n- two|", "|one\ntwo|"),
        (["Ctrl+Shift+7"], "|one\n\ntwo|", "|1. one\n\n2. two|"),
        (["Ctrl+Shift+9"], "ask|", "- [ ] ask|"),
        (["Ctrl+Shift+9"] * 2, "ask|", "- [x] ask|"),
        (["Ctrl+Shift+9"] * 3, "ask|", "- ask|"),
    ],
)
def test_a_shortcut_formats_and_unformats(write, press, marked, keys, before, after):
    write(before)
    press(*keys)

    assert marked().replace("|", "") == after.replace("|", "")


@pytest.mark.parametrize("name", ["strong", "emphasis", "code", "link", "heading", "itemise"])
def test_every_act_is_one_step_to_undo(area, write, name):
    write("|one two\nthree|")
    act = {"itemise": "list"}.get(name, name)
    area.formatting.actions[act].trigger()
    assert area.text() != "one two\nthree"
    area.undo()

    assert area.text() == "one two\nthree"


def test_quoting_and_unquoting(area, write):
    write("|one\ntwo|")
    area.formatting.actions["quote"].trigger()
    assert area.text() == "> one\n> two"
    area.formatting.actions["quote"].trigger()
    assert area.text() == "one\ntwo"


def test_the_selection_stays_where_the_words_are(write, press, marked):
    write("a |bold| word")
    press("Ctrl+B")
    assert marked() == "a **|bold|** word"
    press("Ctrl+B")
    assert marked() == "a |bold| word"
