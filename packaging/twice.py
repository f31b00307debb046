"""Build the latest commit twice, in two places, and say whether the same came out.

The copies of the repository lie in temporary folders; nothing here changes.
"""

import difflib
import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

from shipped import ROOT

SHOWN = 40


def main() -> int:
    """Return 0 when every file of the two builds is the same, byte for byte."""
    with tempfile.TemporaryDirectory(prefix="tend-") as place:
        # Names of unlike length: a place that got into a file would show.
        first, second = (
            _built(Path(place) / name) for name in ("one", "a-second-one-with-a-longer-name")
        )
    unlike = list(difflib.unified_diff(first, second, "one", "two", lineterm="", n=0))
    print("\n".join(unlike[:SHOWN]) or f"The same twice: {len(first)} files.")
    return 1 if unlike else 0


def _built(copy: Path) -> list[str]:
    """Name and SHA-256 of every file of a build, and of the package made of them."""
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(copy)], check=True)
    make = [sys.executable, str(copy / "packaging" / "make_package.py")]
    subprocess.run(make, cwd=copy, check=True)
    out = copy / "build" / "package"
    packages = [
        f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in sorted(out.glob("*.deb"))
    ]
    return (out / "files.txt").read_text("utf-8").splitlines() + packages


if __name__ == "__main__":
    sys.exit(main())
