"""A screen in memory, for tests that start the real program."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def screen_in_memory() -> Iterator[str]:
    """Its name, as DISPLAY wants it; the test is left out where no such screen can be made."""
    if (server := shutil.which("Xvfb")) is None:
        pytest.skip("Xvfb is not installed here: apt-get install xvfb")
    reader, writer = os.pipe()
    running = subprocess.Popen(
        [server, "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        running.terminate()
        running.wait()
