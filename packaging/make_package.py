"""Build the program into one folder, with its licences and list of parts, and on Debian a .deb.

    make package      on this system, into build/package

The same commit gives the same files: the clock is the commit's, and names are sorted.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from icons import draw_icons
from parts_list import write_licences, write_parts_list
from set_up import SCREEN, apt, install_libraries
from shipped import ROOT, project

OUT = ROOT / "build" / "package"
FOLDER = OUT / "tend"
TOOLS = OUT / "tools"
HERE = Path(__file__).resolve().parent
# What the shipped parts of Qt load; the .deb names the package of each.
LOADED = SCREEN | {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}


def main() -> int:
    """Build what can be built here, and say what was built."""
    environment = alike()
    OUT.mkdir(parents=True, exist_ok=True)
    install_tools()
    if sys.platform == "linux":
        install_libraries(LOADED)
        if shutil.which("objdump") is None:
            apt(["binutils"], "PyInstaller needs objdump")
    draw_icons(OUT / "icons")
    (OUT / "version").write_text(f"{project()['version']}\n", "utf-8")
    if sys.platform == "win32":
        from windows.version_file import write_version_file

        write_version_file(OUT / "version.txt", str(project()["version"]))
    clock = int(environment["SOURCE_DATE_EPOCH"])
    if sys.platform == "darwin":
        # An .app is signed as a whole: what comes with it has to be there before it is made.
        write_licences(OUT / "enclosed" / "licences")
        write_parts_list(OUT / "enclosed" / "tend.cdx.json", when=clock)
    build_folder(environment)
    if sys.platform == "linux":
        tidy_libraries()
    write_licences(FOLDER / "licences")
    write_parts_list(FOLDER / "tend.cdx.json", when=clock)
    write_file_list(FOLDER, OUT / "files.txt")
    print(f"{FOLDER.relative_to(ROOT)}: {size_of(FOLDER) / 2**20:.0f} MB")
    if sys.platform == "linux":
        from linux.deb import build_deb

        print(build_deb(FOLDER, OUT, environment))
    return 0


def alike() -> dict[str, str]:
    """The environment in which two builds of a commit are alike."""
    clock = (
        os.environ.get("SOURCE_DATE_EPOCH")
        or subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    )
    python_path = os.pathsep.join([str(TOOLS), str(HERE), str(ROOT)])
    return os.environ | {
        "SOURCE_DATE_EPOCH": clock,
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": python_path,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def install_tools() -> None:
    """Put PyInstaller beside the build, not among what the program imports."""
    lock = (HERE / "tools.lock").read_text("utf-8")
    stamp = TOOLS / "tend-stamp"
    if stamp.is_file() and stamp.read_text("utf-8") == lock:
        return
    shutil.rmtree(TOOLS, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    wheels = ["--only-binary=:all:", "--no-deps", "--target", str(TOOLS)]
    subprocess.run([*pip, *wheels, "-r", str(HERE / "tools.lock")], check=True)
    stamp.write_text(lock, "utf-8")


def build_folder(environment: dict[str, str]) -> None:
    """Run PyInstaller on the recipe."""
    places = ["--distpath", str(OUT), "--workpath", str(OUT / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    subprocess.run(
        [*command, *places, str(HERE / "tend.spec")], cwd=ROOT, env=environment, check=True
    )


def tidy_libraries() -> None:
    """Take out of the libraries the debugger's tables and the places on this computer."""
    inside = FOLDER / "_internal"
    libraries = [
        path for path in sorted(inside.rglob("*.so*")) if path.is_file() and not path.is_symlink()
    ]
    subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)
    # PyInstaller finds libpython by its own place; its maker's search path would go first.
    pythons = [*inside.glob("libpython*.so*"), *inside.glob("python*/lib-dynload/*.so")]
    patch = str(TOOLS / "bin" / "patchelf")
    subprocess.run([patch, "--remove-rpath", *map(str, pythons)], check=True)


def write_file_list(folder: Path, target: Path) -> None:
    """Write the name and the SHA-256 of every file, to compare two builds by."""
    lines = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            lines.append(f"{name} -> {path.readlink()}")
        elif path.is_file():
            lines.append(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}")
    target.write_text("\n".join(lines) + "\n", "utf-8")


def size_of(folder: Path) -> int:
    """Bytes in a folder."""
    return sum(one.lstat().st_size for one in folder.rglob("*") if one.is_file())


if __name__ == "__main__":
    sys.exit(main())
