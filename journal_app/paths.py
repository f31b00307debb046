"""Paths: where the program's resources and the person's journal lie."""

import sys
from pathlib import Path


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
