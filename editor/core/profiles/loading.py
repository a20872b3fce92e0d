"""Profiles and settings loaded from TOML: every key known, every value of its type.

msgspec checks the values; this module says in a sentence, with the line, what is wrong.
"""

import copy
import re
import tomllib
from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

import msgspec

from editor.core.base.errors import InputRejected
from editor.core.base.messages import Message, translate
from editor.core.base.severity import Severity
from editor.core.profiles.profile import Engine, FieldKind, Profile
from editor.core.profiles.toml_lines import Key, find_line

_Settings = TypeVar("_Settings", bound=msgspec.Struct)


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
    _refuse_unusable(text, profile, [])
    return profile


def _refuse_unusable(text: str, profile: Profile, place: list[Key]) -> None:
    # imported when it is needed: the program's own profiles are not asked
    from editor.core.profiles.unusable import find_unusable

    for keys, message in find_unusable(profile):
        raise _rejection(text, [*place, *keys], message)


class _ProfileFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The kinds of page of a site; the checks beside them are loaded elsewhere."""

    profile: tuple[Profile, ...] = ()
    checks: dict[str, object] = msgspec.field(default_factory=dict)


def load_own_profile(text: str) -> Profile:
    """Load a profile that comes with the program: a test finds that it can be used.

    Args:
        text: TOML, as in resources/profiles.

    Returns:
        The profile.
    """
    return load_settings(Profile, text)


def load_profiles(text: str) -> tuple[Profile, ...]:
    """Load a file of one profile, or of several in tables ``[[profile]]``, with or without checks.

    Args:
        text: TOML.

    Returns:
        The profiles.

    Raises:
        InputRejected: If the text is not TOML, or a key or value does not fit; names the line.
    """
    if not _TABLES.search(text):
        return (load_profile(text),)
    profiles = load_settings(_ProfileFile, text).profile
    for index, profile in enumerate(profiles):
        if not profile.name:
            reason = translate("core", "“name” is missing")
            raise _rejection(text, ["profile", index, "name"], reason)
        _refuse_unusable(text, profile, ["profile", index])
    return profiles


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
        keys, message = _explain(kind, data, str(error))
        raise _rejection(text, keys, message) from None


_TABLES = re.compile(r"\A(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*\[\[?[ \t]*(?:profile|checks)\b")
"""How a file begins that is more than one profile."""


# --- what is wrong --------------------------------------------------------------------------------

_PATH = re.compile(r" - at `(?:key in )?\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*?)`")
_TYPE = re.compile(r"Expected `(?P<kinds>[^`]*)`")
_EMPTY = re.compile(r"Expected `str` of length >= 1")
_CHOICES: dict[str, type[StrEnum]] = {"widget": FieldKind, "renderer": Engine, "levels": Severity}


def _explain(
    kind: type[_Settings], data: dict[str, object], complaint: str
) -> tuple[list[Key], Message]:
    """Where a complaint of msgspec's is, and what it says, in our words."""
    path = _PATH.search(complaint)
    what = complaint[: path.start()] if path else complaint
    steps = _read_steps(path["path"]) if path else []
    keys, value = _find_value(kind, data, steps, complaint)
    if match := _UNKNOWN.match(what):
        message = translate("core", "unknown key “{key}”").fill(key=match[1])
        return [*keys, match[1]], message
    match = _MISSING.match(what)
    if _EMPTY.match(what) or (match and match[1] == "key"):
        return keys, translate("core", "a field without “key”")
    if match:
        return [*keys, match[1]], translate("core", "“name” is missing")
    named = [str(key) for key in keys if isinstance(key, str)]
    if what.startswith("Invalid enum value"):
        choices = next((_CHOICES[name] for name in reversed(named) if name in _CHOICES), Severity)
        message = translate("core", "“{value}” is none of {allowed}")
        return keys, message.fill(value=value, allowed=", ".join(choices))
    match = _TYPE.match(what)
    return keys, _explain_type(named[-1] if named else "", match["kinds"] if match else what, keys)


def _explain_type(key: str, kinds: str, keys: Sequence[Key]) -> Message:
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


def _read_steps(path: str) -> list[Key | None]:
    """The keys and indices of a path such as ``.field[1].label``; None is ``[...]``, any key."""
    steps: list[Key | None] = []
    for step in _STEP.finditer(path):
        if step["key"]:
            steps.append(step["key"])
        else:
            steps.append(None if step["index"] == "..." else int(step["index"]))
    return steps


def _find_value(
    kind: type[_Settings], data: dict[str, object], steps: Sequence[Key | None], complaint: str
) -> tuple[list[Key], object]:
    """The value a complaint is about, and its keys."""
    data = copy.deepcopy(data)
    keys: list[Key] = []
    value: object = data
    for step in steps:
        key: object = step
        if isinstance(value, dict):
            if step is None:
                key = _find_culprit(kind, data, value, complaint)
            if key not in value:
                break
            value = value[key]
        elif isinstance(value, list) and isinstance(key, int):
            value = value[key]
        else:
            break
        if isinstance(key, Key):
            keys.append(key)
    return keys, value


def _find_culprit(
    kind: type[_Settings],
    data: dict[str, object],
    table: dict[object, object],
    complaint: str,
) -> object:
    """The first key of a table in the data with which alone the complaint remains.

    msgspec does not name it. The table is left with the key that was tried last.
    """
    key: object = None
    for key, value in dict(table).items():
        table.clear()
        table[key] = value
        if _complaint_about(kind, data) == complaint:
            break
    return key


def _complaint_about(kind: type[_Settings], data: dict[str, object]) -> str:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        return str(error)
    return ""


def _rejection(text: str, keys: Sequence[Key], reason: Message) -> InputRejected:
    message = translate("core", "line {line}: {reason}")
    return InputRejected(message.fill(line=find_line(text, keys), reason=reason))
