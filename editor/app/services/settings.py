"""What the program remembers between starts. The dataclass of defaults is the schema."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 12


@dataclass(frozen=True, slots=True)
class SettingsData:
    """Everything kept, with its defaults."""

    recent: tuple[str, ...] = ()
    geometry: bytes = b""
    panes: tuple[int, ...] = (240, 560, 560)
    zoom: int = 100
    phone: bool = False
    problems: bool = False
    """Whether the list of problems is open."""
    page_scheme: str = ""
    """The preview's colours: "light", "dark", or as the window."""
    private_addresses: bool = False
    """Whether events may be fetched from this machine and its network."""
    handover: str = "files"
    """How the last issue was handed over: "files", "git" or "zip"."""
    site: str = ""
    """The site's folder, chosen once or found around a file."""
    page_css: str = ""
    """A style sheet of the user's for the preview."""


class Settings:
    """Reads and writes Remembered through QSettings; what does not fit the schema is as good as absent."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "rundbrief", "rundbrief"
        )
        self.now = SettingsData(
            **{item.name: self._read(item.name, item.default) for item in fields(SettingsData)}
        )

    def _read(self, name: str, default: Any) -> Any:
        value = self._store.value(name, None)
        try:
            if isinstance(default, bytes):
                if isinstance(value, QByteArray):
                    return bytes(value.data())
                return default
            if isinstance(default, tuple):
                kind = type(default[0]) if default else str
                if isinstance(value, list):
                    parts = value
                elif value:
                    parts = [value]
                else:
                    parts = []
                return tuple(kind(part) for part in parts) or default
            if isinstance(default, bool):
                return str(value).lower() == "true"
            if value is not None:
                return type(default)(value)
            return default
        except (TypeError, ValueError):
            return default

    def keep(self, **new: Any) -> None:
        """Remember some values from now on."""
        self.now = replace(self.now, **new)
        for name, value in new.items():
            self._store.setValue(
                name,
                QByteArray(value)
                if isinstance(value, bytes)
                else list(value)
                if isinstance(value, tuple)
                else value,
            )

    def opened(self, path: Path) -> None:
        """Put a file on top of the recent ones."""
        name = str(path.absolute())
        self.keep(recent=(name, *(other for other in self.now.recent if other != name))[:_RECENT])
