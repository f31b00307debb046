"""Where one reads from right to left, everything stands the other way round, and is as whole."""

from contextlib import contextmanager

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication

from journal_app.ui.icons import pixmap
from journal_app.ui.widgets.date_field import DateField
from journal_app.ui.widgets.labels import label, words
from journal_app.ui.widgets.step_trail import StepTrail
from tests.ui.walk import clipped, pages


@contextmanager
def from_the_right(app):
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def at(widget, window):
    return widget.mapTo(window, QPoint(0, 0)).x()


def test_every_page_is_mirrored_and_cuts_no_word(demo_at):
    window = demo_at("pseudo-rtl")
    left = {}
    for name, page in pages(window):
        if found := clipped(page):
            left[name] = found
        if name == "guide-notice":
            trail = window.workspace.pages["guide"].trail
            places = [at(place, window) for place in trail.places.values()]
            assert places == sorted(places, reverse=True)

    assert left == {}
    assert at(window.workspace.rail, window) > window.width() // 2


def test_what_points_to_the_next_points_to_the_left(qapp, theme):
    forward = pixmap(theme, "chevron-right").toImage()
    leaf = pixmap(theme, "leaf").toImage()
    with from_the_right(qapp):
        assert pixmap(theme, "chevron-left").toImage() == forward
        assert pixmap(theme, "chevron-right").toImage() != forward
        assert pixmap(theme, "leaf").toImage() == leaf


def test_the_line_of_the_trail_begins_at_its_first_place(qtbot, qapp, theme):
    with from_the_right(qapp):
        trail = StepTrail(theme)
        qtbot.addWidget(trail)
        trail.set_places([("arrive", "Arrive"), ("close", "Close")])
        trail.stand_at("arrive")
        trail.resize(400, 60)
        trail.show()
        QApplication.processEvents()
        first = trail.places["arrive"]
        drawn = first.grab().toImage()
    middle = theme.px(14)
    ground = drawn.pixel(drawn.width() - 2, drawn.height() - 2)

    assert first.x() > 0
    assert drawn.pixel(drawn.width() - 2, middle) == ground
    assert drawn.pixel(1, middle) != ground


def test_what_the_program_says_stands_at_the_right_whatever_its_letters_and_words_by_theirs(
    qtbot, qapp
):
    begins = {}
    for mirrored in (False, True):
        if mirrored:
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for made in (label("23–29"), label("\u200fשלום"), words("Imani"), words("שלום")):
            qtbot.addWidget(made)
            made.resize(300, 40)
            made.show()
            begins[mirrored, made.text()] = ink_begins(made.grab().toImage())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert begins[False, "23–29"] < 30
    assert begins[True, "23–29"] > 200
    assert begins[True, "\u200fשלום"] > 200
    # Words of a person lie as they are written, in every window.
    assert begins[True, "Imani"] < 30
    assert begins[True, "שלום"] > 200


def ink_begins(drawn):
    ground = drawn.pixel(drawn.width() // 2, 1)
    return next(
        x
        for x in range(drawn.width())
        if any(drawn.pixel(x, y) != ground for y in range(drawn.height()))
    )


def test_a_day_keeps_the_order_of_its_numbers(qtbot, qapp):
    shown = []
    for mirrored in (False, True):
        if mirrored:
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        field = DateField(QDate(2026, 11, 25))
        field.setDisplayFormat("dd/MM/yy")
        qtbot.addWidget(field)
        shown.append(field.text())
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert shown == ["25/11/26", "25/11/26"]
