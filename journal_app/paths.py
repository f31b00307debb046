"""Paths: where the program's resources and the person's journal lie."""

import os
import sys
import time
from pathlib import Path

# How long another program may hold a file: on Windows a virus scanner or an indexer opens each
# new one for a moment; elsewhere a refusal is mostly meant.
_PATIENCE = 5.0 if sys.platform == "win32" else 0.5


def resources_dir() -> Path:
    """The folder of shipped data, in a checkout, an installed wheel or a frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    packaged = Path(__file__).parent / "_resources"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "resources"


def data_dir() -> Path:
    """The folder of the journal of this user, whether it is there or not."""
    from platformdirs import user_data_path

    return user_data_path("tend", appauthor=False, roaming=False)


def portable_dir() -> Path:
    """The folder of the journal beside the program, for a stick that carries both."""
    if not getattr(sys, "frozen", False):
        return Path(__file__).resolve().parent.parent / "tend-journal"
    image = os.environ.get("APPIMAGE")
    program = Path(image or sys.executable).resolve()
    bundle = next((part for part in program.parents if part.suffix == ".app"), program)
    return bundle.parent / "tend-journal"


def put_in_place(part: Path, target: Path) -> None:
    """Let a finished file take its name, waiting for a program that holds the old one.

    Raises ``OSError`` when it is held for longer; then both files are as they were.
    """
    pause, waited = 0.05, 0.0
    while True:
        try:
            part.replace(target)
        except PermissionError:
            if waited >= _PATIENCE:
                raise
            time.sleep(pause)
            waited += pause
            pause *= 2
        else:
            return
