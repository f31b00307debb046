"""Drives the real window in a process of its own; prints what it saw as one line of JSON."""

import json
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from journal_app.app import open_window
from journal_app.ui.theme import Theme

FRIDAY, NEXT_FRIDAY = date(2026, 11, 20), date(2026, 11, 27)
DOUBT = "I don't know how to disagree with my own boss in front of the team."


def settle(ms: int = 30) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


filled: list[str] = []


def type_into(field: QWidget, text: str) -> None:
    """Key presses, as a person makes them."""
    filled.append(type(field).__name__)
    field.setFocus()
    target = field.line if hasattr(field, "line") else field
    first, *rest = text.split("\n")
    QTest.keyClicks(target, first)
    for line in rest:
        QTest.keyClick(target, Qt.Key.Key_Return)
        QTest.keyClicks(target, line)


def texts(page: QWidget) -> str:
    """Every word a page shows."""
    shown = [w.text() for w in page.findChildren(QLabel)]
    shown += [w.text() for w in page.findChildren(QLineEdit)]
    shown += [w.toPlainText() for w in page.findChildren(QTextEdit)]
    return "\n".join(shown)


def first_week(folder: Path, passphrase: str, canary: str) -> dict[str, object]:
    window = open_window(folder, today=lambda: FRIDAY)
    window.show()
    page = window.stack.currentWidget()
    screens = {page.screens.currentIndex()}
    page.begin_button.click()
    screens.add(page.screens.currentIndex())
    type_into(page.new.passphrase, passphrase)
    type_into(page.new.again, passphrase)
    page.protect_button.click()
    page.sheet.later_button.click()
    screens.add(page.screens.currentIndex())
    type_into(page.names, "Mei Lindqvist, Mei-Mei\nJonas Berg")
    inputs = len(filled)
    page.start_button.click()
    guide = window.workspace.pages["guide"]
    form = guide.shown.forms[0]
    form.who.chips[next(iter(form.who.chips))].click()
    type_into(form.behaviour, f"told the customer what we did not know; {canary}")
    settle(1100)
    saved_hint = guide.saved.text.text()
    type_into(form.situation, "In Tuesday's call")
    type_into(form.impact, "They calmed down and stayed.")
    guide.next_button.click()
    guide.shown.form.delivery.chips["say"].click()
    type_into(guide.shown.form.joy, "I was proud to sit beside her.")
    guide.next_button.click()
    type_into(guide.shown.doubt, DOUBT)
    guide.shown.hat.chips["leader"].click()
    guide.next_button.click()
    guide.shown.add_button.click()
    plan = guide.shown.forms[-1]
    plan.who.chips[next(iter(plan.who.chips))].click()
    type_into(plan.cue, "Mei brings the roadmap")
    type_into(plan.act, "ask for her plan before I say mine")
    guide.next_button.click()
    guide.done_button.click()
    journal = window._journal
    week = journal.reflections.page(journal.reflections.finished()[0].id)
    rows = {
        "moments": len(week.moments),
        "celebrations": len(week.celebrations),
        "doubts": len(week.doubts),
        "plans": len(week.plans),
    }
    title = window.windowTitle()
    window.close()
    return {
        "screens_before_writing": len(screens),
        "inputs_before_writing": inputs,
        "saved_hint": saved_hint,
        "rows": rows,
        "title": title,
    }


def next_week(folder: Path, passphrase: str) -> dict[str, object]:
    window = open_window(folder, passphrase, today=lambda: NEXT_FRIDAY)
    window.show()
    workspace = window.workspace
    home = texts(workspace.open("week"))
    workspace.open_this_week()
    guide = workspace.pages["guide"]
    guide.go_to("plan")
    plan_step = texts(guide.shown)
    endings = [chip.text() for chip in guide.shown.cards[0].endings.chips.values()]
    elsewhere = [
        name
        for name in ("week", "journal", "people", "celebrations", "share")
        if "own boss" in texts(workspace.open(name))
    ]
    workspace.open_person(1)
    if "own boss" in texts(workspace.pages["person"]):
        elsewhere.append("person")
    growth = workspace.open("growth")
    growth.show_part("doubts")
    on_its_page = "own boss" in texts(growth)
    window.lock()
    left = texts(window)
    assert "own boss" not in left
    assert "roadmap" not in left
    window.close()
    return {
        "home": home,
        "plan_step": plan_step,
        "endings": endings,
        "doubt_elsewhere": elsewhere,
        "doubt_on_its_page": on_its_page,
    }


def share(folder: Path, passphrase: str, target: str) -> dict[str, object]:
    window = open_window(folder, passphrase, today=lambda: NEXT_FRIDAY)
    window.show()
    page = window.workspace.open("share")
    page.saving._choose_file = lambda _title, _name: Path(target)
    page.next_button.click()
    question = page.questions.questions[0]
    question.setFocus()
    QTest.keyClicks(question, "How do I stop answering for her? Mei's plan was good, MEI said.")
    page.next_button.click()
    for part in page.parts.parts.values():
        if part.line.box.isEnabled() and not part.line.is_on:
            part.line.box.click()
    page.next_button.click()
    page.next_button.click()
    page.preview.kind.chips["md"].click()
    preview = page.preview.preview.toPlainText()
    page.next_button.click()
    page.saving.save_button.click()
    for _ in range(300):
        if page.saving.saved_to is not None:
            break
        settle(50)
    window.close()
    return {"preview": preview}


def type_for_ever(folder: Path, passphrase: str, canary: str) -> None:
    window = open_window(folder, passphrase, today=lambda: NEXT_FRIDAY)
    window.show()
    workspace = window.workspace
    workspace.open_this_week()
    guide = workspace.pages["guide"]
    guide.go_to("notice")
    area = guide.shown.forms[0].behaviour
    area.set_text("")
    area.setFocus()
    print("typing", flush=True)
    began = time.monotonic()
    for number in range(100_000):
        word = f"{canary.split()[number % 8]}{number}"
        QTest.keyClicks(area, word)
        QTest.keyClick(area, Qt.Key.Key_Space)
        print(f"{word}@{time.monotonic() - began:.3f}", flush=True)
        settle(20)


def read_draft(folder: Path, passphrase: str) -> dict[str, object]:
    window = open_window(folder, passphrase, today=lambda: NEXT_FRIDAY)
    journal = window._journal
    week = journal.reflections.page(journal.reflections.finished()[0].id)
    draft = journal.reflections.draft(journal.reflections.week_of(NEXT_FRIDAY))
    words = draft.moments[0].behaviour if draft and draft.moments else ""
    whole = bool(week.moments and week.celebrations and week.plans)
    window.close()
    return {"draft": words, "week_is_whole": whole}


SCENES = {
    "first_week": first_week,
    "next_week": next_week,
    "share": share,
    "type_for_ever": type_for_ever,
    "read_draft": read_draft,
}


def main() -> None:
    app = QApplication([])
    scene, folder, *args = sys.argv[1:]
    result = SCENES[scene](Path(folder), *args)
    theme = app.findChild(Theme)
    assert theme is not None
    print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
