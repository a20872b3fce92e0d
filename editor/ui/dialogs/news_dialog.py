"""What the sources of a newsletter have that its issue has not."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal

from editor.app.services.import_runner import SourceCache
from editor.core.importers.duplicates import collect_present_entries
from editor.core.importers.news import KnownEvents, key_of
from editor.ui.dialogs.import_dialog import ImportDialog


class NewsDialog(ImportDialog):
    """The import dialog, filled from the sources that the profile names."""

    refused = Signal(list)
    """The keys (``news.key_of``) of what was shown and is not taken."""

    def ask(self, addresses: Sequence[str], refused: Collection[str], cache: SourceCache) -> None:
        """Look for what is new.

        Args:
            addresses: Pages and calendars.
            refused: The keys of what was not taken before.
            cache: Their answers of the last minutes.
        """
        self.setWindowTitle(self.tr("What is new"))
        self.show_busy()
        known = KnownEvents(collect_present_entries(self.session.issue), frozenset(refused))
        self.runner.fetch_news(addresses, self.import_context, known, cache)
        self.accepted.connect(self._tell_refused)

    def _tell_refused(self) -> None:
        chosen = self.chosen
        left = [each for each in self.candidates if each not in chosen and not each.is_duplicate]
        self.refused.emit([key_of(each) for each in left])
