"""The .deb, where `make package` made one: what Debian's own tools say of it, and what it holds."""

import re
import shutil
import subprocess

import pytest
from linux.deb import APP_ID
from shipped import ROOT, project

PACKAGES = sorted((ROOT / "build" / "package").glob(f"tend_{project()['version']}_*.deb"))

pytestmark = [
    pytest.mark.end2end,
    pytest.mark.skipif(not PACKAGES, reason="no .deb is built here: `make package` builds it"),
]


def told(*command: str) -> str:
    """What a tool prints."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def held() -> dict[str, str]:
    """The mode and owner of everything in the package, by its place."""
    lines = told("dpkg-deb", "--contents", str(PACKAGES[0])).splitlines()
    rows = [line.split(None, 5) for line in lines]
    return {row[5].split(" -> ")[0].removeprefix("."): f"{row[0]} {row[1]}" for row in rows}


def test_it_holds_the_program_its_manual_completions_menu_entry_and_icons():
    assert held().keys() >= {
        "/usr/bin/tend",
        "/usr/lib/tend/tend",
        "/usr/share/man/man1/tend.1.gz",
        "/usr/share/bash-completion/completions/tend",
        "/usr/share/zsh/vendor-completions/_tend",
        "/usr/share/fish/vendor_completions.d/tend.fish",
        f"/usr/share/applications/{APP_ID}.desktop",
        f"/usr/share/metainfo/{APP_ID}.metainfo.xml",
        f"/usr/share/icons/hicolor/256x256/apps/{APP_ID}.png",
        f"/usr/share/icons/hicolor/scalable/apps/{APP_ID}.svg",
        "/usr/share/doc/tend/copyright",
        "/usr/share/doc/tend/tend.cdx.json",
    }


def test_all_of_it_belongs_to_root_and_nobody_else_may_write():
    wrong = [
        place
        for place, told_of in held().items()
        if not re.fullmatch(r"(l\S+|[-d]r[w-][x-]r-[x-]r-[x-]) root/root", told_of)
    ]

    assert wrong == []


def test_nothing_of_it_runs_at_install_or_removal():
    names = told("dpkg-deb", "--info", str(PACKAGES[0]))

    assert re.search(r"^ .*\b(preinst|postinst|prerm|postrm)\b", names, re.MULTILINE) is None


def test_debians_own_tool_finds_no_error_in_it():
    if shutil.which("lintian") is None:
        pytest.skip("lintian is not installed here; the release workflow installs it")

    done = subprocess.run(
        # As root, as in CI, it warns of that and goes on.
        ["lintian", "--allow-root", "--fail-on", "error", str(PACKAGES[0])],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
