"""Every key of a profile: its kind of value from the types, its words from resources/data."""

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, structs

from editor.core.profiles.profile import Field, Profile
from editor.resources import resource


class ProfileKey(NamedTuple):
    """A key of a profile."""

    table: str
    """"profile", or the table that it stands in."""
    name: str
    kind: str
    """What its value is, such as "text" or "one of goldmark, markdown-it"."""
    default: str
    """What holds where it is not set, as TOML has it; "" for nothing."""
    words: str


def list_profile_keys(language: str) -> list[ProfileKey]:
    """List the keys of a profile.

    Args:
        language: "de" or "en"; English stands in for others.

    Returns:
        The keys, table by table.
    """
    text = resource("data", "profile_keys.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)
    keys = []
    for key in _list_keys("profile", Profile):
        said = words[key.table][key.name]
        keys.append(key._replace(words=said.get(language) or said["en"]))
    return keys


def _list_keys(table: str, kind: type[Struct]) -> Iterator[ProfileKey]:
    hints = get_type_hints(kind)
    below: list[tuple[str, type[Struct]]] = []
    for info in structs.fields(kind):
        hint = hints[info.name]
        if isinstance(hint, type) and issubclass(hint, Struct):
            below.append((info.encode_name, hint))
        elif hint == tuple[Field, ...] and kind is not Field:
            below.append((info.encode_name, Field))
        yield ProfileKey(table, info.encode_name, _name_kind(hint), _write_default(info), "")
    for name, each in below:
        yield from _list_keys(name, each)


def _name_kind(hint: object) -> str:
    """What a value is, in words of TOML."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of " + ", ".join(hint)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return "a table"
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        if isinstance(inner, type) and issubclass(inner, Struct):
            return "tables"
        return "a list: " + _name_kind(inner)
    if get_origin(hint) is dict:
        return "a table of texts"
    names = {str: "a text", int: "a number", bool: "true or false"}
    return names.get(hint, "a text or number") if isinstance(hint, type) else "a text or number"


def _write_default(info: structs.FieldInfo) -> str:
    value = info.default
    if value is NODEFAULT:
        value = info.default_factory() if info.default_factory is not NODEFAULT else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | StrEnum):
        return str(value)
    if isinstance(value, str) and value and "\n" not in value and len(value) < 60:
        return f'"{value}"'
    return ""
