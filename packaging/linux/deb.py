"""The .deb: the built folder in /usr/lib/tend, with what a Debian or Ubuntu desktop shows of it."""

import gzip
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from shipped import ROOT, project

HERE = Path(__file__).resolve().parent
APP_ID = "org.tend_journal.Tend"
MAINTAINER = "The Tend authors <authors@tend.invalid>"
MAN_PAGE = ROOT / "packaging" / "tend.1"
COMPLETIONS = {
    "tend.bash": "usr/share/bash-completion/completions/tend",
    "tend.zsh": "usr/share/zsh/vendor-completions/_tend",
    "tend.fish": "usr/share/fish/vendor_completions.d/tend.fish",
}
_DESCRIPTION = """\
private journal for people new to leading
 Twelve minutes a week: notice how each person on a team grew, celebrate it,
 name one thing one does not know yet, and preview next week as small if-then
 plans that next week opens on. Every word stays on this computer, encrypted;
 the program has no network code."""


def build_deb(folder: Path, out: Path, environment: dict[str, str]) -> str:
    """Build the package and return a line about it, or about what is missing for it."""
    missing = [tool for tool in ("dpkg-deb", "dpkg-shlibdeps") if shutil.which(tool) is None]
    if missing:
        return f"No .deb: {', '.join(missing)} not found (apt-get install dpkg-dev)."
    root = out / "deb"
    shutil.rmtree(root, ignore_errors=True)
    (root / "DEBIAN").mkdir(parents=True)
    shutil.copytree(folder, root / "usr/lib/tend", symlinks=True)
    _put_in_place(root, out, int(environment["SOURCE_DATE_EPOCH"]))
    _set_modes(root)
    depends = _depends(root, out, environment)
    architecture = _told("dpkg", "--print-architecture")
    _write_control(root, architecture, depends)
    target = out / f"tend_{project()['version']}_{architecture}.deb"
    command = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(root), str(target)]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return f"{target.relative_to(ROOT)}: {target.stat().st_size / 2**20:.0f} MB"


def _put_in_place(root: Path, out: Path, clock: int) -> None:
    documents = root / "usr/share/doc/tend"
    # Debian keeps licence texts with the documents, and a link leads there from the program.
    documents.mkdir(parents=True)
    (root / "usr/lib/tend/licences").rename(documents / "licences")
    (root / "usr/lib/tend/tend.cdx.json").rename(documents / "tend.cdx.json")
    program = root / "usr/bin/tend"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/tend/tend")
    _copy(HERE / f"{APP_ID}.desktop", root / f"usr/share/applications/{APP_ID}.desktop")
    _copy(HERE / f"{APP_ID}.metainfo.xml", root / f"usr/share/metainfo/{APP_ID}.metainfo.xml")
    for icon in (out / "icons").glob("tend-*.png"):
        size = icon.stem.removeprefix("tend-")
        _copy(icon, root / f"usr/share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png")
    picture = ROOT / "packaging/icons/tend.svg"
    _copy(picture, root / f"usr/share/icons/hicolor/scalable/apps/{APP_ID}.svg")
    _copy(HERE / "copyright", documents / "copyright")
    _copy(HERE / "lintian-overrides", root / "usr/share/lintian/overrides/tend")
    _compress(_changelog(clock), documents / "changelog.gz")
    if MAN_PAGE.is_file():
        _compress(MAN_PAGE.read_text("utf-8"), root / "usr/share/man/man1/tend.1.gz")
    for name, place in COMPLETIONS.items():
        if (source := ROOT / "packaging" / "completions" / name).is_file():
            _copy(source, root / place)


def _changelog(clock: int) -> str:
    day = datetime.fromtimestamp(clock, UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    version = project()["version"]
    said = f"  * See /usr/share/doc/tend for the parts of {version} and their licences."
    return f"tend ({version}) unstable; urgency=medium\n\n{said}\n\n -- {MAINTAINER}  {day}\n"


def _depends(root: Path, out: Path, environment: dict[str, str]) -> str:
    """The system's packages that hold the libraries the program loads, as dpkg finds them."""
    place = out / "shlibdeps"
    (place / "debian").mkdir(parents=True, exist_ok=True)
    (place / "debian/control").write_text("Source: tend\n\nPackage: tend\nArchitecture: any\n")
    programs = [path for path in sorted((root / "usr/lib/tend").rglob("*")) if _is_elf(path)]
    ours = {f"-l{path.parent}" for path in programs}
    done = subprocess.run(
        ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *sorted(ours)]
        + [f"-e{path}" for path in programs],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"dpkg-shlibdeps: {done.stderr}")
    return done.stdout.strip().removeprefix("shlibs:Depends=")


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _write_control(root: Path, architecture: str, depends: str) -> None:
    size = sum(one.lstat().st_size for one in root.rglob("*") if not one.is_dir())
    fields = {
        "Package": "tend",
        "Version": project()["version"],
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(-(-size // 1024)),
        "Depends": depends,
        # Dictionaries of other languages have licences of their own; those of the system are read.
        "Suggests": "hunspell-dictionary",
        "Section": "editors",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    control = root / "DEBIAN/control"
    control.write_text("".join(f"{key}: {value}\n" for key, value in fields.items()), "utf-8")
    sums = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts:
            sums.append(_told("md5sum", str(path)).split()[0] + f"  {path.relative_to(root)}")
    (root / "DEBIAN/md5sums").write_text("\n".join(sums) + "\n", "utf-8")
    for path in (root / "DEBIAN").iterdir():
        path.chmod(0o644)


def _set_modes(root: Path) -> None:
    """Libraries need no execute bit, folders are open to all."""
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path == root / "usr/lib/tend/tend"
        path.chmod(0o755 if runs else 0o644)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _compress(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), mtime=0))


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
