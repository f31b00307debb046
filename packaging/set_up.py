"""Set Tend up from a bare checkout and run it: only Python's own library is used here.

    python3 packaging/set_up.py run [-- ARGS]     the program
    python3 packaging/set_up.py test [-- ARGS]    the tests
    python3 packaging/set_up.py python [-- ARGS]  Python, with everything installed

What is missing is installed: the packages into .venv, and on Debian and Ubuntu the system's
libraries that Qt needs, after asking on a terminal, at once when root in CI, else never: then the
one line to type is printed.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "tend-stamp"
OLDEST, NEWEST = (3, 11), (3, 14)

# What Qt loads, and the Debian package that carries it. The file is looked for, not the package:
# some releases name the package otherwise.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main() -> int:
    """Set up what is missing, then do what was asked."""
    if len(sys.argv) < 2 or sys.argv[1] not in {"run", "test", "python"}:
        print(__doc__)
        return 2
    what, args = sys.argv[1], [a for a in sys.argv[2:] if a != "--"]
    refuse_old_python()
    if what == "run":
        refuse_no_display()
    if sys.platform == "linux":
        install_libraries(OFFSCREEN if what != "run" else OFFSCREEN | SCREEN)
    install_packages()
    python = str(venv_python())
    command = {
        "run": [python, "-m", "journal_app", *args],
        "test": [python, "-m", "pytest", *args],
        "python": [python, *args],
    }[what]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    if what == "test":
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def refuse_old_python() -> None:
    """Say which Python is needed, before anything is made."""
    if sys.version_info[:2] < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SystemExit(f"Tend needs Python 3.11 or newer; this is {found}. Nothing was changed.")
    if sys.version_info[:2] > NEWEST:
        print("Tend is tried with Python 3.11 to 3.14; this one is newer. Going on.")


def refuse_no_display() -> None:
    """A window needs a screen; Qt itself would end with a riddle."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise SystemExit(
            "Tend opens a window, and there is no screen here (DISPLAY and WAYLAND_DISPLAY are"
            " not set).\nRun it on a desktop, or try the tests: make test"
        )


def install_libraries(wanted: dict[str, str]) -> None:
    """Install the system libraries that are not there, or say how."""
    missing = [package for library, package in wanted.items() if not loads(library)]
    if missing:
        apt(missing, "Qt needs some libraries of the system")


def loads(library: str) -> bool:
    """True when the system has this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt(packages: list[str], why: str) -> None:
    """Install Debian packages: at once as root in CI, after a yes on a terminal, else not."""
    root = os.geteuid() == 0
    sudo = [] if root else ["sudo"]
    install = [*sudo, "apt-get", "install", "-y", "--no-install-recommends", *packages]
    line = " ".join(install)
    if shutil.which("apt-get") is None:
        raise SystemExit(f"{why}: {', '.join(packages)}.\nInstall them with your system's tools.")
    unasked = root and os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    if not unasked:
        if not sys.stdin.isatty():
            raise SystemExit(f"{why}. Install them with this line, then try again:\n\n    {line}\n")
        answer = input(f"{why}. May this run?\n\n    {line}\n\n[y/N] ")
        if answer.strip().lower() not in {"y", "yes"}:
            raise SystemExit("Nothing was changed.")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*sudo, "apt-get", "update", "-qq"], env=quiet, check=False)
    if subprocess.run(install, env=quiet, check=False).returncode != 0:
        raise SystemExit(f"The packages could not be installed. This is the line:\n\n    {line}\n")


def install_packages() -> None:
    """Make .venv and fill it from the lock, unless it is as wanted already."""
    if STAMP.is_file() and STAMP.read_text() == wanted_stamp():
        return
    if not venv_python().exists():
        make_venv()
    print("Installing what Tend needs into .venv (about 100 MB the first time) …", flush=True)
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = str(ROOT / "requirements.lock")
    only_wheels = "--only-binary=:all:"
    done = subprocess.run([*pip, only_wheels, "-r", lock], cwd=ROOT, check=False)
    if done.returncode != 0:
        raise SystemExit("The packages could not be installed; the lines above say why.")
    STAMP.write_text(wanted_stamp())


def make_venv() -> None:
    """Make .venv; Debian keeps what that needs in a package of its own."""
    if not (loads_module("ensurepip") and loads_module("venv")):
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        if sys.platform != "linux":
            raise SystemExit("This Python has no ensurepip; install one that has.")
        apt([f"python{version}-venv"], "Python needs its venv package")
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def loads_module(name: str) -> bool:
    """True when this Python has the module; asked in a process of its own."""
    return (
        subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode
        == 0
    )


def venv_python() -> Path:
    """Python inside .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def wanted_stamp() -> str:
    """What .venv was made from: a change of any of it installs anew."""
    parts = [(ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml")]
    parts.append(sys.version.encode())
    return hashlib.sha256(b"|".join(parts)).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
