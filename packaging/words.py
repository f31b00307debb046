"""Find every word the program says, and what a language still lacks of them.

    packaging/words.py                what each language lacks, with where it is said
    packaging/words.py --write de     the same, put into the files of that language, to be filled

The words of the window stand in ``resources/i18n/<language>.json`` by context and English
sentence; those of the guide in ``resources/guidance/<language>/*.toml``. A language whose file
says ``"whole": true`` is offered in the settings, and then the tests let nothing be missing.

The demo journal speaks English alone and is not looked through: its year of one team is a story
that a translator would have to write anew, and half of one would show the journal at its worst.
"""

import argparse
import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CODE, RESOURCES = ROOT / "journal_app", ROOT / "resources"
I18N, GUIDANCE = RESOURCES / "i18n", RESOURCES / "guidance"
# Of a record of the guidance, what is read; the rest says when and of what kind it is.
TEXT_KEYS = {"text", "name", "title", "question", "meaning", "levels", "experiments"}
# Calls whose first text is a sentence of this context, whatever the context of the class is.
_SAYERS = {"_say"}
_PLURAL = re.compile(r"%L?n")


class NotALiteral(Exception):
    """A sentence that is put together before it is translated: no translator could find it."""


@dataclass(frozen=True, order=True)
class Sentence:
    """One sentence a person reads."""

    context: str
    text: str
    where: str

    @property
    def plural(self) -> bool:
        """True when it holds a number that changes its form."""
        return bool(_PLURAL.search(self.text))


def sentences(code: Path = CODE) -> list[Sentence]:
    """Every sentence of the window and every sentence of an error, as they stand in the code."""
    found: dict[tuple[str, str], Sentence] = {}
    for path in sorted(code.rglob("*.py")):
        if "cli" in path.relative_to(code).parts:
            # The command line speaks to scripts, in one language.
            continue
        for one in _File(path).sentences():
            found.setdefault((one.context, one.text), one)
    return sorted(found.values())


class _File:
    """What one source file says."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._errors = {
            alias.asname or alias.name
            for node in ast.walk(self._tree)
            if isinstance(node, ast.ImportFrom) and node.module == "journal_app.domain.errors"
            for alias in node.names
        }
        self._constants: dict[str, list[ast.expr]] = {}
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        self._constants.setdefault(target.id, []).append(node.value)
        classes = [node.name for node in self._tree.body if isinstance(node, ast.ClassDef)]
        self._context = classes[0] if classes else path.stem

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence said here."""
        yield from self._in(self._tree, self._context)

    def _in(self, node: ast.AST, context: str) -> Iterator[Sentence]:
        for child in ast.iter_child_nodes(node):
            inner = child.name if isinstance(child, ast.ClassDef) else context
            if isinstance(child, ast.Call):
                yield from self._said_by(child, inner)
            yield from self._in(child, inner)

    def _said_by(self, call: ast.Call, context: str) -> Iterator[Sentence]:
        match call.func:
            case ast.Attribute(attr="tr"):
                yield self._sentence(context, call.args[0])
            case ast.Attribute(attr="translate") | ast.Name(id="QT_TRANSLATE_NOOP"):
                # What is not a literal here was marked as a sentence where it stands.
                match call.args[:2]:
                    case [ast.Constant(value=str(named)), ast.Constant() as said]:
                        yield self._sentence(named, said)
            case ast.Name(id=name) if name in _SAYERS:
                if self._path.stem == "wording":
                    yield self._sentence("wording", call.args[0])
            case ast.Name(id=name) if name in self._errors:
                told = [*call.args[:1], *(k.value for k in call.keywords if k.arg in _PARTS)]
                for part in told:
                    for text in self._texts(part):
                        yield Sentence("errors", text, self._place(part))

    def _sentence(self, context: str, said: ast.expr) -> Sentence:
        if not (isinstance(said, ast.Constant) and isinstance(said.value, str)):
            raise NotALiteral(self._place(said))
        return Sentence(context, said.value, self._place(said))

    def _texts(self, said: ast.expr) -> Iterator[str]:
        match said:
            case ast.Constant(value=str(text)) if text:
                yield text
            case ast.IfExp(body=one, orelse=other):
                yield from (*self._texts(one), *self._texts(other))
            case ast.Name(id=name):
                for value in self._constants.get(name, ()):
                    yield from self._texts(value)
            case ast.JoinedStr(values=parts):
                places = iter(range(len(parts)))
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}"
                    for part in parts
                )

    def _place(self, node: ast.expr) -> str:
        return f"{self._path.relative_to(ROOT).as_posix()}:{node.lineno}"


_PARTS = {"safe", "next_step"}


def catalogue(language: str) -> dict[str, Any]:
    """The file of a language as it stands."""
    path = I18N / f"{language}.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def languages() -> list[str]:
    """Every language that has a file or a folder, but for English."""
    found = {path.stem for path in I18N.glob("*.json")}
    found |= {path.name for path in GUIDANCE.iterdir() if path.is_dir()}
    return sorted(found - {"en"})


def missing(language: str) -> list[Sentence]:
    """The sentences a language has no words for; of English, those that lack plural forms."""
    words = catalogue(language).get("words", {})
    wanted = [one for one in sentences() if language != "en" or one.plural]
    return [one for one in wanted if not _filled(words.get(one.context, {}).get(one.text), one)]


