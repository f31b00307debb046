"""Pasting: what comes from the clipboard becomes plain Markdown; pictures and files stay out."""

import re
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QMimeData
from PySide6.QtGui import QTextDocumentFragment

# What formatting a paste may bring; all else of a page is words or nothing.
_ALLOWED = {
    *("a", "b", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("i", "li", "ol", "p", "pre", "s", "strong", "ul"),
}
_FORMATS = re.compile(
    r"<(?:a\s|b[\s>]|strong|i[\s>]|em[\s>]|h[1-6]|ul|ol|li|blockquote|code|pre|del|s[\s>])",
    re.IGNORECASE,
)
_SHELLS = re.compile(
    r"</?(?:div|section|article|header|footer|main|tr|table)\b[^>]*>", re.IGNORECASE
)
_CELL_ENDS = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(style|script|title|head|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
# Word processors wrap a whole copy in one bold tag that says it is not bold.
_NOT_BOLD = re.compile(
    r"<b\b[^>]*font-weight:\s*(?:normal|400)[^>]*>(.*)</b>", re.IGNORECASE | re.DOTALL
)
LONGEST_PASTE = 500_000  # characters; Qt lays out a million of them in a second and a half
MOST_HTML = 200_000  # characters; longer copies come as plain words


class Refusal(Enum):
    """Why a paste brought nothing."""

    FILE = "file"
    PICTURE = "picture"
    LONG = "long"

    def sentence(self) -> str:
        """What the person reads."""
        match self:
            case Refusal.FILE:
                text = QT_TRANSLATE_NOOP(
                    "pasting", "Files are not kept here. Your words are as they were."
                )
            case Refusal.PICTURE:
                text = QT_TRANSLATE_NOOP(
                    "pasting", "Pictures are not kept here. Your words are as they were."
                )
            case Refusal.LONG:
                text = QT_TRANSLATE_NOOP(
                    "pasting",
                    "That is more than one page can hold at once. Your words are as they were."
                    " Paste it in parts.",
                )
        return QCoreApplication.translate("pasting", str(text))


def pasted_text(source: QMimeData, *, plain: bool = False) -> str | Refusal | None:
    """The words to insert; None when there are none."""
    if any(url.isLocalFile() for url in source.urls()):
        return Refusal.FILE
    words = _formatted(source) if not plain else ""
    words = words or source.text() or _bare(source)
    if len(words) > LONGEST_PASTE:
        return Refusal.LONG
    if not words and (source.hasImage() or source.hasHtml()):
        return Refusal.PICTURE
    return words or None


def _formatted(source: QMimeData) -> str:
    html = source.html() if source.hasHtml() else ""
    if len(html) > MOST_HTML or not _FORMATS.search(html):
        return ""
    try:
        words = markdown_from(html)
    except RecursionError:
        # Thousands of lists in lists are no list a person copied.
        return ""
    return words if words.strip() else ""


def _bare(source: QMimeData) -> str:
    if not source.hasHtml():
        return ""
    bare = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return bare.replace("\ufffc", "")


def markdown_from(html: str) -> str:
    """The words of a page as Markdown: no picture, no script, no address but a plain link's."""
    import nh3
    from markdownify import markdownify

    html = _UNSEEN.sub("", html)
    html = _NOT_BOLD.sub(r"\1", html)
    html = _SHELLS.sub("<p>", _CELL_ENDS.sub(" ", html))
    clean = nh3.clean(
        html,
        tags=_ALLOWED,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    words = markdownify(
        clean,
        heading_style="atx",
        bullets="-",
        strong_em_symbol="*",
        escape_underscores=False,
        escape_misc=False,
        autolinks=False,
    )
    return re.sub(r"\n{3,}", "\n\n", str(words)).strip("\n")
