"""Scalars, whatever their format: what they say as text, and as which type."""

from typing import Any

import yaml

_TAG = "tag:yaml.org,2002:"
TEXT_TAG = _TAG + "str"
TYPE_TAGS = {name: _TAG + name for name in ("int", "float", "bool", "null", "timestamp", "time")}
"""What values other than texts are, whatever their format."""
_TYPE_NAMES = {str: "str", bool: "bool", int: "int", float: "float", type(None): "null"}


def tag_of_value(value: object) -> str:
    """Return the YAML tag a value has when written plain.

    Args:
        value: A scalar.

    Returns:
        The full tag, such as ``tag:yaml.org,2002:int``.

    Raises:
        KeyError: If the value is not a scalar.
    """
    return _TAG + _TYPE_NAMES[type(value)]


def plain_scalar(value: object) -> str:
    """Return the content of the scalar that stands for a value.

    Args:
        value: A scalar.

    Returns:
        The content without quotes.
    """
    if isinstance(value, bool):
        if value:
            return "true"
        return "false"
    if value is None:
        return "null"
    return str(value)


def resolve_scalar(tag: str, text: str) -> Any:
    """Return a scalar's value as YAML 1.1 types it.

    Args:
        tag: The full tag.
        text: The content without quotes.

    Returns:
        The value; the text where it does not construct, as for 2021-11-31.
    """
    try:
        return yaml.constructor.SafeConstructor().construct_object(yaml.ScalarNode(tag, text))
    except (ValueError, yaml.YAMLError, OverflowError, LookupError, AttributeError):
        return text
