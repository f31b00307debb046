"""Draw every page in Paper and Evening to PNG files, from the demo journal or an empty one."""

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from help_pictures import pictures_for_help
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from journal_app.app import build
from journal_app.domain.query import read_query
from journal_app.ui.main_window import MainWindow
from journal_app.ui.pages.guide_page import GuidePage
from journal_app.ui.theme import CONTRAST_LOOKS, LOOKS, Theme
from journal_app.ui.workspace import Workspace


def settle(ms: int = 60) -> None:
    """Let the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


class Shots:
    """Takes pictures of one window into one folder."""

    def __init__(
        self, folder: Path, window: MainWindow, theme: Theme, suffix: str, language: str = "en"
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._window, self.theme = folder, window, theme
        self._suffix, self.language = suffix, language

    def take(self, name: str) -> None:
        """One picture, named by page, look and size."""
        settle()
        self._window.grab().save(str(self._folder / f"{name}{self._suffix}.png"))


def first_run(window: MainWindow, shots: Shots) -> None:
    """The three screens before the first word."""
    window.start()
    page = window.stack.currentWidget()
    shots.take("first-1-welcome")
    page.begin_button.click()
    shots.take("first-2-protect")
    page.new.passphrase.line.setText("four quiet words here")
    page.new.again.line.setText("four quiet words here")
    page.new.passphrase.edited.emit()
    page.protect_button.click()
    shots.take("first-3-recovery")
    page.sheet.later_button.click()
    page.names.setPlainText("Mei Lindqvist, Mei-Mei\nJonas Berg\nAna Sousa")
    shots.take("first-4-people")
    page.start_button.click()
    shots.take("guide-first-notice")
    window.lock()
    shots.take("lock")


def demo(window: MainWindow, shots: Shots) -> None:
    """Every page of the demo journal, and the guide screen by screen."""
    window.start_demo()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the demo did not open")
    for name in workspace.rail.buttons:
        if workspace.rail.buttons[name].isCheckable():
            workspace.open(name)
            shots.take(f"page-{name}")
    workspace.open_person(1)
    shots.take("page-person")
    person = workspace.pages["person"]
    person.growth.plans_chip.click()
    person.growth.line.stand_at(1)
    shots.take("page-person-line")
    person.meeting_button.click()
    shots.take("page-meeting")
    celebrations = workspace.open("celebrations")
    celebrations.jar.button.click()
    celebrations.column.ensureWidgetVisible(celebrations.jar)
    shots.take("page-celebrations-wall")
    celebrations.card_requested.emit(celebrations.cards[-1].celebration.id)
    settle(900)
    shots.take("page-greeting")
    growth = workspace.open("growth")
    for part in growth.parts.chips:
        growth.show_part(part)
        shots.take(f"page-growth-{part}")
    workspace.open_held(1)
    shots.take("page-held")
    held = workspace.pages["held"]
    held.erase_button.click()
    shots.take("page-held-erasing")
    write_freely(workspace, shots)
    settings = workspace.open("settings")
    for part in settings.parts.chips:
        settings.show_part(part)
        shots.take(f"page-settings-{part}")
    settings.finder.setText("lock")
    settings.finder.edited.emit()
    shots.take("page-settings-found")
    workspace.open_this_week()
    guide = workspace.pages["guide"]
    walk_guide(guide, shots)


def walk_guide(guide: GuidePage, shots: Shots) -> None:
    """Every screen of the guide, the month in it, and then those of a quarter."""
    for step in guide.steps():
        guide.go_to(step.id)
        shots.take(f"guide-{step.id}")
    if guide.draft is not None:
        guide.draft.pages = ["quarterly"]
    for step in guide.steps():
        if step.page:
            guide.go_to(step.id)
            shots.take(f"guide-{step.id}")


ENTRY = """# After the first handover

Imani walked the customer through the **whole plan** *without a note*. Nobody interrupted her.

> “I knew the answer before they asked.”

- [x] thank her, and say what I saw
- [ ] ask how she prepared
  - and whether she would show Tomasz

1. What I did: I stayed quiet
2. What I'd keep: `staying quiet`

