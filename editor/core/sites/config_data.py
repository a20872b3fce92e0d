"""Configuration read as data: YAML, TOML, JSON, and what scripts say plainly.

Nothing is executed, and nothing raises: what cannot be read says nothing.
"""

import ast
import json
import re
import tomllib
from collections.abc import Callable

Data = dict[str, object]
_MAX_CHARACTERS = 256 * 1024
"""The longest file that is read."""
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w])//[^\n]*", re.DOTALL)
_SETTING = re.compile(
    r"""
    \b(?P<key> \w+ ) ["']? \s* [:=] \s*
    (?:
        (?P<quote> ["'`] ) (?P<text> [^"'`\n$]* ) (?P=quote)
        | (?P<flag> true | false )
    )
    """,
    re.VERBOSE,
)
"""A setting of a script whose value stands there: ``key: "text"`` or ``key = true``."""


_FAULTS = (
    ValueError, RecursionError, SyntaxError, MemoryError, TypeError, LookupError, AttributeError,
)  # fmt: skip
"""What readers raise at what they cannot read."""


def load_data(name: str, text: str) -> Data:
    """Load a file of configuration.

    Args:
        name: Its name, whose suffix says what it is.
        text: Its text.

    Returns:
        Its settings; {} for what cannot be read, is too long or no map.
    """
    read = _READERS.get(name.rpartition(".")[2])
    if read is None or len(text) > _MAX_CHARACTERS:
        return {}
    try:
        data = read(text)
    except _FAULTS:
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


def _load_yaml(text: str) -> object:
    from editor.core.sites.yaml_data import load_yaml  # most sites need none to be shown

    return load_yaml(text)


def _load_python(text: str) -> object:
    """The assignments of a module whose values stand there; the first of several choices."""
    data: Data = {}
    for node in ast.parse(text).body:
        if not isinstance(node, ast.Assign):
            continue
        value = node.value.body if isinstance(node.value, ast.IfExp) else node.value
        try:
            found = ast.literal_eval(value)
        except (ValueError, TypeError):
            continue
        for target in node.targets:
            if isinstance(target, ast.Name):
                data.setdefault(target.id, found)
    return data


def _load_script(text: str) -> object:
    """The settings of a script that stand there as texts and flags; the first of each name."""
    data: Data = {}
    for match in _SETTING.finditer(_COMMENT.sub(" ", text)):
        data.setdefault(match["key"], match["flag"] == "true" if match["flag"] else match["text"])
    return data


_READERS: dict[str, Callable[[str], object]] = {
    "toml": tomllib.loads,
    "json": json.loads,
    "yaml": _load_yaml,
    "yml": _load_yaml,
    "py": _load_python,
    **dict.fromkeys(("js", "mjs", "cjs", "ts", "mts", "cts"), _load_script),
}


def find_setting(data: object, *path: str) -> object:
    """Find a setting, whatever the case of its keys.

    Args:
        data: Settings.
        path: The keys that lead to it.

    Returns:
        The value; None where there is none.
    """
    for step in path:
        if not isinstance(data, dict):
            return None
        known = {str(key).lower(): value for key, value in data.items()}
        data = known.get(step.lower())
    return data


def find_text(data: object, *path: str) -> str:
    """Find a setting that is a text, or a list that begins with one.

    Args:
        data: Settings.
        path: The keys that lead to it.

    Returns:
        The text; "" where there is none.
    """
    return next(iter(find_texts(data, *path)), "")


def find_texts(data: object, *path: str) -> tuple[str, ...]:
    """Find a setting that is a text or a list of texts.

    Args:
        data: Settings.
        path: The keys that lead to it.

    Returns:
        The texts.
    """
    value = find_setting(data, *path)
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(each.strip() for each in values if isinstance(each, str) and each.strip())


def find_flag(data: object, *path: str) -> bool | None:
    """Find a setting that is true or false.

    Args:
        data: Settings.
        path: The keys that lead to it.

    Returns:
        The value; None where there is none.
    """
    value = find_setting(data, *path)
    return value if isinstance(value, bool) else None
