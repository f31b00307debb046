"""A recorded run of the program, and every disk it could have left when the power went."""

import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename"
SECTOR = 512
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)(?:<([^>]*)>)?")
_HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|<((?:\\x[0-9a-f]{2})+)>')


def trace(command: list[str], log: Path) -> None:
    """Run a command to its end under strace, every byte it writes in ``log``."""
    watched = ["-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-e", "signal=none"]
    ran = subprocess.run(
        ["strace", "-o", str(log), *watched, *command], capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()


def has_strace() -> bool:
    """True where strace is there and may watch a process."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "true"], capture_output=True, check=False).returncode == 0


@dataclass(frozen=True)
class Event:
    """One thing the program did to a file of the folder, or one answer it gave."""

    call: str
    name: str = ""
    to: str = ""
    at: int = 0
    bytes: bytes = field(default=b"", repr=False)


def events(log: Path, folder: Path) -> list[Event]:
    """What the log holds about one folder, and what was printed, in order."""
    with log.open() as lines:
        return [event for line in lines if (event := _event(line, folder)) is not None]


def _event(line: str, folder: Path) -> Event | None:
    assert "<unfinished" not in line, "two threads wrote at once"
    match = _CALL.match(line)
    if match is None or match[3].startswith("-"):
        return None
    call, words = match[1], match[2]
    texts = [_plain(quoted or angled) for quoted, angled in _HEX.findall(words)]
    if call == "write" and words.startswith("1<"):
        return Event("said", bytes=texts[-1])
    if call == "openat" and "O_CREAT" not in words:
        return None
    place = Path((texts[-1] if call == "openat" else texts[0]).decode())
    if place == folder:
        return Event("sync_folder")
    # Shared memory is made anew at each start: what a disk holds of it is never read.
    if place.parent != folder or place.name.endswith("-shm"):
        return None
    return _MAKERS[call](place.name, words, texts)


def _last_number(words: str) -> int:
    return int(words.rsplit(", ", 1)[1])


_MAKERS: dict[str, Callable[[str, str, list[bytes]], Event]] = {
    "openat": lambda name, words, _: Event("create", name, at=int("O_TRUNC" in words)),
    "rename": lambda name, _, texts: Event("rename", name, to=Path(texts[1].decode()).name),
    "fsync": lambda name, *_: Event("sync", name),
    "fdatasync": lambda name, *_: Event("sync", name),
    "pwrite64": lambda name, words, texts: Event(
        "write", name, at=_last_number(words), bytes=texts[1]
    ),
    "write": lambda name, _, texts: Event("write", name, at=-1, bytes=texts[1]),
    "ftruncate": lambda name, words, _: Event("cut", name, at=_last_number(words)),
    "unlink": lambda name, *_: Event("unlink", name),
}


def _plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


class File:
    """A file as programs see it, as the disk holds it for certain, and the writes in between."""

    def __init__(self) -> None:
        self.seen = bytearray()
        self.safe = b""
        self.waiting: list[Event] = []

    def do(self, event: Event) -> None:
        """Write, or cut."""
        if event.at < 0:
            event = Event("write", event.name, at=len(self.seen), bytes=event.bytes)
        put(self.seen, event)
        self.waiting.append(event)

    def sync(self) -> None:
        """From now on a power cut takes nothing of this."""
        self.safe = bytes(self.seen)
        self.waiting = []


def put(content: bytearray, event: Event, most: int | None = None) -> None:
    """Apply one write, or the first ``most`` bytes of it, or a cut."""
    if event.call == "cut":
        del content[event.at :]
        content.extend(b"\0" * (event.at - len(content)))
        return
    words = event.bytes[:most]
    content.extend(b"\0" * (event.at - len(content)))
    content[event.at : event.at + len(words)] = words


Disk = dict[str, bytes]


class Replay:
    """The folder as it grows, event by event."""

    def __init__(self, seed: int = 3) -> None:
        self.names: dict[str, File] = {}
        self.safe_names: dict[str, File] = {}
        self._chance = random.Random(seed)

    def take(self, event: Event) -> None:
        """One step further."""
        match event.call:
            case "create":
                if event.name not in self.names:
                    self.names[event.name] = File()
                elif event.at:
                    self.names[event.name].do(Event("cut"))
            case "write" | "cut":
                self.names[event.name].do(event)
            case "sync":
                self.names[event.name].sync()
            case "sync_folder":
                self.safe_names = dict(self.names)
            case "unlink":
                del self.names[event.name]
            case "rename":
                self.names[event.to] = self.names.pop(event.name)

    def disks(self, event: Event) -> Iterator[tuple[str, Disk]]:
        """What a disk may hold if the power goes just after this event."""
        yield "all writes", {name: bytes(file.seen) for name, file in self.names.items()}
        yield "synced alone", {name: file.safe for name, file in self.safe_names.items()}
        if event.call == "write":
            torn = {name: bytearray(file.safe) for name, file in self.names.items()}
            put(torn[event.name], self.names[event.name].waiting[-1], SECTOR)
            yield "synced and a torn write", _frozen(torn)
        if any(file.waiting for file in self.names.values()):
            yield "synced and writes by chance", self._by_chance()

    def _by_chance(self) -> Disk:
        """A disk writes what waits in any order, and some of it torn."""
        names = self._chance.choice((self.names, self.safe_names))
        disk = {name: bytearray(file.safe) for name, file in names.items()}
        for name, file in names.items():
            for event in file.waiting:
                fate = self._chance.choice((None, SECTOR, 0))
                if fate != 0:
                    put(disk[name], event, fate)
        return _frozen(disk)


def _frozen(disk: dict[str, bytearray]) -> Disk:
    return {name: bytes(content) for name, content in disk.items()}
