"""Cases 53 to 58 and 60 to 62: text that attacks, in bodies, names, titles and tags.

What a person wrote is shown and given out as they typed it, and nothing in it is ever obeyed.
"""

import json
import re
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

import html5lib
import pytest
from PySide6.QtGui import QImage, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QTextBrowser,
    QWidget,
)

from journal_app.domain.share import NameStyle
from journal_app.exchange.files import safe_file_name
from journal_app.exchange.html import words_to_html
from journal_app.services.exporting import Selection
from journal_app.services.protection import ProtectionService
from journal_app.ui.change_signals import ChangeSignals
from journal_app.ui.main_window import MainWindow
from tests.builders import FRIDAY, a_full_draft, an_entry
from tests.safety.bombs import BOMBS
from tests.safety.conftest import CHEAP, PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
XHTML = "{http://www.w3.org/1999/xhtml}"

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<svg onload="alert(1)"><circle r="9"/></svg>',
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<style>body{display:none}</style>",
    '<link rel="stylesheet" href="https://tracker.example/a.css">',
    '<iframe src="https://tracker.example/"></iframe>',
    "![pixel](https://tracker.example/p.gif)",
    "![mine](file:///etc/hostname)",
    r"![theirs](\\host\share\p.png)",
    "![theirs](//host/share/p.png)",
    "[run](javascript:alert(1))",
    "[read](file:///etc/hostname)",
    "[data](data:text/html,<script>alert(1)</script>)",
    "[entity](java&#115;cript:alert(1))",
    "<javascript:alert(1)>",
    '<a href="https://ok.example" onclick="alert(1)">here</a>',
    "```html\n<script>alert(1)</script>\n```",
    '<meta http-equiv="refresh" content="0;url=https://tracker.example">',
    "</div></main></body></html><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "]]><!--",
]
TECHNICAL = ["List<String>", "a < b", "<not a tag>", "x && y", "Map<K, V> & co", "if a<b and c>d:"]
NAMES = [
    "<b>Bold</b> Berger",
    '<img src="file:///etc/hostname"> Ines',
    "Smith & Sons",
    "&amp; Ampère",
    "%1 Percent",
    "{0} Brace",
    "{{x}} Mustache",
    r"\1 Back",
    "'; DROP TABLE person; --",
    "=HYPERLINK(1) Formula",
    "\u202egnirts Reversed",
]


@pytest.fixture
def export(journal, tmp_path):
    """Gives back what a file of these entries holds, in a form."""

    def give(form, *entries):
        journal.entries.write_all(entries)
        target = tmp_path / f"out.{form}"
        journal.exporting.export(
            target, form=form, names=NameStyle.REAL, selection=Selection(include_private=True)
        )
        return target.read_text(encoding="utf-8")

    return give


def dangers_in(page):
    """Everything in a page that a browser would load, run or jump to, but for honest links."""
    found = []
    for element in html5lib.parse(page, treebuilder="etree").iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.removeprefix(XHTML)
        if tag in {"script", "img", "iframe", "object", "embed", "form", "base", "link", "video"}:
            found.append(tag)
        if "}" in tag:
            found.append(f"foreign {tag}")
        for name, value in element.attrib.items():
            if str(name).startswith("on") or name in {"src", "srcset", "style", "background"}:
                found.append(f"{tag} {name}")
            allowed = value.startswith(("http://", "https://", "mailto:"))
            if name == "href" and not allowed:
                found.append(f"{tag} {name}={value}")
    return found


def text_of(page):
    """The words a reader of the page sees; an element's style and title are not among them."""
    body = html5lib.parse(page, treebuilder="etree").find(f"{XHTML}body")
    return "".join(body.itertext())


# --- 53 to 57: what an export does with it ---


def test_the_eye_for_dangers_sees_each_of_them():
    for page in (
        "<script>1</script>",
        "<p onclick=x>",
        "<img>",
        "<a href='javascript:1'>x</a>",
        "<svg></svg>",
        "<p style='background:url(x)'>",
    ):
        assert dangers_in(page), page
    assert not dangers_in('<p>fine <a href="https://ok.example">link</a></p>')


