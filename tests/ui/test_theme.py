"""The looks: enough contrast for tired eyes, in all four."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox

from journal_app.paths import resources_dir
from journal_app.ui.theme import CONTRAST_LOOKS, LOOKS, tokens_of

TEXT, LARGE = 4.5, 3.0
PAIRS = [
    *[("ink", ground, TEXT) for ground in ("bg", "surface", "sunken", "accent_soft")],
    *[("ink", f"{tone}_soft", TEXT) for tone in ("growth", "joy", "preview", "doubt", "danger")],
    *[("muted", ground, TEXT) for ground in ("bg", "surface", "sunken")],
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    *[("accent_ink", ground, TEXT) for ground in ("bg", "surface", "accent_soft")],
    *[(tone, f"{tone}_soft", TEXT) for tone in ("growth", "preview", "doubt", "danger")],
    *[(tone, "surface", TEXT) for tone in ("growth", "preview", "doubt", "danger")],
    ("joy_ink", "joy_soft", TEXT),
    ("joy_ink", "surface", TEXT),
    ("accent", "surface", LARGE),
    ("accent", "bg", LARGE),
]


def luminance(color: str) -> float:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [*LOOKS, *CONTRAST_LOOKS])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_text_stands_out_from_its_ground(look, ink, ground, least):
    tokens = tokens_of(resources_dir() / "themes", look)

    assert contrast(tokens[ink], tokens[ground]) >= least


@pytest.mark.parametrize("look", CONTRAST_LOOKS)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_high_contrast_is_seven_to_one_and_draws_its_edges(look, ink, ground, least):
    tokens = tokens_of(resources_dir() / "themes", look)

    assert contrast(tokens[ink], tokens[ground]) >= max(7.0, least)
    assert contrast(tokens["line"], tokens["bg"]) >= 3.0


def test_black_on_white_is_twenty_one():
    assert round(contrast("#000000", "#FFFFFF")) == 21


def test_all_looks_have_the_same_tokens():
    folder = resources_dir() / "themes"
    names = {frozenset(tokens_of(folder, look)) for look in (*LOOKS, *CONTRAST_LOOKS)}

    assert len(names) == 1


def test_a_zoom_scales_sizes_and_stays_within_its_bounds(theme):
    theme.set_zoom(500)
    assert (theme.zoom, theme.px(16)) == (200, 32)
    theme.set_zoom(100)
    assert theme.px(16) == 16


def test_a_look_can_be_fixed(theme):
    theme.choose("evening")
    assert theme.color("bg").name() == "#1c1917"
    theme.choose("paper")
    assert theme.color("bg").name() == "#faf6f0"


@pytest.mark.parametrize("look", [*LOOKS, *CONTRAST_LOOKS])
@pytest.mark.parametrize(("mark", "token"), [("check", "on_accent"), ("down", "muted")])
def test_the_marks_of_boxes_wear_the_colours_of_their_look(look, mark, token):
    folder = resources_dir() / "themes"
    drawing = (folder / "marks" / f"{mark}-{look}.svg").read_text(encoding="utf-8")

    assert f'stroke="{tokens_of(folder, look)[token]}"' in drawing


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_on_shows_a_check_and_not_a_colour_alone(qtbot, theme, look):
    theme.choose(look)
    box = QCheckBox("a switch")
    qtbot.addWidget(box)
    box.show()
    box.setChecked(True)

    seen = _colours(box)
    assert theme.color("accent").name() in seen
    assert theme.color("on_accent").name() in seen


@pytest.mark.parametrize("look", LOOKS)
def test_a_box_of_choices_shows_that_it_opens(qtbot, theme, look):
    theme.choose(look)
    box = QComboBox()
    qtbot.addWidget(box)
    box.show()

    assert theme.color("muted").name() in _colours(box)


def _colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
