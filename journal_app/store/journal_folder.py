"""Journal folder: made private, kept private, and never taken for empty when a file is gone."""

from pathlib import Path

from journal_app.domain.errors import CannotWrite, DamagedJournal, MissingJournal, Refused


def make_private(folder: Path) -> None:
    """Make the folder, for its owner alone; folders made on the way to it are theirs alone too."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    try:
        for parent in reversed(missing):
            # With ``parents=True`` they would get whatever the umask of the session leaves open.
            parent.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise CannotWrite(
            f"The folder {folder} cannot be made.", safe="Nothing was changed."
        ) from error


def keep_private(folder: Path) -> None:
    """0600 for every file of ours, whatever the umask of the session was."""
    for path in folder.glob("journal.*"):
        try:
            path.chmod(0o600)
        except OSError:
            # Read-only media keep the modes they came with.
            return


def refuse_missing(journal: Path) -> None:
    """Refuse a journal file that its key knows of and that is gone or empty."""
    if not journal.exists():
        raise MissingJournal(
            f"The journal file is not in {journal.parent}.",
            safe="Its key is still there. Nothing new was made.",
            next_step="Put journal.db back, or restore a backup.",
        )
    if journal.stat().st_size == 0:
        raise DamagedJournal(
            "The journal file is empty.",
            safe="Nothing was changed.",
            next_step="Restore a backup.",
        )


def refuse_existing(*files: Path) -> None:
    """Refuse to begin a journal where there is one, or a part of one."""
    if any(file.exists() for file in files):
        raise Refused("There is already a journal in this folder.", safe="It was not touched.")


def sweep(folder: Path) -> None:
    """Remove what a killed backup, look or restore left half-made."""
    for pattern in (".*.part", ".*.db*", ".look-*", ".restore-*"):
        for left in folder.glob(pattern):
            if left.is_dir():
                import shutil

                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
