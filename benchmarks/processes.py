"""Processes: programs started to be measured, without a screen."""

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.row import Reading

ROOT = Path(__file__).resolve().parent.parent


def environment(**more: str) -> dict[str, str]:
    """What every measured process starts with: compiled code is kept, as it is on a desktop."""
    own = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    # Offscreen says so on every show().
    quiet = {"QT_LOGGING_RULES": "qt.qpa.*=false;default.debug=false"}
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return inherited | own | quiet | more


def painted(*arguments: str, **environ: str) -> Reading:
    """Milliseconds from the start of a process to its first painted window."""
    began = time.monotonic()
    *_, shown, cpu = last_line("benchmarks.children.first_paint", *arguments, **environ).split()
    return Reading((float(shown) - began) * 1000, float(cpu) * 1000)


def ended(*arguments: str) -> Reading:
    """Milliseconds from the start of a Python process to its end."""
    began, before = time.monotonic(), os.times()
    _run(*arguments)
    after = os.times()
    cpu = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    return Reading((time.monotonic() - began) * 1000, cpu * 1000)


def last_line(module: str, *arguments: str, **environ: str) -> str:
    """What a measured child prints last."""
    return _run("-m", module, *arguments, **environ).splitlines()[-1]


def _run(*arguments: str, **environ: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(**environ), stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout
