"""Journals: seeded ones of every size, made once and copied for each use."""

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from journal_app.domain.celebration import Celebration
from journal_app.domain.entry import Entry, EntryKind
from journal_app.domain.intention import Ending, Intention
from journal_app.domain.moment import GrowthKind, Moment
from journal_app.domain.person import Person
from journal_app.domain.reflection import Answer, Reflection
from journal_app.domain.step import Mode
from journal_app.domain.week import Week
from journal_app.services.protection import ProtectionService
from journal_app.store.database import Database
from journal_app.store.migrations import STEPS
from journal_app.store.migrations_runner import migrate
from journal_app.store.nouns import Nouns
from journal_app.store.vault import Vault

SIZES = (0, 520, 5_200, 52_000)
LARGEST = 100_000
TODAY = date(2026, 11, 25)
PASSPHRASE = "four quiet words here"  # noqa: S105 (of a journal that holds nobody's words)
MOST_WEEKS = 1_040  # twenty years
_KEPT = Path(__file__).resolve().parent.parent / "build" / "bench" / "journals"
_NAMES = ("Mei", "Jonas", "Ana", "Tunde", "Ilse", "Ravi", "Sara", "Piotr", "Lena", "Omar", "Yuki")
_TEXT = (
    "asked the quiet question that turned the meeting and the customer stayed calm while we"
    " listened to what nobody had planned for the release she showed her draft early he said no"
    " kindly they argued about growth and trust and finished before lunch with a smaller plan"
    " than mine I waited before I answered which was hard for me and good for everyone around"
)
_WORDS = _TEXT.split()


@contextmanager
def journal_of(entries: int, *, protected: bool = False) -> Iterator[Path]:
    """The folder of a journal with so many entries, a copy that may be written to."""
    with tempfile.TemporaryDirectory(prefix="tend-bench-") as folder:
        copy = Path(folder) / "journal"
        shutil.copytree(_kept(entries, protected=protected), copy)
        yield copy


def _kept(entries: int, *, protected: bool) -> Path:
    """The folder it is copied from, seeded now if it was not or if the schema went on."""
    schema = hashlib.sha256(repr([name for name, _ in STEPS]).encode() + _seed()).hexdigest()[:10]
    folder = _KEPT / schema / f"{entries}-{'protected' if protected else 'open'}"
    if not folder.exists():
        _KEPT.mkdir(parents=True, exist_ok=True)
        begun = Path(tempfile.mkdtemp(dir=_KEPT)) / "journal"
        seed_into(begun, entries, PASSPHRASE if protected else None)
        folder.parent.mkdir(exist_ok=True)
        begun.rename(folder)
        begun.parent.rmdir()
    return folder


def _seed() -> bytes:
    return Path(__file__).read_bytes()


def seed_into(folder: Path, entries: int, passphrase: str | None = None) -> None:
    """Begin a journal with so many entries in a new folder."""
    vault = Vault(folder)
    vault.create(passphrase)
    migrate(vault.database, STEPS)
    with vault.database.transaction():
        _Writer(vault.database, entries).write()
    vault.close()
    # The first opening of a journal writes what later ones only read.
    protection = ProtectionService(folder)
    protection.open_unprotected() if passphrase is None else protection.unlock(passphrase)
    protection.close()


class _Writer:
    """Writes a believable journal, the same one every time."""

    def __init__(self, db: Database, entries: int) -> None:
        self._nouns = Nouns(db)
        self._entries = entries
        self._dice = random.Random(entries)

    def write(self) -> None:
        """Weeks of one reflection with two answers, moments, celebrations, plans and entries."""
        if not self._entries:
            return
        self._people = [
            self._nouns.people.add(Person(name=name, joined_on=date(2006, 1, 2))).id or 0
            for name in _NAMES
        ]
        weeks = min(MOST_WEEKS, max(1, self._entries // 10))
        first = Week.of(TODAY).start - timedelta(weeks=weeks)
        left = self._entries
        for number in range(weeks):
            share = left // (weeks - number)
            left -= share
            self._week(first + timedelta(weeks=number), share)

    def _week(self, start: date, share: int) -> None:
        nouns, friday = self._nouns, start + timedelta(days=4)
        answers = tuple(
            Answer(step=step, prompt_id="N01", prompt_text=self._text(9), body=self._text(60))
            for step in ("notice", "leader")
        )
        added = nouns.reflections.add(
            Reflection(week_start=start, mode=Mode.FULL, finished_on=friday, answers=answers)
        )
        moment = Moment(
            person_id=self._who(),
            happened_on=friday,
            situation=self._text(6),
            behaviour=self._text(14),
            impact=self._text(10),
            growth=self._dice.choice(list(GrowthKind)),
            reflection_id=added.id,
        )
        kept = nouns.moments.add(moment)
        nouns.celebrations.add(
            Celebration(
                person_id=kept.person_id,
                happened_on=friday,
                behaviour=self._text(14),
                moment_id=kept.id,
                reflection_id=added.id,
            )
        )
        nouns.intentions.add(self._plan(start, added.id))
        for day in range(share - 5):
            self._free(start + timedelta(days=day % 7))

    def _plan(self, start: date, reflection_id: int | None) -> Intention:
        last = start + timedelta(weeks=1) >= Week.of(TODAY).start
        return Intention(
            week_start=start + timedelta(weeks=1),
            cue=self._text(6),
            act=self._text(8),
            person_id=self._who(),
            ending=None if last else Ending.DID,
            ended_on=None if last else start + timedelta(days=11),
            reflection_id=reflection_id,
        )

    def _free(self, day: date) -> None:
        kind = self._dice.choices(list(EntryKind), weights=[86, 5, 5, 2, 2])[0]
        self._nouns.entries.add(
            Entry(
                happened_on=day,
                title=self._text(4),
                body=self._text(self._dice.randint(40, 220)),
                kind=kind,
                person_id=self._who(),
                tags=("retro",) if self._dice.random() < 0.2 else (),
            )
        )

    def _who(self) -> int:
        return self._dice.choice(self._people)

    def _text(self, length: int) -> str:
        return " ".join(self._dice.choices(_WORDS, k=length)).capitalize() + "."
