"""A low window, or a great zoom: the words have the room, and what stood still scrolls along."""

from PySide6.QtWidgets import QApplication

from journal_app.ui.widgets.framed_column import FramedColumn

# At twice the size.
HIGH, LOW = (1280, 1000), (960, 600)


def shown_guide(window):
    window.workspace.open_this_week()
    guide = window.workspace.pages["guide"]
    guide.go_to("notice")
    QApplication.processEvents()
    return guide, guide.findChild(FramedColumn)


def test_head_and_foot_of_the_guide_scroll_in_a_low_window_and_stand_in_a_high_one(demo_at):
    window = demo_at(size=HIGH, zoom=200)
    guide, frame = shown_guide(window)
    column = guide.column
    assert not frame.is_low
    assert not column.isAncestorOf(guide.next_button)

    window.resize(*LOW)
    QApplication.processEvents()
    assert frame.is_low
    assert column.isAncestorOf(guide.next_button)
    assert column.isAncestorOf(guide.trail)
    assert column.viewport().height() >= guide.height() - 8

    window.resize(*HIGH)
    QApplication.processEvents()
    assert not column.isAncestorOf(guide.next_button)
    assert guide.next_button.isVisible()
    assert guide.trail.isVisible()


def test_who_types_goes_on_typing_when_the_window_grows_low(demo_at):
    window = demo_at(size=HIGH, zoom=200)
    window.activateWindow()
    guide, _ = shown_guide(window)
    for stands in (guide.next_button, guide.shown.first_field()):
        stands.setFocus()
        window.resize(*LOW)
        QApplication.processEvents()
        assert QApplication.focusWidget() is stands

        window.resize(*HIGH)
        QApplication.processEvents()
        assert QApplication.focusWidget() is stands


def test_the_preview_of_a_pack_can_be_read_in_a_low_window(demo_at, theme):
    window = demo_at("de", (960, 600), 200)
    share = window.workspace.open("share")
    share.go("preview")
    QApplication.processEvents()

    assert share.stack.height() >= theme.px(280)
    assert share.preview.read_aloud.height() >= share.preview.read_aloud.heightForWidth(
        share.preview.read_aloud.width()
    )


def test_a_setting_chosen_below_the_window_comes_into_view(qtbot, demo_at):
    window = demo_at(size=(960, 600), zoom=200)
    settings = window.workspace.open("settings")
    settings.parts.chips["erase"].click()
    bar = settings.column.verticalScrollBar()

    qtbot.waitUntil(lambda: bar.value() > 0, timeout=20_000)
    top = settings.section.mapTo(settings.column.viewport(), settings.section.rect().topLeft()).y()
    assert 0 <= top < settings.column.viewport().height() / 2