See [the notes](https://example.org/notes), and ~~next Tuesday~~ Thursday.
"""


def write_freely(workspace: Workspace, shots: Shots) -> None:
    """Free writing with every kind of Markdown, and the words of an entry found and replaced."""
    workspace.open_entry()
    entry = workspace.pages["entry"]
    shots.take("entry-empty")
    entry.title.setText("A handover that went well")
    entry.area.set_text(ENTRY)
    entry.area.edited.emit()
    entry.keep()
    entry.count.count()
    shots.take("entry")
    entry.desk.find_bar.open_bar(replacing=True)
    entry.desk.find_bar.field.setText("her")
    shots.take("entry-find")
    entry.desk.escape()
    entry.area.moveCursor(entry.area.textCursor().MoveOperation.End)
    entry.area.textCursor().insertText("Thank @")
    settle(900)
    shots.take("entry-mention")
    entry.area.textCursor().insertText("Imani Okafor for it.")
    entry.desk.turn()
    settle(900)
    shots.take("entry-alone")
    entry.desk.turn()


def entry_alone(window: MainWindow, shots: Shots) -> None:
    """The editor in the demo journal, and nothing else."""
    window.start_demo()
    if window.workspace is not None:
        write_freely(window.workspace, shots)


def journal(window: MainWindow, shots: Shots) -> None:
    """The journal: empty, then a demo of weeks with its filters, months, years and trash."""
    window.start_demo()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the demo did not open")
    page = workspace.open("journal")
    shots.take("journal-week")
    refs = [row.ref for row in page.model.rows if getattr(row, "kind", "") == "note"]
    page.open_ref(refs[1])
    shots.take("journal-entry")
    page.reader.reading.star_button.click()
    page.side.filters.person.choose("2")
    shots.take("journal-person")
    page.side.filters.clear()
    page.open_ref(refs[0], read_query("learn small craft"))
    page.reader.reading.versions_button.click()
    shots.take("journal-versions")
    page.open_ref(refs[0])
    page.reader.reading.trash_button.click()
    page.side.trash_button.click()
    shots.take("journal-trash")
    page.show_view("month")
    page.month.focus_day()
    shots.take("journal-month")
    page.show_view("year")
    shots.take("journal-year")


def search(window: MainWindow, shots: Shots) -> None:
    """The search over a page: empty, with words, inside words, by its filters, and in vain."""
    window.start_demo()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the demo did not open")
    for name, text in (
        ("empty", ""),
        ("words", "question"),
        ("people", "ra"),
        ("inside", "eview"),
        ("filters", "kind:celebration after:2026-10"),
        ("nothing", "zebra crossing"),
    ):
        palette = workspace.open_search()
        palette.box.setText(text)
        settle(150)
        shots.take(f"search-{name}")


def share(window: MainWindow, shots: Shots) -> None:
    """A mentor pack in its six steps, and what is out there afterwards."""
    window.start_demo()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the demo did not open")
    page = workspace.open("share")
    shots.take("share-1-whom")
    page.whom.purpose.setText("For our talk in December")
    page.walk(1)
    page.questions.questions[0].setText("How do I let Asha lead the call without stepping in?")
    shots.take("share-2-questions")
    page.walk(1)
    shots.take("share-3-parts")
    growth = next(line for part, line in page.parts.parts.items() if part == "growth")
    growth.line.box.click()
    growth.open_button.click()
    page.parts.doubts_button.click()
    shots.take("share-3-parts-open")
    page.walk(1)
    shots.take("share-4-names")
    page.walk(1)
    settle(3000)
    shots.take("share-5-preview")
    page.preview.finder.setText("will")
    settle(400)
    shots.take("share-5-preview-found")
    page.walk(1)
    shots.take("share-6-save")
    page.saving.lock_line.box.click()
    shots.take("share-6-save-locked")
    with tempfile.TemporaryDirectory() as folder:
        page.saving._choose_file = lambda _title, name: Path(folder) / name
        for field in (page.saving.new.passphrase, page.saving.new.again):
            field.line.setText("four quiet words here")
        page.saving.save()
        settle(6000)
        shots.take("share-6-saved")
        page.begin_anew()
        shots.take("share-7-out-there")
        row = next(iter(page.shared.rows.values()))
        row.talk_button.click()
        shots.take("share-7-talk")


def carry(window: MainWindow, shots: Shots) -> None:
    """A journal from elsewhere, step by step, and everything on its way out."""
    window.start_demo()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the demo did not open")
    page = workspace.open("import")
    shots.take("import-1-choose")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.txt"
        path.write_text(
            "".join(
                f"[2024-{n % 12 + 1:02}-{n % 28 + 1:02} 09:30] A good talk with @{who} #retro\n"
                "She had the plan ready.\n\n"
                for n, who in zip(range(54), ["mei", "jonas", "ravi_k"] * 18, strict=True)
            )
            + "[03/04/2024 10:00] Which day was that?\n"
        )
        page.look_at(path)
        settle(400)
        shots.take("import-2-look")
        page.look.details_button.click()
        page.people.more_button.click()
        shots.take("import-3-details")
        page.bring_in()
        settle(600)
        shots.take("import-4-done")
        page.refresh()
        shots.take("import-5-earlier")
        page.look_at(Path(folder) / "nothing")
        settle(300)
        shots.take("import-6-refused")
        locked = Path(folder) / "locked.journal"
        locked.write_bytes(b"gAAAAABf" + b"x" * 80)
        page.look_at(locked)
        settle(300)
        shots.take("import-7-locked")
        page = workspace.open("export")
        shots.take("export-1")
        page.write("folder", Path(folder) / "tend")
        settle(900)
        shots.take("export-2-done")


# Held to the end of the run: every scene speaks the same.
_SPOKEN: list[AbstractContextManager[object]] = []


def speak(app: QApplication, journal: Path, language: str) -> MainWindow:
    """The window in one language, or in the one that nobody speaks."""
    if language.startswith("pseudo"):
        from tests.pseudo import spoken

        if not _SPOKEN:
            _SPOKEN.append(spoken(app, right_to_left=language.endswith("rtl")))
            _SPOKEN[0].__enter__()
        window = build(app, journal)
        # The window put on the direction of a language that is shipped.
        if language.endswith("rtl"):
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return window
    if language != "en":
        journal.mkdir(mode=0o700)
        choice = json.dumps({"language": language})
        (journal / "preferences.json").write_text(choice, encoding="utf-8")
    return build(app, journal)


SCENES: dict[str, Callable[[MainWindow, Shots], None]] = {
    "share": share,
    "first": first_run,
    "carry": carry,
    "demo": demo,
    "entry": entry_alone,
    "journal": journal,
    "help": lambda window, shots: pictures_for_help(window, shots.theme, shots.language),
    "search": search,
}


def main() -> None:
    """Draw the scenes asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/shots"))
    parser.add_argument("--scene", choices=sorted(SCENES), action="append")
    parser.add_argument("--look", choices=(*LOOKS, *CONTRAST_LOOKS), action="append")
    parser.add_argument("--zoom", type=int, default=100)
    parser.add_argument("--size", default="1320x860")
    parser.add_argument(
        "--language", default="en", help="one that is shipped, pseudo or pseudo-rtl"
    )
    asked = parser.parse_args()
    app = QApplication([])
    wide, high = (int(part) for part in asked.size.split("x"))
    for look in asked.look or LOOKS:
        for scene in asked.scene or SCENES:
            with tempfile.TemporaryDirectory() as folder:
                window = speak(app, Path(folder) / "journal", asked.language)
                theme = app.findChild(Theme)
                name, _, contrast = look.partition("-")
                theme.wear(name, zoom=asked.zoom, high_contrast=bool(contrast))
                window.resize(wide, high)
                window.show()
                suffix = f"-{look}" + (f"-{asked.zoom}" if asked.zoom != 100 else "")
                suffix += "" if asked.language == "en" else f"-{asked.language}"
                SCENES[scene](window, Shots(asked.out, window, theme, suffix, asked.language))
                window.close()
                window.deleteLater()
                settle()
    for spoken in _SPOKEN:
        spoken.__exit__(None, None, None)


if __name__ == "__main__":
    main()
