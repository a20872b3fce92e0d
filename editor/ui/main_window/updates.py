"""Whether there is a newer release: on a click, or each month where the user has allowed it once.

It says so and leads to the page; it never installs anything.
"""

from datetime import date, timedelta

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from editor import __version__
from editor.app.services.background import BackgroundTask
from editor.app.services.releases import Release, fetch_release
from editor.app.services.settings import Settings
from editor.core.base.messages import Message
from editor.ui.widgets.message_bar import Action, MessageBar
from editor.ui.wording.translation import translated

_BETWEEN = timedelta(days=30)


class Updates(QObject):
    """Asks the program's home page in the background."""

    def __init__(self, settings: Settings, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._bar = settings, bar
        self._was_asked = False
        """Whether the user waits for an answer, whatever it is."""
        self._task = BackgroundTask(self, "updates")
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)

    def look(self) -> None:
        """Ask now, as the user wants it."""
        self._was_asked = True
        self._bar.say(self.tr("Asking for the newest release …"))
        self._task.start(fetch_release)

    def look_monthly(self) -> None:
        """Ask where the user has allowed it, and the last time is a month ago."""
        before = self._settings.now.updates_looked_for
        is_due = before <= (date.today() - _BETWEEN).isoformat()
        if self._settings.now.updates and is_due:
            self._was_asked = False
            self._task.start(fetch_release)

    def _on_done(self, release: Release) -> None:
        self._settings.keep(updates_looked_for=date.today().isoformat())
        actions: list[Action] = []
        if release.is_newer:
            text = self.tr("Rundbrief {0} is out; this is {1}.").format(
                release.version, __version__
            )
            page = QUrl(release.page)
            actions.append((self.tr("See what is new"), lambda: QDesktopServices.openUrl(page)))
        elif self._was_asked:
            text = self.tr("This is the newest release: {0}.").format(__version__)
        else:
            return
        if not self._settings.now.updates:
            actions.append((self.tr("Look each month"), self._allow))
        self._bar.say(text, actions)

    def _allow(self) -> None:
        self._settings.keep(updates=True)
        self._bar.say(self.tr("Each month is looked for a new release. Settings end it again."))

    def _on_failed(self, message: Message) -> None:
        if self._was_asked:
            self._bar.say(translated(message), warning=True)

    def close(self) -> None:
        """Take no more work."""
        self._task.close()
