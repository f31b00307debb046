"""Where the program starts: a window when nothing is asked for, else one command."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _open_window(data_dir: "Path | None", demo: bool, in_tray: bool) -> int:  # noqa: FBT001
    # Nothing that a start makes is let go of: to look for it is a twentieth of the start.
    gc.disable()
    # Qt is imported here and nowhere earlier, so that commands start at once and need no display.
    import journal_app.ui  # noqa: F401  (first: it makes what comes after it quicker to read)
    from journal_app.app import run

    return run(data_dir, demo=demo, in_tray=in_tray)


def main() -> int:
    """Do what the words after ``tend`` ask for and return the exit code."""
    if sys.argv[1:] == ["--version"]:
        # Nothing of the command line is read for the one line that scripts ask most.
        from journal_app import __version__

        print(f"tend {__version__}")
        return 0
    from journal_app.cli.program import main as _command_line

    return _command_line(sys.argv[1:], _open_window)


if __name__ == "__main__":
    sys.exit(main())
