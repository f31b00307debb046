"""Writing area: the editor under the name the forms know it by."""

from journal_app.ui.editor.exact_text import storable
from journal_app.ui.editor.writing_area import WritingArea

__all__ = ["WritingArea", "storable"]
