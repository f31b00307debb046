"""The words of Markdown notes: front matter, tags in the text, and pictures that stay behind."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from journal_app.exchange.yaml_text import BadYaml, load

_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ODD_TITLE = re.compile(r"^(title):[ \t]+(?![\"'>|\[{])(\S.*)$", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(r"(?<![\w/&#\[(])#(\[\[[^\[\]\n]+\]\]|[\w/-]*[^\W\d][\w/-]*)")
_CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]*`", re.DOTALL)
_EMBED = re.compile(r"!\[\[([^\[\]|\n#]+)(?:#[^\[\]|\n]*)?(?:\|[^\[\]\n]*)?\]\]")
_IMAGE = re.compile(
    r"!\[([^\[\]\n]*)\]\(\s{0,9}<?([^)>\n]{1,999}?)>?(?:\s{1,9}\"[^\"\n]{0,500}\")?\s{0,9}\)"
    r"(?:\{[^{}\n]*\})?"
)
_NOTE_ENDINGS = (".md", "")


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The facts a text begins with, their names in small letters, and the text after them.

    Front matter that cannot be read raises ``BadYaml``; a text without any has no facts.
    """
    if not text.startswith("---\n"):
        return {}, text
    end = _END.search(text, 4)
    if end is None:
        return {}, text
    head, body = text[4 : end.start()], text[end.end() :].removeprefix("\n")
    facts = _loaded(head)
    if facts is None:
        return {}, body.removeprefix("\n")
    if not isinstance(facts, dict):
        raise BadYaml("its front matter is no list of facts")
    return {str(name).lower(): value for name, value in facts.items()}, body.removeprefix("\n")


def _loaded(head: str) -> Any:
    try:
        return load(head)
    except BadYaml:
        # A title was often written as it came, also when YAML reads it as something else.
        quoted = _ODD_TITLE.sub(lambda m: f"{m[1]}: {_quoted(m[2])}", head)
        if quoted == head:
            raise
        return load(quoted)


def _quoted(text: str) -> str:
    return "'" + text.strip().replace("'", "''") + "'"


def unescaped_name(name: str) -> str:
    """A file's name with what links write as ``%20`` read back."""
    raw = re.sub(
        rb"%([0-9a-fA-F]{2})", lambda m: bytes([int(m[1], 16)]), name.encode(errors="replace")
    )
    return raw.decode(errors="replace")


def tags_in(text: str) -> list[str]:
    """The tags written in a text with ``#``, none of them from code."""
    found = (
        tag.removeprefix("[[").removesuffix("]]") for tag in _TAG.findall(_CODE.sub(" ", text))
    )
    return list(dict.fromkeys(tag.strip("/") for tag in found if tag.strip("/-")))


def with_places(body: str, there: Callable[[str], str], behind: list[str]) -> str:
    """The body with a visible place for each picture; ``there`` finds a file by its name."""

    def embedded(found: re.Match[str]) -> str:
        name = found[1].strip()
        ending = name[name.rfind(".") :].lower() if "." in name else ""
        return found[0] if ending in _NOTE_ENDINGS else placed(name)

    def pictured(found: re.Match[str]) -> str:
        if re.match(r"(?i)(https?|data):", found[2]):
            return found[0]
        return placed(found[2])

    def placed(path: str) -> str:
        name = re.split(r"[/\\]", path)[-1]
        missing = "" if there(name) else "missing from the export, "
        behind.append(name)
        return f"[picture {name}, {missing}not brought along]"

    def outside(part: str) -> str:
        return _IMAGE.sub(pictured, _EMBED.sub(embedded, part))

    return "".join(part if is_code else outside(part) for part, is_code in _parts(body))


def _parts(body: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for code in _CODE.finditer(body):
        yield body[at : code.start()], False
        yield code[0], True
        at = code.end()
    yield body[at:], False
