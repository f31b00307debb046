"""Entry care: stars, former versions, the trash and the templates of entries."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

from journal_app.domain.entry import Entry
from journal_app.domain.template import Template
from journal_app.domain.version import Trashed, Version
from journal_app.guidance.loader import Guidance
from journal_app.services.changes import Notify, Topic
from journal_app.store.nouns import Nouns
from journal_app.store.trash import entry_of

KEPT_IN_TRASH = timedelta(days=30)
SHIPPED = ("one_on_one", "conflict", "handing_over", "first_day")


class EntryCareService:
    """What becomes of entries once they are written."""

    def __init__(self, nouns: Nouns, guidance: Guidance, notify: Notify) -> None:
        self._nouns, self._guidance, self._notify = nouns, guidance, notify

    def star(self, entry_id: int, *, on: bool) -> None:
        """Mark an entry to come back to, or no longer."""
        self._nouns.entries.set_starred(entry_id, on=on)
        self._notify(Topic.ENTRIES)

    # --- former versions ---

    def versions(self, entry_id: int) -> list[Version]:
        """What an entry said before, newest first."""
        return [
            Version(
                id=number,
                entry=entry_of(json.loads(record)),
                until=datetime.fromisoformat(saved_at),
            )
            for number, record, saved_at in self._nouns.entries.versions(entry_id)
        ]

    def copy_of(self, version: Version) -> Entry:
        """A former version as an entry of its own; the entry it was stays as it is."""
        kept = self._nouns.entries.add(replace(version.entry, id=None, starred=False))
        self._notify(Topic.ENTRIES)
        return kept

    # --- trash ---

    def put_away(self, entry_id: int, *, on: date) -> Trashed:
        """Move an entry to the trash, where it stays for thirty days."""
        trashed = self._nouns.trash.put(self._nouns.entries.get(entry_id), on=on)
        self._notify(Topic.ENTRIES)
        return trashed

    def trashed(self) -> list[Trashed]:
        """What lies in the trash, the latest first."""
        return self._nouns.trash.all()

    def goes_on(self, trashed_on: date) -> date | None:
        """The day something in the trash goes by itself; None while a hold is set."""
        if self._nouns.settings.get("hold") == "yes":
            return None
        return trashed_on + KEPT_IN_TRASH + timedelta(days=1)

    def bring_back(self, trashed_id: int) -> Entry:
        """Put an entry back where it was."""
        entry = self._nouns.trash.bring_back(trashed_id)
        self._notify(Topic.ENTRIES)
        return entry

    def empty_old(self, today: date) -> int:
        """Delete what has lain in the trash for thirty days; nothing while a hold is set."""
        if self._nouns.settings.get("hold") == "yes":
            return 0
        gone = self._nouns.trash.forget_before(today - KEPT_IN_TRASH)
        if gone:
            self._notify(Topic.ENTRIES)
        return gone

    # --- templates ---

    def templates(self) -> list[Template]:
        """The shipped ones, then one's own."""
        text = self._guidance.text
        shipped = [
            Template(name=text(f"templates.{key}_name"), body=text(f"templates.{key}"))
            for key in SHIPPED
        ]
        return [*shipped, *self._nouns.templates.all()]

    def keep_template(self, name: str, body: str) -> Template:
        """Keep words to begin with under a name; the same name again replaces them."""
        made = Template(name=name.strip(), body=body)
        before = [t for t in self._nouns.templates.all() if t.name == made.name]
        if before:
            return self._nouns.templates.save(replace(made, id=before[0].id))
        return self._nouns.templates.add(made)

    def drop_template(self, template: Template) -> None:
        """Let one of one's own templates go."""
        if template.id is not None:
            self._nouns.templates.remove(template.id)
