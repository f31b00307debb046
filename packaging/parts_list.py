"""The list of parts (CycloneDX) and the licence texts of everything shipped."""

import json
import shutil
import sys
import sysconfig
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path

from shipped import ROOT, distributions, licence_texts, name_of, project


def write_licences(target: Path) -> None:
    """Write the licence texts, one folder a part."""
    shutil.rmtree(target, ignore_errors=True)
    for distribution in distributions():
        texts = licence_texts(distribution)
        if not texts:
            raise SystemExit(f"{name_of(distribution)} has no licence text; see shipped.py")
        for name, text in texts.items():
            _write(target / name_of(distribution) / name, text)
    _write(target / "python" / "LICENSE.txt", _python_licence())
    _write(target / "tend" / "LICENSE", (ROOT / "LICENSE").read_text("utf-8"))
    for path in sorted((ROOT / "resources").rglob("*.txt")):
        if "LICENSE" in path.name or "OFL" in path.name:
            _write(target / path.parent.name / path.name, path.read_text("utf-8"))


def write_parts_list(target: Path, *, when: int) -> None:
    """Write the CycloneDX list, with what the wheels themselves say of what is compiled in."""
    moment = datetime.fromtimestamp(when, UTC).isoformat().replace("+00:00", "Z")
    parts = [_component(one) for one in distributions()]
    python = {
        "type": "platform",
        "bom-ref": "python",
        "name": "Python",
        "version": sys.version.split()[0],
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }
    resources = [
        _resource("Figtree", "OFL-1.1"),
        _resource("Newsreader", "OFL-1.1"),
        _resource("Lucide", "ISC"),
        _resource("SCOWL", "SCOWL"),
    ]
    listing = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": moment,
            "component": {
                "type": "application",
                "bom-ref": "tend",
                "name": str(project()["name"]),
                "version": str(project()["version"]),
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [python, *parts, *resources, *_compiled_in(distributions())],
    }
    _write(target, json.dumps(listing, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def _component(distribution: Distribution) -> dict[str, object]:
    name, version = name_of(distribution), distribution.version
    said = distribution.metadata.get("License-Expression")
    licences = [{"expression": said}] if said else _named_licence(distribution)
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "purl": f"pkg:pypi/{name}@{version}",
        "name": name,
        "version": version,
        "licenses": licences,
    }


def _named_licence(distribution: Distribution) -> list[object]:
    # Older wheels name their licence in a classifier, or in a line of their own.
    kinds = distribution.metadata.get_all("Classifier") or []
    named = [kind.split(" :: ")[-1] for kind in kinds if kind.startswith("License ::")]
    named += [(distribution.metadata.get("License") or "see its text").splitlines()[0]]
    return [{"license": {"name": named[0]}}]


def _resource(name: str, licence: str) -> dict[str, object]:
    # SCOWL's terms have no short name in the list of licences.
    kind = "name" if licence == "SCOWL" else "id"
    licences = [{"license": {kind: licence}}]
    return {"type": "data", "bom-ref": f"resource:{name}", "name": name, "licenses": licences}


def _compiled_in(found: list[Distribution]) -> list[object]:
    """What wheels list as compiled into them, each part once."""
    parts: dict[str, object] = {}
    for distribution in found:
        for path in distribution.files or ():
            if "sboms" not in path.parts or path.suffix != ".json":
                continue
            text = Path(str(distribution.locate_file(path))).read_text("utf-8")
            for part in json.loads(text).get("components", []):
                if reference := part.get("purl"):
                    kept = ("type", "name", "version", "purl", "licenses")
                    parts[reference] = {key: part[key] for key in kept if key in part} | {
                        "bom-ref": f"in:{name_of(distribution)}:{reference}"
                    }
    return [parts[reference] for reference in sorted(parts)]


def _python_licence() -> str:
    library = Path(sysconfig.get_path("stdlib"))
    for path in (library / "LICENSE.txt", library.parent.parent / "LICENSE.txt"):
        if path.is_file():
            return path.read_text("utf-8")
    debian = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    if debian.is_file():
        return debian.read_text("utf-8")
    raise SystemExit(f"Python's own licence text was not found beside {library}")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
