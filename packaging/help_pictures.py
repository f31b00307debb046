"""The pictures of the user guide: Paper, one size, and few colours, so that they are light."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage

from journal_app.ui.demo_card import DemoCard
from journal_app.ui.main_window import MainWindow
from journal_app.ui.theme import Theme

HELP = Path(__file__).resolve().parent.parent / "resources" / "help"
_COLOURS = 256
_PLANS = {
    "en": ("Noor asks me on Tuesday how to begin", "ask what she would try first"),
    "de": ("Noor mich am Dienstag fragt, wie anfangen", "fragen, was sie zuerst versuchen würde"),
}


def pictures_for_help(window: MainWindow, theme: Theme, language: str) -> None:
    """Draw those of one language into the resources, from the demo journal."""
    theme.wear("paper", zoom=100, high_contrast=False)
    window.resize(1120, 700)
    window.start_demo()
    workspace = window.workspace
    if workspace is None:
        raise SystemExit("the demo did not open")
    for name in ("people", "celebrations", "share"):
        workspace.open(name)
        workspace.tips.put_away()
    workspace.open("week").findChild(DemoCard).seen_button.click()
    _draw(window, language, "this-week")
    workspace.open_this_week()
    guide = workspace.pages["guide"]
    guide.go_to("preview")
    form = guide.shown.forms[0]
    for field, words in zip((form.cue, form.act), _PLANS[language], strict=True):
        field.setText(words)
    guide.column.ensureWidgetVisible(form)
    _draw(window, language, "preview")
    workspace.open_person(1)
    _draw(window, language, "person")
    workspace.open("celebrations")
    _draw(window, language, "celebrations")
    share = workspace.open("share")
    share.go("preview")
    _draw(window, language, "share", ms=3000)


def _draw(window: MainWindow, language: str, name: str, *, ms: int = 300) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(memoryview(picture.constBits()).cast("I"))
    few = [colour for colour, _ in seen.most_common(_COLOURS)]
    folder = HELP / language / "pictures"
    folder.mkdir(exist_ok=True)
    light = picture.convertToFormat(
        QImage.Format.Format_Indexed8, few, Qt.ImageConversionFlag.AvoidDither
    )
    light.save(str(folder / f"{name}.png"))