@pytest.mark.parametrize("attack", ATTACKS)
def test_case_53_markup_in_a_body_a_title_and_a_tag_is_inert_in_a_page(export, attack):
    page = export(
        "html",
        an_entry(f"Before.\n\n{attack}\n\nAfter."),
        an_entry("words", title=attack.splitlines()[0], tags=(attack.splitlines()[0],)),
    )

    assert not dangers_in(page)
    assert "Before." in text_of(page)
    assert "After." in text_of(page)


@pytest.mark.parametrize("attack", ATTACKS)
def test_case_53_markup_is_kept_as_it_was_typed_in_markdown_and_json(export, attack):
    body = f"Before.\n\n{attack}\n\nAfter."

    assert attack in export("md", an_entry(body))
    assert body in json.dumps(
        json.loads(export("json", an_entry(body))), ensure_ascii=False
    ).replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")


@pytest.mark.parametrize("name", NAMES)
def test_case_53_a_name_is_inert_and_readable_in_every_export(journal, tmp_path, name):
    person = journal.team.welcome(name)
    journal.entries.write(an_entry("They asked first.", person_id=person.id))
    for form in ("html", "md", "json"):
        target = tmp_path / f"out.{form}"
        journal.exporting.export(target, form=form, names=NameStyle.REAL, selection=Selection())
        told = target.read_text(encoding="utf-8")
        if form == "html":
            assert not dangers_in(told)
            told = text_of(told)
        elif form == "json":
            told = str(json.loads(told))
            name = str([name])[2:-2]
        assert name in told


@pytest.mark.parametrize("words", TECHNICAL)
def test_case_54_what_only_looks_like_a_tag_survives_and_is_seen(export, words):
    page = export("html", an_entry(f"We keep {words} there."))

    assert words in text_of(page)


def test_case_55_a_picture_is_named_and_never_fetched(export):
    page = export("html", an_entry("See ![the chart](https://tracker.example/p.gif) today."))

    assert "[image not loaded: the chart]" in text_of(page)
    assert "tracker.example" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    "link", ["https://example.org/a?b=c", "http://example.org", "mailto:mei@example.org"]
)
def test_case_57_an_honest_link_stays_and_shows_where_it_leads(export, link):
    page = export("html", an_entry(f"Read [this]({link})."))

    [anchor] = html5lib.parse(page, treebuilder="etree").iter(f"{XHTML}a")
    assert anchor.get("href") == link
    assert "noopener" in anchor.get("rel")


# --- 56: no file that an entry names is ever opened ---


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace shows which files are opened")
def test_case_55_and_56_no_page_and_no_export_opens_a_file_or_an_address_that_words_name(tmp_path):
    planted = tmp_path / "planted.png"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(planted))
    words = "\n\n".join(
        [
            f"![mine](file://{planted})",
            f"![mine]({planted})",
            f'<img src="file://{planted}">',
            f'<img src="{planted}">',
            "![theirs](//tracker.example/share/p.png)",
            f"<link rel=stylesheet href=file://{planted}>",
        ]
    )
    trace = tmp_path / "trace"

    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", "trace=openat,open,stat,readlink,connect,socket"),
            *("-o", str(trace), sys.executable, "-m", "tests.safety.hostile_window"),
            *(str(tmp_path / "tend"), words, f'<img src="file://{planted}"> Ines'),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    assert "walked" in done.stdout
    calls = trace.read_text(errors="replace")
    assert "journal.db" in calls
    assert "planted.png" not in calls
    assert "AF_INET" not in calls


# --- 58 and 61: names in the window ---


@pytest.fixture
def window(qtbot, theme, tmp_path):
    changes = ChangeSignals()
    protection = ProtectionService(tmp_path / "tend", notify=changes.tell, kdf=CHEAP)
    protection.create(PASSPHRASE)
    journal = protection.journal
    people = [journal.team.welcome(name) for name in NAMES]
    for person in people:
        journal.entries.write(
            an_entry(f"{person.name} asked first.", title=person.name, person_id=person.id)
        )
        journal.seeds.catch(f"{person.name} and the demo", on=FRIDAY, person_id=person.id)
    journal.reflections.finish(a_full_draft(people[0].id), on=FRIDAY)
    protection.lock()
    made = MainWindow(theme, protection, changes, today=lambda: FRIDAY)
    changes.setParent(made)
    qtbot.addWidget(made)
    made.show()
    made.start()
    made.unlock(PASSPHRASE)
    return made


