"""Shared: what lies outside the journal: asked back in time, taken away, and answered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from journal_app.domain.entry import Entry
from journal_app.domain.errors import CannotWrite
from journal_app.domain.intention import Intention
from journal_app.domain.seed import Seed
from journal_app.domain.share import ASK_AFTER, Audience, Shared
from journal_app.guidance.loader import Guidance
from journal_app.services.changes import Notify, Topic
from journal_app.store.nouns import Nouns

MENTOR_TAG = "mentor"
MOST_LINES = 3


class SharedService:
    """Keeps an eye on the packs that left, and takes in what was said about them."""

    def __init__(self, nouns: Nouns, guidance: Guidance, notify: Notify) -> None:
        self._nouns = nouns
        self._guidance = guidance
        self._notify = notify

    def out_there(self) -> list[Shared]:
        """The packs that are not known to be gone, newest first."""
        return [shared for shared in self._nouns.share_log.newest() if shared.gone_on is None]

    def asking(self, today: date) -> list[Shared]:
        """The packs whose deletion it is time to ask for."""
        return [shared for shared in self.out_there() if shared.asks(today)]

    def that_told_of(self, person_id: int) -> list[Shared]:
        """The packs out there in which a person appears, under whatever name, newest first."""
        return [shared for shared in self.out_there() if str(person_id) in shared.people]

    def ask_later(self, shared: Shared, *, on: date) -> Shared:
        """Ask about its deletion again in a while."""
        return self._save(replace(shared, ask_on=on + ASK_AFTER))

    def is_gone(self, shared: Shared, *, on: date | None) -> Shared:
        """Note that they deleted it; None takes that back."""
        return self._save(replace(shared, gone_on=on))

    def lies_here(self, shared: Shared) -> bool:
        """True while the file itself is still on this computer where it was saved."""
        return bool(shared.place) and Path(shared.place).is_file()

    def delete_file(self, shared: Shared) -> Shared:
        """Delete the copy on this computer; what was handed over is out of reach."""
        try:
            Path(shared.place).unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(
                "The file could not be deleted there.",
                safe="Nothing was changed.",
                next_step="Close it in other programs, or delete it by hand.",
            ) from error
        return self._save(replace(shared, place=""))

    def hear(
        self,
        lines: Sequence[str],
        *,
        on: date,
        shared: Shared | None = None,
        waiting: Sequence[str] | None = None,
    ) -> list[Seed]:
        """Keep what was said in the talk: in the journal, and as seeds the next session shows.

        ``waiting`` are the lines it shows, all of them unless some became plans already.
        """
        said = [line.strip() for line in lines if line.strip()][:MOST_LINES]
        if not said:
            return []
        self._nouns.entries.add(
            Entry(
                happened_on=on,
                title=self._guidance.text("pack.what_they_said"),
                body="\n\n".join(said),
                tags=(MENTOR_TAG,),
            )
        )
        told = self._guidance.text("pack.from_mentor")
        seeds = [
            self._nouns.seeds.add(Seed(caught_on=on, body=told.replace("{line}", line)))
            for line in (said if waiting is None else waiting)
        ]
        if shared is not None:
            self._nouns.share_log.save(replace(shared, heard_on=on))
        for topic in (Topic.ENTRIES, Topic.SEEDS, Topic.SHARING):
            self._notify(topic)
        return seeds

    def plan_from(self, line: str, *, week_start: date) -> Intention:
        """Make one line a plan of a week, loose until a moment is found for it."""
        plan = self._nouns.intentions.add(Intention(week_start=week_start, act=line.strip()))
        self._notify(Topic.INTENTIONS)
        return plan

    def answers(self, shared: Shared) -> bool:
        """True when a talk about it can be expected: it was made for somebody else."""
        return shared.audience not in {Audience.MYSELF, Audience.THEM}

    def _save(self, shared: Shared) -> Shared:
        saved = self._nouns.share_log.save(shared)
        self._notify(Topic.SHARING)
        return saved
