"""Spelling: the words of one's own dictionary, and which language an entry is written in."""

from journal_app.store.database import Database, environment_errors


class SpellingRepository:
    """The ``own_word`` and ``entry_language`` tables."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def words(self) -> list[str]:
        """One's own words, in the order of the alphabet."""
        with environment_errors():
            rows = self._db.execute("SELECT DISTINCT word FROM own_word WHERE word <> ''")
        return sorted((str(word) for (word,) in rows), key=lambda word: (word.casefold(), word))

    def add(self, word: str) -> None:
        """Keep a word, once."""
        with environment_errors():
            self._db.execute(
                "INSERT INTO own_word (word) SELECT ?1"
                " WHERE NOT EXISTS (SELECT 1 FROM own_word WHERE word = ?1)",
                [word],
            )

    def remove(self, word: str) -> None:
        """Keep a word no longer."""
        with environment_errors():
            self._db.execute("DELETE FROM own_word WHERE word = ?", [word])

    def language_of(self, entry_id: int) -> str | None:
        """The language an entry was said to be in, or None."""
        with environment_errors():
            rows = self._db.execute(
                "SELECT language FROM entry_language WHERE entry_id = ?", [entry_id]
            )
        return str(rows[0][0]) if rows else None

    def set_language(self, entry_id: int, language: str) -> None:
        """Say which language an entry is in."""
        with environment_errors():
            self._db.execute(
                "INSERT INTO entry_language (entry_id, language) VALUES (?, ?)"
                " ON CONFLICT (entry_id) DO UPDATE SET language = excluded.language",
                [entry_id, language],
            )
