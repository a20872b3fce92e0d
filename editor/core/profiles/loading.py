"""Profiles and settings loaded from TOML: every key known, every value of its type.

msgspec checks the values; this module says in a sentence, with the line, what is wrong.
"""

import re
import tomllib
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

import msgspec

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.base.severity import Severity
from editor.core.profiles.profile import Engine, FieldKind, Profile

_Settings = TypeVar("_Settings", bound=msgspec.Struct)
_Key = str | int
_SAMPLE_HEAD = {
    "title": "",
    "image": "",
    "alt": "",
    "attribution": "",
    "date": date(2026, 1, 1),
    "author": "",
}


def load_profile(text: str) -> Profile:
    """Load a profile.

    Args:
        text: TOML, as in resources/profiles.

    Returns:
        The profile, with defaults for what the text does not set.

    Raises:
        InputRejected: If the text is not TOML, or a key or value does not fit; names the line.
    """
    profile = load_settings(Profile, text)
    if not profile.name:
        raise _rejection(text, ["name"], translate("core", "“name” is missing"))
    try:
        profile.head.format_map(_SAMPLE_HEAD)
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        message = translate("core", "the template of the head cannot be filled: {reason}")
        raise _rejection(text, ["head"], message.fill(reason=error)) from None
    return profile


def load_settings(kind: type[_Settings], text: str) -> _Settings:
    """Load settings of any kind.

    Args:
        kind: The class of the settings; it should forbid unknown fields.
        text: TOML.

    Returns:
        The settings, with defaults for what the text does not set.

    Raises:
        InputRejected: If the text is not TOML, or a key or value does not fit; names the line.
    """
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise InputRejected(translate("core", "{reason}").fill(reason=error)) from None
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        keys, message = _explain(str(error))
        raise _rejection(text, keys, message) from None


# --- what is wrong --------------------------------------------------------------------------------

_PATH = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*?)`")
_MISSING = re.compile(r"Object missing required field `(.*?)`")
_ENUM = re.compile(r"Invalid enum value '(.*?)'")
_TYPE = re.compile(r"Expected `(?P<kinds>[^`]*)`")
_CHOICES: dict[str, type[StrEnum]] = {"widget": FieldKind, "renderer": Engine, "levels": Severity}


def _explain(complaint: str) -> tuple[list[_Key], Message]:
    """Where a complaint of msgspec's is, and what it says, in our words."""
    path = _PATH.search(complaint)
    keys = _read_keys(path["path"]) if path else []
    named = [str(key) for key in keys if isinstance(key, str)]
    key = named[-1] if named else ""
    if match := _UNKNOWN.match(complaint):
        message = translate("core", "unknown key “{key}”").fill(key=match[1])
        return [*keys, match[1]], message
    if match := _MISSING.match(complaint):
        if match[1] == "key":
            return keys, translate("core", "a field without “key”")
        return [*keys, match[1]], translate("core", "“name” is missing")
    if match := _ENUM.match(complaint):
        choices = next((_CHOICES[name] for name in reversed(named) if name in _CHOICES), Severity)
        message = translate("core", "“{value}” is none of {allowed}")
        return keys, message.fill(value=match[1], allowed=", ".join(choices))
    match = _TYPE.match(complaint)
    return keys, _explain_type(key, match["kinds"] if match else complaint, keys)


def _explain_type(key: str, kinds: str, keys: Sequence[_Key]) -> Message:
    """What kind of value a key should have."""
    if kinds == "array":
        return translate("core", "“{key}” should be a list").fill(key=key)
    texts = ("label", "help", "values", "levels")
    if any(name in keys for name in texts) and kinds in ("object", "str"):
        return translate("core", "“{key}” should be a table of texts").fill(key=key)
    if kinds == "object":
        return translate("core", "“{key}” should be a table").fill(key=key)
    message = translate("core", "“{key}” should be of the type {kind}")
    return message.fill(key=key, kind=kinds.replace(" | ", "/"))


def _read_keys(path: str) -> list[_Key]:
    """The keys and indices of a path such as ``.field[1].label``; ``[...]`` is any key."""
    keys: list[_Key] = []
    for step in _STEP.finditer(path):
        if step["key"]:
            keys.append(step["key"])
        elif step["index"] != "...":
            keys.append(int(step["index"]))
    return keys


# --- where it stands ------------------------------------------------------------------------------

_TABLE = re.compile(r"\s*(?P<list>\[)?\[\s*(?P<name>[^\[\]]+?)\s*\]")
_ASSIGNMENT = re.compile(r"\s*(?P<key>[\w.\"'-]+?)\s*=")


def _rejection(text: str, keys: Sequence[_Key], reason: Message) -> InputRejected:
    message = translate("core", "line {line}: {reason}")
    return InputRejected(message.fill(line=_find_line(text, keys), reason=reason))


def _find_line(text: str, keys: Sequence[_Key]) -> int:
    """The line, from 1, of the value at a path: the longest part of the path a line names."""
    wanted = list(keys)
    best, length = 1, 0
    table: list[_Key] = []
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.match(line):
            table = _split_key(match["name"])
            if match["list"]:
                name = match["name"]
                table.append(counts.setdefault(name, 0))
                counts[name] += 1
            place = table
        elif match := _ASSIGNMENT.match(line):
            place = [*table, *_split_key(match["key"])]
        else:
            continue
        if len(place) > length and place == wanted[: len(place)]:
            best, length = number, len(place)
    return best


def _split_key(key: str) -> list[_Key]:
    return [part.strip().strip("\"'") for part in key.split(".")]