def gone(language: str) -> list[tuple[str, str]]:
    """What a language has words for and nobody says any more."""
    said = {(one.context, one.text) for one in sentences()}
    words = catalogue(language).get("words", {})
    return [(c, text) for c, table in words.items() for text in table if (c, text) not in said]


def _filled(said: object, one: Sentence) -> bool:
    if one.plural:
        return isinstance(said, dict) and all(said.get(form) for form in ("one", "other"))
    return bool(said)


# --- the guidance ---


def guidance_files() -> list[str]:
    """The files of the guidance that hold words."""
    return sorted(path.stem for path in (GUIDANCE / "en").glob("*.toml"))


def texts(records: Any, path: str = "", *, inside: bool = False) -> Iterator[tuple[str, str]]:
    """Every text of a guidance file with its place; lists of texts count as one, line by line."""
    if isinstance(records, dict):
        for key, value in records.items():
            yield from texts(value, f"{path}/{key}", inside=inside or key in TEXT_KEYS)
    elif isinstance(records, list) and records and isinstance(records[0], dict):
        for record in records:
            yield from texts(record, f"{path}/{record.get('id', '')}", inside=inside)
    elif isinstance(records, list) and inside:
        yield path, "\n".join(str(text) for text in records)
    elif isinstance(records, str) and inside:
        yield path, records


def guidance(language: str, name: str) -> dict[str, str]:
    """The texts of one file of a language, by place."""
    path = GUIDANCE / language / f"{name}.toml"
    if not path.exists():
        return {}
    record = tomllib.loads(path.read_text(encoding="utf-8"))
    return dict(texts(record, inside=name == "copy"))


def missing_guidance(language: str) -> list[tuple[str, str, str]]:
    """File, place and English text of what the guidance of a language lacks."""
    return [
        (name, place, text)
        for name in guidance_files()
        for place, text in guidance("en", name).items()
        if not guidance(language, name).get(place)
    ]


def missing_pages(language: str) -> list[str]:
    """The help pages a language lacks; the demo is a story, told in English where no other is."""
    return [
        f"help/{language}/{path.name}"
        for path in sorted((RESOURCES / "help" / "en").glob("*.md"))
        if not (RESOURCES / "help" / language / path.name).exists()
    ]


# --- putting the gaps into the files ---


def write(language: str) -> None:
    """Put every missing sentence into the file of a language, empty, and drop what is gone."""
    before = catalogue(language)
    words = before.get("words", {})
    after: dict[str, dict[str, Any]] = {}
    for one in sentences():
        if language == "en" and not one.plural:
            continue
        empty: Any = {"one": "", "other": ""} if one.plural else ""
        said = words.get(one.context, {}).get(one.text, empty)
        after.setdefault(one.context, {})[one.text] = said
    whole = {"whole": before.get("whole", False), "words": after}
    I18N.mkdir(exist_ok=True)
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    (I18N / f"{language}.json").write_text(text + "\n", encoding="utf-8")
    if language != "en":
        for name in guidance_files():
            _write_guidance(language, name)


def _write_guidance(language: str, name: str) -> None:
    path = GUIDANCE / language / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    shape = tomllib.loads((GUIDANCE / "en" / f"{name}.toml").read_text(encoding="utf-8"))
    said = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    lines = [f"# The words of {name}.toml in this language; what is empty is said in English.", ""]
    for table, content in shape.items():
        if isinstance(content, list):
            found = {record.get("id"): record for record in said.get(table, ())}
            for record in content:
                lines += [f"[[{table}]]", f"id = {_toml(record['id'])}"]
                lines += _lines(record, found.get(record["id"], {}), TEXT_KEYS)
        else:
            lines += [f"[{table}]", *_lines(content, said.get(table, {}), set(content))]
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _lines(shape: dict[str, Any], said: dict[str, Any], keys: set[str]) -> Iterator[str]:
    for key, value in shape.items():
        if key in keys:
            known = said.get(key)
            if not known:
                yield f"# {json.dumps(value, ensure_ascii=False)}"
            yield f"{key} = {_toml(known or type(value)())}"
    yield ""


def _toml(value: Any) -> str:
    if isinstance(value, list):
        inner = "".join(f"    {_toml(one)},\n" for one in value)
        return f"[\n{inner}]" if value else "[]"
    if "\n" in value:
        body = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        return f'"""\n{body}"""'
    return json.dumps(value, ensure_ascii=False)


def _report(language: str) -> int:
    lacks, guide, pages = missing(language), missing_guidance(language), missing_pages(language)
    for one in lacks:
        print(f"{language}: {one.where}: [{one.context}] {one.text}")
    for name, place, text in guide:
        print(f"{language}: {name}.toml{place}: {text}")
    for page in pages:
        print(f"{language}: {page} is not there yet")
    for context, text in gone(language):
        print(f"{language}: nobody says any more: [{context}] {text}")
    print(
        f"{language}: {len(lacks)} sentences, {len(guide)} texts of the guide, {len(pages)} pages"
    )
    return len(lacks) + len(guide) + len(pages)


def main() -> int:
    """List what is missing, or write it into the files to be filled."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", metavar="LANGUAGE", help="put the gaps into its files")
    asked = parser.parse_args()
    if asked.write:
        write(asked.write)
    return 1 if sum([_report(language) for language in languages()]) else 0


if __name__ == "__main__":
    sys.exit(main())
