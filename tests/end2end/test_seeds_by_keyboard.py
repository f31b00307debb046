"""A line caught over any page waits in the guide, is used or let go, by keyboard alone."""

from journal_app.ui.guide.notice_step import NoticeStep
from journal_app.ui.guide.preview_step import PreviewStep
from tests.builders import FRIDAY

MOST_SCREENS = 12


def caught(journal):
    return [seed.body for seed in journal.seeds.waiting()]


def go_on_to(hands, guide, screen):
    for _ in range(MOST_SCREENS):
        if isinstance(guide.shown, screen):
            return
        hands.press("Ctrl+Return")
    raise AssertionError(f"no way by keys to {screen.__name__}")


def test_a_seed_is_caught_used_in_notice_and_let_go_in_preview(hands, journal):
    workspace = hands.window.workspace
    hands.go_to("People")
    below = workspace.stack.currentWidget()
    for line in ("Jonas stayed to help", "Ask who decides"):
        hands.press("Ctrl+Shift+N")
        hands.write(line)
        hands.press("Return")
    assert caught(journal) == ["Jonas stayed to help", "Ask who decides"]
    assert workspace.stack.currentWidget() is below

    hands.go_to("This week's reflection")
    guide = workspace.pages["guide"]
    go_on_to(hands, guide, NoticeStep)
    hands.use("Use: Jonas stayed to help")
    assert "Jonas stayed to help" in guide.shown.forms[0].behaviour.text()
    go_on_to(hands, guide, PreviewStep)
    hands.use("Let go: Ask who decides")
    hands.press("Escape")

    assert workspace.stack.currentWidget() is workspace.pages["week"]
    draft = journal.reflections.draft(journal.reflections.week_of(FRIDAY))
    assert (len(draft.used_seeds), len(draft.dropped_seeds)) == (1, 1)
