"""Change signals: what services say, heard by the pages that are open."""

from PySide6.QtCore import QObject, Signal

from journal_app.services.changes import Topic


class ChangeSignals(QObject):
    """Passes on each topic; hand ``tell`` to the services as their ``Notify``."""

    changed = Signal(object)

    def tell(self, topic: Topic) -> None:
        """Say that something of this topic changed."""
        self.changed.emit(topic)
