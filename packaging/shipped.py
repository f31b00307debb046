"""What is shipped: the packages the program needs, found from pyproject.toml and what is installed.

A dependency that is added to pyproject.toml is in the package, its licence texts and its list of
parts without another line here.
"""

import importlib.metadata
import re
import tomllib
from importlib.metadata import Distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LICENCES = Path(__file__).resolve().parent / "licences"
# sqlite-utils asks for it to install plug-ins, which this program never loads.
NOT_SHIPPED = frozenset({"pip"})
QT = frozenset({"pyside6-essentials", "shiboken6"})
_LICENCE_FILE = re.compile(r"(?i)^(licen[cs]e|copying|notice|authors)")
# What a wheel carries without its licence text, or with only that of its Python part.
_ADDED_TEXTS = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "qt-third-party.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "sqlcipher3": ("sqlcipher.txt", "Apache-2.0.txt"),
}


def project() -> dict[str, object]:
    """The project table of pyproject.toml."""
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found = table["project"]
    return found if isinstance(found, dict) else {}


def distributions() -> list[Distribution]:
    """Every distribution the program needs on this system, by name."""
    asked = project()["dependencies"]
    waiting = [Requirement(str(one)) for one in asked] if isinstance(asked, list) else []
    found: dict[str, Distribution] = {}
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in found or name in NOT_SHIPPED:
            continue
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
            continue
        found[name] = importlib.metadata.distribution(name)
        waiting += [Requirement(one) for one in found[name].requires or ()]
    return [found[name] for name in sorted(found)]


def undeclared_modules() -> list[str]:
    """What is installed here and no part of the program: a library may import it if it is there."""
    declared = distributions()
    ours = {module for one in declared for module in modules_of(one)}
    names = {name_of(one) for one in declared}
    others = [one for one in importlib.metadata.distributions() if name_of(one) not in names]
    return sorted({module for one in others for module in modules_of(one)} - ours)


def name_of(distribution: Distribution) -> str:
    """The name as an index writes it."""
    return str(canonicalize_name(distribution.metadata["Name"]))


def locked() -> dict[str, str]:
    """The version of every name in requirements.lock."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pairs = [line.split(";")[0].split("==") for line in lines if "==" in line]
    return {str(canonicalize_name(name.strip())): version.strip() for name, version in pairs}


def modules_of(distribution: Distribution) -> list[str]:
    """The names that are imported from a distribution; of a shared folder, what lies in it."""
    found = set()
    for path in distribution.files or ():
        if path.suffix not in {".py", ".so", ".pyd"} or path.parts[0] == "..":
            continue
        first = path.parts[0].split(".")[0]
        inside = Path(str(distribution.locate_file(first)))
        if len(path.parts) > 2 and not (inside / "__init__.py").exists():
            found.add(f"{first}.{path.parts[1]}")
        else:
            found.add(first)
    return sorted(name for name in found if name.replace(".", "").isidentifier())


def licence_texts(distribution: Distribution) -> dict[str, str]:
    """The licence texts of a distribution, by file name."""
    texts = {
        path.name: Path(str(distribution.locate_file(path))).read_text("utf-8", "replace")
        for path in distribution.files or ()
        if _is_licence(path.parts)
    }
    for name in _ADDED_TEXTS.get(name_of(distribution), ()):
        texts[name] = (LICENCES / name).read_text("utf-8")
    return texts


def _is_licence(parts: tuple[str, ...]) -> bool:
    if not parts[0].endswith(".dist-info"):
        return False
    return "licenses" in parts[1:-1] or bool(_LICENCE_FILE.match(parts[-1]))