def pages_of(window):
    """Every page there is, opened one after the other, a person's once for each name."""
    workspace = window.workspace
    for name in list(workspace._maker._makers):
        if name == "person":
            for number in range(1, len(NAMES) + 1):
                workspace.open_person(number)
                yield name, workspace.open(name)
        elif name == "held":
            for number in range(1, len(NAMES) + 1):
                workspace.open_held(number)
                yield name, workspace.open(name)
        elif name == "guide":
            workspace.open_this_week()
            yield name, workspace.open(name)
        elif name == "entry":
            workspace.open_entry(1)
            yield name, workspace.open(name)
        else:
            yield name, workspace.open(name)


def test_case_58_no_label_tooltip_or_box_reads_a_name_as_markup(window, qtbot):
    seen = set()
    for page, widget in pages_of(window):
        qtbot.wait(1)
        for label in widget.findChildren(QLabel):
            if label.pixmap().isNull():
                assert label.textFormat() is Qt.TextFormat.PlainText, (page, label.text())
            assert not label.openExternalLinks(), page
            seen |= {name for name in NAMES if name in label.text()}
        for child in widget.findChildren(QWidget):
            for tip in (child.toolTip(), child.whatsThis(), child.statusTip()):
                # A tip is escaped into <qt>, the one way in which Qt takes it literally.
                bare = tip.removeprefix("<qt>").removesuffix("</qt>")
                assert "<" not in bare, (page, tip)
                assert bare != tip or not Qt.mightBeRichText(tip), (page, tip)
        # Only the help shows formatted pages, its own ones, and follows no link.
        for browser in widget.findChildren(QTextBrowser):
            assert page == "help"
            assert not browser.openLinks()
    assert seen == set(NAMES)


def test_case_58_and_61_a_name_on_a_button_shows_each_of_its_characters(window, qtbot):
    for page, widget in pages_of(window):
        qtbot.wait(1)
        for button in widget.findChildren(QAbstractButton):
            shown = button.text()
            for name in NAMES:
                bare = shown.replace("&&", "\0").replace("&", "").replace("\0", "&")
                plain = name.replace("&", "")
                if plain in bare.replace("&", ""):
                    assert name in bare, (page, shown)


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted((ROOT / "journal_app" / "ui").rglob("*.py"))
        if "QMessageBox" in path.read_text(encoding="utf-8")
    ],
    ids=lambda path: path.name,
)
def test_case_58_every_message_box_is_told_that_its_words_are_plain(path):
    source = path.read_text(encoding="utf-8")

    assert "setTextFormat(Qt.TextFormat.PlainText)" in source or "QMessageBox(" not in source
    assert not re.search(r"QMessageBox\.(information|question|warning|critical|about)\(", source)


def test_case_61_marks_that_programs_fill_in_are_left_alone(journal):
    for name in NAMES:
        person = journal.team.welcome(name)
        journal.entries.write(an_entry(f"{name} asked.", title=name, person_id=person.id))

    assert [person.name for person in journal.team.everyone()] == NAMES
    for name in NAMES:
        word = max(re.findall(r"\w+", name), key=len)
        assert name in {hit.item.title for hit in journal.searching.find(word)}


# --- 60: text that takes for ever ---


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_case_60_a_bomb_of_marks_becomes_a_page_with_its_words_in_it(bomb):
    page = words_to_html(bomb)

    assert not dangers_in(page)
    shown = "".join(text_of(f"<body>{page}").split())
    assert shown, "its words are gone"
    if page.startswith("<pre>"):
        assert escape(bomb) in page


# --- 62: file names ---


@pytest.mark.parametrize(
    "title",
    [
        *("../../etc/x", "/etc/x", "CON", "nul.md", "a:b", "dot. ", "x" * 300, "", "\U0001f44b\n"),
        *(
            "\u202egpj.exe",
            "a/b\\c",
            "LPT1",
            "com\u00b9",
            "..",
            ".",
            "~",
            "-rf",
            "a\0b",
            "\u00e9" * 200,
        ),
    ],
)
def test_case_62_a_title_becomes_a_file_in_the_chosen_folder_and_nowhere_else(tmp_path, title):
    target = tmp_path / safe_file_name(title, ".md")
    target.write_bytes(b"words")

    assert target.parent == tmp_path
    assert [made.read_bytes() for made in tmp_path.iterdir()] == [b"words"]
    assert not target.name.startswith((".", "-", "~"))
    assert target.name.isprintable()
