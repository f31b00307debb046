"""Drafts: a moment or a celebration being written outside the weekly guide, kept as one types."""

from dataclasses import asdict

from journal_app.domain.draft import CelebrationDraft, MomentDraft
from journal_app.store.reflections import DraftRepository


class DraftService:
    """At most one moment about each person, and one celebration, that is not finished yet."""

    def __init__(self, drafts: DraftRepository) -> None:
        self._drafts = drafts

    def moment(self, person_id: int) -> MomentDraft | None:
        """The moment begun about this person, if one is."""
        record = self._drafts.get(f"moment:{person_id}")
        return MomentDraft.from_record(record) if record else None

    def keep_moment(self, draft: MomentDraft) -> None:
        """Keep a moment being written; durable when this returns."""
        self._drafts.put(f"moment:{draft.person_id}", asdict(draft))

    def drop_moment(self, person_id: int) -> None:
        """Forget the moment begun about this person: it was finished, or is not wanted."""
        self._drafts.remove(f"moment:{person_id}")

    def celebration(self) -> CelebrationDraft | None:
        """The celebration begun outside the guide; ``moment`` is the id of a kept moment."""
        record = self._drafts.get("celebration")
        return CelebrationDraft.from_record(record) if record else None

    def keep_celebration(self, draft: CelebrationDraft) -> None:
        """Keep a celebration being written; durable when this returns."""
        self._drafts.put("celebration", asdict(draft))

    def drop_celebration(self) -> None:
        """Forget the celebration begun: it was made, or is not wanted."""
        self._drafts.remove("celebration")

    def line(self, key: str) -> str:
        """What is being typed in a field of its own, or nothing."""
        record = self._drafts.get(f"line:{key}")
        return str(record["text"]) if record else ""

    def keep_line(self, key: str, text: str, *, person_id: int | None = None) -> None:
        """Keep what is being typed there, with whom it is about; an empty text leaves no draft."""
        if text.strip():
            self._drafts.put(f"line:{key}", {"text": text, "person_id": person_id})
        else:
            self._drafts.remove(f"line:{key}")
