"""Login item: whether the system starts the program when its person logs in."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_NAME = "tend"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class LoginItem:
    """A desktop file, a LaunchAgent or a Run key, as each system wants it; off until asked for."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        folder: Path | None = None,
        started_in: Path | None = None,
        platform: str = sys.platform,
        home: Path | None = None,
    ) -> None:
        self._command, self._folder = list(command), started_in
        self._platform = platform
        self._path = _path(platform, home or Path.home(), folder)

    @property
    def on(self) -> bool:
        """True when the system starts the program at login."""
        if self._platform == "win32":
            return _RunKey().there()
        return self._path.exists()

    def switch(self, *, on: bool) -> None:
        """Let the system start the program at login, or no more; ``OSError`` when it refuses."""
        if self._platform == "win32":
            _RunKey().put(_for_windows(self._command) if on else None)
        elif on:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_bytes(self.content())
        else:
            self._path.unlink(missing_ok=True)

    def content(self) -> bytes:
        """What the file says."""
        if self._platform == "darwin":
            import plistlib

            record: dict[str, object] = {
                "Label": _NAME,
                "ProgramArguments": self._command,
                "RunAtLoad": True,
            }
            if self._folder is not None:
                record["WorkingDirectory"] = str(self._folder)
            return plistlib.dumps(record)
        lines = [
            "[Desktop Entry]",
            "Type=Application",
            "Name=Tend",
            "Icon=org.tend_journal.Tend",
            # A program that was taken away is then not looked for at each login.
            f"TryExec={self._command[0]}",
            f"Exec={' '.join(_for_desktop_file(part) for part in self._command)}",
            "X-GNOME-Autostart-enabled=true",
            "Terminal=false",
        ]
        if self._folder is not None:
            lines.append(f"Path={self._folder}")
        return ("\n".join(lines) + "\n").encode()


def _path(platform: str, home: Path, folder: Path | None) -> Path:
    if platform == "darwin":
        return (folder or home / "Library" / "LaunchAgents") / f"{_NAME}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or str(home / ".config")
    return (folder or Path(config) / "autostart") / f"{_NAME}.desktop"


def _for_desktop_file(part: str) -> str:
    """One argument of an Exec line: quoted, with what the shell and the format would take."""
    escaped = part.replace("\\", "\\\\")
    for sign in '"`$':
        escaped = escaped.replace(sign, "\\" + sign)
    # The value of a key is unescaped once more before its quotes are looked at.
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def _for_windows(command: Sequence[str]) -> str:
    from subprocess import list2cmdline

    return list2cmdline(command)


class _RunKey:
    """The value of this program under the Run key of this user."""

    def there(self) -> bool:
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined]
                winreg.QueryValueEx(key, _NAME)  # type: ignore[attr-defined]
        except FileNotFoundError:
            return False
        return True

    def put(self, command: str | None) -> None:
        import winreg

        access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined]
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, access) as key:  # type: ignore[attr-defined]
            if command is not None:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, command)  # type: ignore[attr-defined]
                return
            try:
                winreg.DeleteValue(key, _NAME)  # type: ignore[attr-defined]
            except FileNotFoundError:
                return
