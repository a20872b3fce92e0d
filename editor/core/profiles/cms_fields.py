"""Fields as the configuration of an editor describes them."""

import re
from collections.abc import Mapping

from msgspec import Struct, field

from editor.core.profiles.profile import Field, FieldKind
from editor.core.sites.config_data import Data, find_flag, find_setting, find_texts

_DEEPEST = 6


class ConfiguredKind(Struct, frozen=True):
    """A kind of page."""

    name: str
    folder: str
    """Where its pages lie, from the root of the site."""
    fields: tuple[Field, ...]
    label: str = ""
    file: str = ""
    """The pattern of its files' names, as ``Profile.file``; "" where nothing is said."""


class FieldReader(Struct):
    """Turns the fields of one editor's configuration into ours, and notes what it cannot."""

    kinds: Mapping[str, FieldKind]
    """What its words for kinds of field mean here."""
    skipped: tuple[str, ...]
    """Its words for what is no front matter: the body, and what only parts the form."""
    words: Mapping[str, str]
    """Its names for what a field says of itself."""
    language: str
    media: str = ""
    """Where its files go, from the root of the site."""
    unmapped: list[str] = field(default_factory=list)
    """The fields whose kind is not known here, in words."""
    is_required: bool = False
    """Whether a field is needed that does not say."""

    def read_fields(self, entries: object, depth: int = 0) -> tuple[Field, ...]:
        """Read fields.

        Args:
            entries: A list of the configuration.
            depth: How many fields they stand in; too deep ones are left out.

        Returns:
            The fields of the front matter that it describes.
        """
        found = []
        for entry in entries if isinstance(entries, list) else ():
            if depth < _DEEPEST and isinstance(entry, dict):
                made = self._read_field(entry, depth)
                found += [made] if made else []
        return tuple(found)

    def _say(self, entry: Data, name: str) -> str:
        value = find_setting(entry, *self.words.get(name, name).split("."))
        if isinstance(value, bool):
            return str(value).lower()
        return str(value) if isinstance(value, str | int | float) else ""

    def _read_field(self, entry: Data, depth: int) -> Field | None:
        key, word = self._say(entry, "key"), self._say(entry, "kind").lower() or "string"
        if not key or word in self.skipped or (key == "body" and word in ("text", "string")):
            return None
        parts = self.read_fields(find_setting(entry, "fields"), depth + 1)
        if single := find_setting(entry, "field"):
            parts = self.read_fields([single], depth + 1)
        kind = self.kinds.get(word)
        if kind is None:
            self.unmapped.append(f"{key} ({word})")
            kind = FieldKind.TEXT
        kind = _many(kind, entry, parts)
        label, help_text = self._say(entry, "label"), self._say(entry, "help")
        return Field(
            key=key,
            widget=kind,
            label={self.language: label} if label else {},
            help={self.language: help_text} if help_text else {},
            required=self._say(entry, "required") == "true"
            or (self.is_required and self._say(entry, "required") != "false"),
            choices=_read_choices(entry),
            pattern=_read_pattern(entry),
            default=self._say(entry, "default"),
            folder=self.media if kind in (FieldKind.IMAGE, FieldKind.FILE) else "",
            fields=parts if kind in (FieldKind.MAP, FieldKind.ROWS) else (),
        )


def _read_pattern(entry: Data) -> str:
    """A regular expression, if it is one here, too: those of JavaScript have other words."""
    pattern = next(iter(find_texts(entry, "pattern")), "")
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return ""
    return pattern


def _many(kind: FieldKind, entry: Data, parts: tuple[Field, ...]) -> FieldKind:
    """The kind of a field that may hold several values."""
    is_list = find_setting(entry, "list") not in (None, False)
    is_multiple = bool(find_flag(entry, "multiple"))
    if kind is FieldKind.LIST and parts:
        return FieldKind.ROWS if len(parts) > 1 or parts[0].key != "item" else FieldKind.LIST
    if is_list and kind is FieldKind.MAP:
        return FieldKind.ROWS
    if (is_list or is_multiple) and kind not in (FieldKind.ROWS, FieldKind.TAGS):
        return FieldKind.LIST
    return kind


def _read_choices(entry: Data) -> tuple[str, ...]:
    options: object = find_setting(entry, "options")
    for path in (("options", "values"), ("config", "options"), ("choices",)):
        if not isinstance(options, list):
            options = find_setting(entry, *path)
    choices = []
    for option in options if isinstance(options, list) else ():
        value: object = option
        if isinstance(option, dict):
            value = next((option[key] for key in ("value", "id", "name") if key in option), None)
        if isinstance(value, str | int | float) and str(value):
            choices.append(str(value))
    return tuple(choices)
