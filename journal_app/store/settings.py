"""Settings: small facts about the journal itself."""

from journal_app.store.database import Database, environment_errors


class SettingRepository:
    """Text by key in the ``setting`` table."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str, default: str = "") -> str:
        """The text kept under this key."""
        with environment_errors():
            rows = self._db.execute("SELECT value FROM setting WHERE key = ?", [key])
        return str(rows[0][0]) if rows else default

    def put(self, key: str, value: str) -> None:
        """Keep this text under this key."""
        with environment_errors():
            self._db.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                [key, value],
            )

    def remove(self, key: str) -> None:
        """Forget what is kept under this key."""
        with environment_errors():
            self._db.execute("DELETE FROM setting WHERE key = ?", [key])

    def starting(self, prefix: str) -> dict[str, str]:
        """Everything kept under keys that begin with this."""
        with environment_errors():
            rows = self._db.execute("SELECT key, value FROM setting ORDER BY key")
        return {key: value for key, value in rows if key.startswith(prefix)}
