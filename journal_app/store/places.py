"""Places: network shares and synced folders, told by the system's mounts and well-known names."""

import os
import re
import sys
from pathlib import Path

from journal_app.domain.place import Place

_MOUNTS = Path("/proc/mounts")
_NETWORK = frozenset(
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "webdav"]
)
_NETWORK_FUSE = re.compile(r"fuse\.(sshfs|rclone|gvfsd-fuse|davfs|s3fs|glusterfs|curlftpfs)")
_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud drive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
    "syncthing": "Syncthing",
}
_MARKERS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".owncloudsync.log": "Nextcloud"}
# journal (Mei's conflicted copy 2026-11-20).db, journal.sync-conflict-20261120-101112.db
_CONFLICT = re.compile(r"(?i)journal.*(conflict|\(\d+\)|-[A-Z0-9-]+-pc).*\.(db|key)")


def place_of(folder: Path, *, mounts: Path = _MOUNTS) -> Place:
    """Where a folder lies; ``mounts`` is the system's table of mounts."""
    return Place(
        network=on_network(folder, mounts=mounts),
        synced_by=_synced_by(folder),
        conflicts=tuple(sorted(p.name for p in _listed(folder) if _CONFLICT.fullmatch(p.name))),
    )


def on_network(folder: Path, *, mounts: Path = _MOUNTS) -> bool:
    """True when the folder is on another machine's disk, where file locks and WAL do not hold."""
    if sys.platform == "win32":
        return str(folder.resolve()).startswith("\\\\")
    try:
        table = mounts.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    kinds = {}
    for line in table.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            kinds[parts[1].replace("\\040", " ")] = parts[2]
    path = os.path.realpath(folder)
    while path not in kinds and path != os.path.dirname(path):  # noqa: PTH120 (mounts are text)
        path = os.path.dirname(path)  # noqa: PTH120
    kind = kinds.get(path, "")
    return kind in _NETWORK or bool(_NETWORK_FUSE.fullmatch(kind))


def _synced_by(folder: Path) -> str:
    for parent in (folder, *folder.parents):
        name = parent.name.casefold()
        for known, service in _SYNCED.items():
            # "OneDrive - Contoso" is how a company's folder is called.
            if name == known or name.startswith((f"{known} -", f"{known} (")):
                return service
        for marker, service in _MARKERS.items():
            if (parent / marker).exists():
                return service
    return ""


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
