"""Profiles written as TOML, for people to read on: only what differs from the default."""

import json
from collections.abc import Sequence

from msgspec import NODEFAULT, Struct, structs

from editor.core.profiles.profile import Profile


def write_profiles(profiles: Sequence[Profile], comment: str = "") -> str:
    """Write the kinds of page of a site.

    Args:
        profiles: At least one.
        comment: What stands above them, without the marks of a comment.

    Returns:
        TOML with a table ``[[profile]]`` for each.
    """
    parts = ["".join(f"# {line}\n" for line in comment.splitlines())] if comment else []
    parts += [_write_table("profile", profile, is_entry=True) for profile in profiles]
    return "\n".join(parts)


def _write_table(name: str, value: Struct, *, is_entry: bool) -> str:
    """A table and those below it."""
    lines = [f"[[{name}]]" if is_entry else f"[{name}]"]
    below: list[str] = []
    for info in structs.fields(value):
        part = getattr(value, info.name)
        default = info.default
        if info.default_factory is not NODEFAULT:
            default = info.default_factory()
        if part == default and info.name not in ("name", "key"):
            continue
        key = info.encode_name
        if isinstance(part, Struct):
            below.append(_write_table(f"{name}.{key}", part, is_entry=False))
        elif isinstance(part, tuple) and part and isinstance(part[0], Struct):
            below += [_write_table(f"{name}.{key}", each, is_entry=True) for each in part]
        else:
            lines.append(f"{key} = {_write_value(part)}")
    return "\n".join(["\n".join(lines) + "\n", *below])


def _write_value(value: object) -> str:
    if isinstance(value, dict):
        pairs = [f"{_write_key(str(key))} = {_write_value(part)}" for key, part in value.items()]
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_write_value, value)) + "]"
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _write_key(key: str) -> str:
    return key if key.isidentifier() and key.isascii() else _write_value(key)
