"""What a reader finds, for tests that say what a format means."""

import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from journal_app.domain.finding import Asks, Finding, Found, Question, Remark, Skipped, Wishes
from journal_app.exchange.importers import reader_for
from journal_app.exchange.sources import open_source

NOW = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 (the wall clock of whoever imports)


def everything(path: Path, form: str = "auto", **wishes: Any) -> list[Found]:
    """All that is found at a path; the reader has to be the one asked for."""
    source = open_source(path)
    try:
        reader = reader_for(source, form)
        assert reader is not None, "nobody recognises this"
        return list(reader.read(source, Wishes(now=NOW, **wishes)))
    finally:
        source.close()


def form_of(path: Path) -> str | None:
    """Which reader takes a path by itself."""
    source = open_source(path)
    try:
        reader = reader_for(source)
        return reader.form if reader else None
    finally:
        source.close()


def entries(path: Path, form: str = "auto", **wishes: Any) -> list[Finding]:
    return [one for one in everything(path, form, **wishes) if isinstance(one, Finding)]


def entry(path: Path, form: str = "auto", **wishes: Any) -> Finding:
    [found] = entries(path, form, **wishes)
    return found


def skipped(path: Path, form: str = "auto", **wishes: Any) -> list[tuple[str, str]]:
    found = everything(path, form, **wishes)
    return [(one.item, one.reason) for one in found if isinstance(one, Skipped)]


def remarks(path: Path, form: str = "auto", **wishes: Any) -> list[str]:
    return [one.text for one in everything(path, form, **wishes) if isinstance(one, Remark)]


def questions(path: Path, form: str = "auto", **wishes: Any) -> set[Question]:
    found = everything(path, form, **wishes)
    return {one.question for one in found if isinstance(one, Asks)}


def a_file(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def a_folder(path: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in files.items():
        a_file(path / name, text)
    return path


def a_zip(path: Path, files: Mapping[str, str | bytes | dict[str, Any]]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, json.dumps(text) if isinstance(text, dict) else text)
    return path


def a_tar(path: Path, files: Mapping[str, str]) -> Path:
    with tarfile.open(path, "w") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            data = text.encode()
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path
