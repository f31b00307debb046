"""Archives: zip and tar looked over before a byte of them is trusted, and never unpacked."""

import stat
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from journal_app.domain.errors import Refused
from journal_app.exchange.sources import Member, Source, refused, unsafe_name

MOST_MEMBERS = 50_000
LARGEST = 8 << 30
_SUSPECT_FROM, _MOST_TIMES = 32 << 20, 100
_ARCHIVES = (".zip", ".tar", ".jex", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".zst")
_ENCRYPTED = 0x1
# Other ways of packing are rare, and let a few bytes ask for gigabytes of memory.
_PACKED = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))


class ZipSource(Source):
    """A zip file. It is looked over when it is opened, and refused for any one thing wrong."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.archive = True
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise refused("This zip file is damaged, or not a zip file.") from None
        try:
            self._members = self._looked_over(self._zip.infolist())
        except BaseException:
            self._zip.close()
            raise

    def members(self) -> Sequence[Member]:
        """Every file in it."""
        return self._members

    def stream(self, member: Member) -> AbstractContextManager[BinaryIO]:
        """A member as a stream; damage shows itself as a refusal while it is read."""
        try:
            return _Guarded(self._zip.open(member.name))  # type: ignore[arg-type]
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
            raise _damaged() from None

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def _looked_over(self, infos: Sequence[zipfile.ZipInfo]) -> list[Member]:
        _refuse_many(len(infos))
        packed = sum(info.compress_size for info in infos)
        unpacked = sum(info.file_size for info in infos)
        if packed > self.path.stat().st_size:
            raise refused("The files in this zip file overlap, as in one made to do harm.")
        if unpacked > LARGEST or (unpacked > _SUSPECT_FROM and unpacked > packed * _MOST_TIMES):
            raise refused("This zip file would unpack to far more than a journal holds.")
        _refuse_names(info.orig_filename for info in infos)
        members = []
        for info in infos:
            kind = stat.S_IFMT(info.external_attr >> 16)
            if kind and not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
                raise refused("This zip file holds a link or a device.")
            if info.flag_bits & _ENCRYPTED:
                raise refused("This zip file is encrypted.", "Unpack it with its own program.")
            if info.compress_type not in _PACKED:
                raise refused(
                    "This zip file is packed in a rare way.", "Pack it anew as plain zip."
                )
            if info.is_dir():
                continue
            if info.filename.lower().endswith(_ARCHIVES):
                raise refused("This zip file holds another archive.", "Unpack it first.")
            members.append(Member(name=info.filename, size=info.file_size, changed=_zip_time(info)))
        return sorted(members, key=lambda m: m.name)


class TarSource(Source):
    """A plain tar file, as Joplin writes it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.archive = True
        try:
            self._tar = tarfile.open(path, "r:", errorlevel=2)  # noqa: SIM115 (open until close)
        except (tarfile.TarError, OSError, ValueError, EOFError, OverflowError):
            raise _no_tar() from None
        try:
            self._infos = self._looked_over(self._listed())
        except BaseException:
            self._tar.close()
            raise

    def members(self) -> Sequence[Member]:
        """Every file in it."""
        return sorted(
            (
                Member(name=name, size=info.size, changed=_local(info.mtime))
                for name, info in self._infos.items()
            ),
            key=lambda m: m.name,
        )

    def stream(self, member: Member) -> AbstractContextManager[BinaryIO]:
        """A member as a stream."""
        stream = self._tar.extractfile(self._infos[member.name])
        if stream is None:
            raise _damaged()
        return _Guarded(stream)  # type: ignore[arg-type]

    def close(self) -> None:
        """Close the file."""
        self._tar.close()

    def _listed(self) -> list[tarfile.TarInfo]:
        infos = []
        try:
            while (info := self._tar.next()) is not None:
                infos.append(info)
                _refuse_many(len(infos))
        except (tarfile.TarError, OSError, ValueError, EOFError, OverflowError):
            raise _no_tar() from None
        return infos

    def _looked_over(self, infos: Sequence[tarfile.TarInfo]) -> dict[str, tarfile.TarInfo]:
        _refuse_names(_without_dot(info.name) for info in infos if info.name != ".")
        kept = {}
        for info in infos:
            if info.isdir():
                continue
            if not info.isreg() or info.issparse():
                raise refused("This archive holds a link, a device or a sparse file.")
            kept[_without_dot(info.name)] = info
        if sum(info.size for info in kept.values()) > self.path.stat().st_size:
            raise refused("This archive says it holds more than it does.")
        return kept


class _Guarded:
    """A member's stream whose damage becomes a refusal."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def __enter__(self) -> BinaryIO:
        return self  # type: ignore[return-value]

    def __exit__(self, *_error: object) -> None:
        self._stream.close()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        return self._get("read", size)

    def readline(self, size: int = -1) -> bytes:
        """The next line."""
        return self._get("readline", size)

    def _get(self, way: str, size: int) -> bytes:
        try:
            got: bytes = getattr(self._stream, way)(size)
        except (zipfile.BadZipFile, tarfile.TarError, zlib.error, OSError, EOFError, ValueError):
            raise _damaged() from None
        return got


def is_tar(start: bytes) -> bool:
    """True when these first 512 bytes are those of a plain tar file."""
    return start[257:262] == b"ustar"


def _refuse_many(count: int) -> None:
    if count > MOST_MEMBERS:
        raise refused(f"This archive holds more than {MOST_MEMBERS:,} files.")


def _refuse_names(names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if wrong := unsafe_name(name):
            raise refused(f"This archive holds {wrong}.")
        folded = unicodedata.normalize("NFC", name.rstrip("/")).casefold()
        if folded in seen:
            raise refused("This archive holds two files of one name.")
        seen.add(folded)


def _without_dot(name: str) -> str:
    return name.removeprefix("./")


def _zip_time(info: zipfile.ZipInfo) -> datetime | None:
    try:
        return datetime(*info.date_time)  # noqa: DTZ001 (a zip knows no zone)
    except ValueError:
        return None


def _local(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone().replace(tzinfo=None)
    except (OverflowError, OSError, ValueError):
        return None


def _damaged() -> Refused:
    return refused("This archive is damaged.")


def _no_tar() -> Refused:
    return refused("This archive is damaged, or not a tar file.")
