"""What the program remembers between starts. The tuple of defaults is the schema."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

_MAX_RECENT = 12


class SettingsData(NamedTuple):
    """Everything that is remembered, with its defaults."""

    recent: tuple[str, ...] = ()
    geometry: bytes = b""
    panes: tuple[int, ...] = (230, 580, 550)
    folded: tuple[str, ...] = ()
    """The panes that the user has folded: "outline", "preview"."""
    zoom: int = 100
    scheme: str = ""
    """The colors of the window: "light", "dark", "contrast", or "" for those of the desktop."""
    text_percent: int = 100
    """The size of all text in the window, in percent of the desktop's."""
    phone: bool = False
    language: str = ""
    """The language of the program: "de", "en", or "" for that of the desktop."""
    spelling: bool = True
    """Whether words are looked up in dictionaries."""
    writing: bool = True
    """Whether the text is shown as it will look, not as plain Markdown."""
    source_at_caret: bool = False
    """Whether the status line shows the Markdown at the caret."""
    language_tool: str = ""
    """The address of a LanguageTool server; "" for none."""
    invisibles: bool = False
    """Whether blanks and tabs are shown in the text."""
    problems: bool = False
    """Whether the list of problems is open."""
    page_scheme: str = ""
    """The preview's colors: "light", "dark", or "" for those of the window."""
    page_pictures: bool = False
    """Whether the pages of bookmarks are asked for their pictures."""
    private_addresses: bool = False
    """Whether events may be fetched from this machine and its network."""
    refused_events: tuple[str, ...] = ()
    """What sources have proposed and the user did not take, by ``news.key_of``."""
    published: tuple[str, ...] = ()
    """What went out last: goal, day and title, with tabs between them."""
    export_folder: str = ""
    """The folder that exported files went to last."""
    calendar_files: bool = True
    """Whether calendar files are ticked when an issue is published; as the last time."""
    handover: str = "files"
    """How the last issue was handed over, as in ``publish_plan.Delivery``."""
    git_sites: tuple[str, ...] = ()
    """The folders of the sites for which git was chosen; nowhere else is it asked anything."""
    code_hosts: tuple[str, ...] = ()
    """The accounts at code hosts: host, kind, name and rights, with tabs between them."""
    networks: tuple[str, ...] = ()
    """The accounts at social networks, such as "mastodon:ada@chaos.social"."""
    repositories: tuple[str, ...] = ()
    """The repositories of sites that were named once: folder and repository, with a tab."""
    hugo_sites: tuple[str, ...] = ()
    """The folders of the sites that the user lets Hugo follow, to see their real pages."""
    offered_sites: tuple[str, ...] = ()
    """The folders of the sites for which kinds of page were offered: none is asked twice."""
    sites: tuple[str, ...] = ()
    """The folders of all sites that were used, the last one first."""
    tour_stop: int = 0
    """The stop at which the tour was left; 0 for its beginning."""
    seen_version: str = ""
    """The version of the program that was started last."""
    updates: bool = False
    """Whether a newer release of the program is looked for each month."""
    updates_looked_for: str = ""
    """The day on which it was looked for last, as in ISO 8601."""
    reopens: bool = True
    """Whether the program begins with the document that was open last."""
    last_path: str = ""
    """The document that was open at the end; "" where it was home."""
    last_position: int = 0
    """Where the caret was in it."""
    last_page: str = ""
    """The page it was on."""
    site: str = ""
    """The site's folder, chosen once or found around a file."""
    versions: int = 200
    """How many versions of a document are kept."""
    version_days: int = 90
    """For how many days they are kept."""
    page_css: str = ""
    """A style sheet of the user's for the preview."""

    def last_time(self, goal: str) -> tuple[date, str] | None:
        """Find out what went out last.

        Args:
            goal: Where to, as ``published`` names it.

        Returns:
            The day, and the title of the issue; None where nothing is known.
        """
        entries = (entry.split("\t", 2) for entry in self.published)
        for each, day, title in (entry for entry in entries if len(entry) == 3):
            if each == goal:
                with suppress(ValueError):
                    return date.fromisoformat(day), title
        return None


class Settings(QObject):
    """Reads and writes SettingsData through QSettings.

    A value that does not fit the schema counts as absent.
    """

    changed = Signal(object)
    """The names of the fields that have other values now."""

    def __init__(self, store: QSettings | None = None) -> None:
        """Read everything that is remembered.

        Args:
            store: Where to read and write; None for the user's own file.
        """
        super().__init__()
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rundbrief", "rundbrief"
        )
        self.now = SettingsData(
            **{name: self._read(name, value) for name, value in SettingsData()._asdict().items()}
        )

    def _read(self, name: str, default: Any) -> Any:
        """Read a value as the type of its default."""
        value = self._store.value(name, None)
        if value is None:
            return default
        try:
            if isinstance(default, bytes):
                if isinstance(value, QByteArray):
                    return bytes(value.data())
                return default
            if isinstance(default, tuple):
                kind = type(default[0]) if default else str
                parts = value
                if not isinstance(parts, list):
                    parts = [parts]  # what QSettings gives for a list with one item
                return tuple(kind(part) for part in parts) or default
            if isinstance(default, bool):
                return str(value).lower() == "true"
            return type(default)(value)
        except (TypeError, ValueError):
            return default

    def keep(self, **new: Any) -> None:
        """Remember some values from now on.

        Args:
            new: Values by the names of the fields of SettingsData.
        """
        before = self.now
        self.now = self.now._replace(**new)
        different = {name for name in new if getattr(before, name) != getattr(self.now, name)}
        for name, value in new.items():
            if isinstance(value, bytes):
                value = QByteArray(value)
            elif isinstance(value, tuple):
                value = list(value)
            self._store.setValue(name, value)
        if different:
            self.changed.emit(different)

    def opened(self, path: Path) -> None:
        """Put a file on top of the recent ones.

        Args:
            path: The file; it is remembered by its absolute path.
        """
        name = str(path.absolute())
        recent = (name, *(entry for entry in self.now.recent if entry != name))
        self.keep(recent=recent[:_MAX_RECENT])
