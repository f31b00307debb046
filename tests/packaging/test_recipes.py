"""The recipes for every system: whole, of one name and version, and asking for no network."""

import ast
import configparser
import json
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from linux.deb import APP_ID
from shipped import ROOT, project
from windows.version_file import version_text

import journal_app
from journal_app.app import DESKTOP_ID

PACKAGING = ROOT / "packaging"
DESKTOP = PACKAGING / "linux" / f"{APP_ID}.desktop"
METAINFO = PACKAGING / "linux" / f"{APP_ID}.metainfo.xml"
FLATPAK = PACKAGING / "flatpak" / f"{APP_ID}.json"
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"


def test_one_version_stands_everywhere():
    version = project()["version"]
    newest = re.search(r'<release version="([^"]+)"', METAINFO.read_text("utf-8"))

    assert journal_app.__version__ == version
    assert newest is not None
    assert newest[1] == version


def test_one_name_stands_everywhere():
    metainfo = METAINFO.read_text("utf-8")

    assert DESKTOP_ID == APP_ID
    assert f"<id>{APP_ID}</id>" in metainfo
    assert f">{DESKTOP.name}</launchable>" in metainfo
    assert json.loads(FLATPAK.read_text("utf-8"))["id"] == APP_ID
    assert f'"{APP_ID}"' in (PACKAGING / "windows" / "tend.iss").read_text("utf-8")
    assert f'"{APP_ID}"' in (PACKAGING / "tend.spec").read_text("utf-8")


def test_the_desktop_entry_says_all_a_menu_shows_in_both_languages():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(DESKTOP, encoding="utf-8")
    entry = parser["Desktop Entry"]

    assert entry["Icon"] == APP_ID
    assert entry["Exec"] == "tend"
    assert {"Comment[de]", "GenericName[de]", "Keywords[de]"} <= set(entry)


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("desktop-file-validate", [str(DESKTOP)]),
        ("appstreamcli", ["validate", "--no-net", str(METAINFO)]),
    ],
    ids=["desktop entry", "AppStream"],
)
def test_the_desktops_own_tools_find_nothing_wrong(tool, command):
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed here; the release workflow installs it")

    done = subprocess.run([tool, *command], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sandbox_lets_nothing_reach_a_network_or_a_home():
    asked = json.loads(FLATPAK.read_text("utf-8"))["finish-args"]

    assert [one for one in asked if "network" in one or "filesystem" in one] == []


def test_the_manifest_installs_files_that_are_there():
    module = json.loads(FLATPAK.read_text("utf-8"))["modules"][0]
    places = {one["dest"]: FLATPAK.parent / one["path"] for one in module["sources"]}
    commands = "\n".join(module["build-commands"])
    named = re.findall(r"Dm644 (\w+)/(\S+\.(?:desktop|xml|svg)) ", commands)

    assert len(named) == 3
    for folder, name in named:
        assert (places[folder] / name).is_file()


def test_the_properties_windows_shows_are_of_this_version():
    text = version_text("1.20.3")

    ast.parse(text)
    assert "filevers=(1, 20, 3, 0)" in text
    assert 'StringStruct("ProductVersion", "1.20.3")' in text


def test_the_entitlements_of_macos_are_few():
    asked = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())

    assert list(asked) == ["com.apple.security.cs.allow-unsigned-executable-memory"]


@pytest.mark.parametrize(
    "script", sorted(PACKAGING.rglob("*.sh")), ids=lambda path: path.parent.name
)
def test_the_scripts_of_the_recipes_are_ones_bash_can_read(script):
    subprocess.run(["bash", "-n", str(script)], check=True)


def test_the_workflow_runs_what_is_there():
    text = WORKFLOW.read_text("utf-8").replace("\\", "/")
    named = set(re.findall(r"packaging/[\w/]+\.\w+", text))

    assert named >= {"packaging/windows/tend.iss", "packaging/macos/make_dmg.sh"}
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_no_recipe_names_a_place_to_fetch_from():
    recipes = [path for path in PACKAGING.rglob("*") if path.suffix in {".json", ".sh", ".iss"}]
    addresses = [
        (path.name, found)
        for path in [*recipes, WORKFLOW, PACKAGING / "tend.spec", PACKAGING / "tools.lock"]
        for found in re.findall(r"https?://[^\s\"]+", path.read_text("utf-8"))
    ]

    assert addresses == []


def test_the_icons_are_drawn_in_every_size_and_kind(tmp_path, qapp):
    from icons import SIZES, draw_icons
    from PySide6.QtGui import QImage

    draw_icons(tmp_path)

    for size in SIZES:
        image = QImage(str(tmp_path / f"tend-{size}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 8).alpha() == 255
    assert (tmp_path / "tend.ico").read_bytes()[:4] == b"\x00\x00\x01\x00"
    assert (tmp_path / "tend.icns").read_bytes()[:4] == b"icns"


def test_the_appimage_recipe_lays_out_a_folder_that_starts(tmp_path):
    for part in ("packaging", "pyproject.toml"):
        source = ROOT / part
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / part)
    built = tmp_path / "build" / "package"
    (built / "tend").mkdir(parents=True)
    (built / "icons").mkdir()
    (built / "icons" / "tend-256.png").write_bytes(b"")
    (built / "tend" / "tend").write_text("#!/bin/sh\necho started\n")
    (built / "tend" / "tend").chmod(0o755)

    script = tmp_path / "packaging" / "appimage" / "build.sh"
    subprocess.run([str(script)], env={"PATH": "/usr/bin:/bin"}, check=True, capture_output=True)

    folder = built / "Tend.AppDir"
    done = subprocess.run([str(folder / "AppRun")], capture_output=True, text=True, check=True)
    assert done.stdout == "started\n"
    assert {path.name for path in folder.iterdir()} >= {DESKTOP.name, f"{APP_ID}.png", ".DirIcon"}
    assert Path(folder / ".DirIcon").resolve().is_file()
