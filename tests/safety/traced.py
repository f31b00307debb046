"""Real runs of the program, each under a trace of what it asks the system for."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "execve,execveat,socket,openat,open,creat,rename,renameat,renameat2,link,linkat,symlink,mkdir"
    ",mkdirat,mknod,prctl,prlimit64,setrlimit,memfd_create"
)
_OPENED = re.compile(r"\b(?:openat|open|creat)\((?:AT_FDCWD, )?\"((?:[^\"\\]|\\.)*)\"(.*)")
_MADE = re.compile(
    r"\b(?:rename(?:at2?)?|link(?:at)?|symlink|mkdir(?:at)?|mknod)\(.*\"((?:[^\"\\]|\\.)*)\"[^\"]*$"
)


@dataclass(frozen=True)
class Run:
    """One process: how it ended, what it printed, and the system calls of it and its children."""

    code: int
    out: str
    err: str
    calls: tuple[str, ...]

    @property
    def written(self) -> set[Path]:
        """Every place opened for writing, made or renamed to, be it for a moment."""
        found = set()
        for call in self.calls:
            if call.endswith(("(File exists)", "(No such file or directory)")):
                continue
            opened, made = _OPENED.search(call), _MADE.search(call)
            if opened and re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(", opened.group(0)):
                found.add(Path(opened.group(1)))
            elif made:
                found.add(Path(made.group(1)))
        return found

    def place_of(self, words: str) -> int:
        """How far into the run a call with these words came; the end when it never did."""
        places = [place for place, call in enumerate(self.calls) if words in call]
        return places[0] if places else len(self.calls)


class Desk:
    """A person's computer, seen whole: home, temporary folder, journal and a shelf for exports."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home, self.temp, self.shelf = (folder / name for name in ("home", "temp", "shelf"))
        self.journal = folder / "data" / "tend"
        for place in (self.home, self.temp, self.shelf):
            place.mkdir(mode=0o700)
        self.passphrase_file = folder / "passphrase"
        self._number = 0

    def tend(self, *arguments: str, stdin: str = "", program: tuple[str, ...] = ()) -> Run:
        """Run the program, or another script in its place, under umask 000."""
        command = [sys.executable, *(program or ("-m", "journal_app")), *arguments]
        self._number += 1
        trace = self.folder / f"trace-{self._number}"
        watch = ["strace", "-f", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(trace)]
        done = subprocess.run(
            [*(watch if shutil.which("strace") else []), *command],
            cwd=ROOT,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            umask=0,
            env=self._environment(),
            timeout=60,
        )
        calls = trace.read_text(errors="replace").splitlines() if trace.exists() else []
        trace.unlink(missing_ok=True)
        return Run(done.returncode, done.stdout, done.stderr, tuple(calls))

    def cli(self, *arguments: str, stdin: str = "") -> Run:
        """One command on this desk's journal, its passphrase in a file."""
        given = ["--data-dir", str(self.journal), "--passphrase-file", str(self.passphrase_file)]
        return self.tend(*arguments, *given, stdin=stdin)

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        run = self.folder / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        return kept | {
            "HOME": str(self.home),
            "TMPDIR": str(self.temp),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_DATA_HOME": str(self.home / "share"),
            "XDG_RUNTIME_DIR": str(run),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
