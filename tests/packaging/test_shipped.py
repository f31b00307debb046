"""What the package holds: every part that is imported, with its licence, and no other."""

import ast
import importlib.metadata
import json
import sys

import pytest
from packaging.specifiers import SpecifierSet
from parts_list import write_licences, write_parts_list
from set_up import OLDEST
from shipped import ROOT, distributions, licence_texts, locked, modules_of, name_of

GNU = ("GPL-2", "GPL-3", "AGPL")


def imported_by_the_program():
    """The first names of everything journal_app imports that Python itself does not bring."""
    names = set()
    for path in (ROOT / "journal_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    # The store takes sqlcipher3 under this name, where sqlite-utils looks for it.
    return names - set(sys.stdlib_module_names) - {"journal_app", "pysqlite3"}


def test_every_part_is_in_the_lock_in_the_version_that_is_shipped():
    lock = locked()

    assert {name_of(one): one.version for one in distributions()} == {
        name_of(one): lock.get(name_of(one)) for one in distributions()
    }


def test_the_lock_installs_on_the_oldest_python_that_is_promised():
    # Debian 12 and Ubuntu have early releases of their Python: 3.11.2 is not 3.11.9.
    oldest = ".".join(map(str, OLDEST)) + ".0"
    lock = locked()
    too_new = [
        f"{name_of(one)}: {asked}"
        for one in importlib.metadata.distributions()
        if name_of(one) in lock and (asked := one.metadata.get("Requires-Python"))
        if oldest not in SpecifierSet(asked)
    ]

    assert too_new == []


def test_whatever_the_program_imports_is_shipped():
    shipped = {module.split(".")[0] for one in distributions() for module in modules_of(one)}

    assert imported_by_the_program() - shipped == set()


@pytest.mark.parametrize("part", distributions(), ids=name_of)
def test_every_part_comes_with_its_licence_text(part):
    texts = licence_texts(part)

    assert texts, f"{name_of(part)} has no licence text: add it in packaging/shipped.py"
    assert max(map(len, texts.values())) > 500


@pytest.mark.parametrize("part", distributions(), ids=name_of)
def test_no_part_may_be_had_under_the_gpl_alone(part):
    said = part.metadata.get("License-Expression") or part.metadata.get("License") or ""
    ways = [way.strip(" ()") for way in said.replace(" AND ", " OR ").split(" OR ")]

    assert any(not way.startswith(GNU) for way in ways), said


def test_the_list_of_parts_names_them_all_and_is_the_same_twice(tmp_path):
    for name in ("one", "two"):
        write_parts_list(tmp_path / name, when=1_795_000_000)

    text = (tmp_path / "one").read_text("utf-8")
    listing = json.loads(text)
    references = [part["bom-ref"] for part in listing["components"]]
    assert text == (tmp_path / "two").read_text("utf-8")
    assert listing["bomFormat"] == "CycloneDX"
    assert len(references) == len(set(references))
    assert {part["name"] for part in listing["components"]} >= {
        *map(name_of, distributions()),
        *("Python", "Figtree", "Newsreader", "Lucide", "SCOWL"),
    }


def test_the_licences_of_python_fonts_icons_and_ourselves_are_written_too(tmp_path):
    write_licences(tmp_path)

    folders = {path.name for path in tmp_path.iterdir()}
    ours = {"python", "tend", "fonts", "icons", "spelling"}
    assert folders >= {*ours, *map(name_of, distributions())}
    assert (tmp_path / "fonts" / "Newsreader-OFL.txt").is_file()
