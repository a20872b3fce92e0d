"""How single YAML values are written: the only YAML this program makes, a scalar or a short entry at a time.

Source: YAML 1.1 §9 (scalar styles), with the words YAML 1.2 reads otherwise always quoted.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

_TAG = "tag:yaml.org,2002:"
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\0": "\\0",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}
_NUMBERLIKE = re.compile(r"[-+.0-9][-+.0-9_a-fA-FoxXeEpP:TZ ]*")
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ""}
_UNSAFE_FLOW = re.compile(r"[,\[\]{}]")


def tag_of_value(value: object) -> str:
    """The YAML tag a value has when written plain."""
    names = {str: "str", bool: "bool", int: "int", float: "float", type(None): "null"}
    return _TAG + names[type(value)]


def plain_scalar(value: object) -> str:
    """The content of the scalar that stands for a value."""
    if isinstance(value, bool):
        if value:
            return "true"
        return "false"
    if value is None:
        return "null"
    return str(value)


def resolve_scalar(tag: str, text: str) -> Any:
    """A scalar's value as YAML 1.1 types it; the text where that fails, as for 2021-11-31."""
    try:
        return yaml.constructor.SafeConstructor().construct_object(yaml.ScalarNode(tag, text))
    except (ValueError, yaml.YAMLError, OverflowError):
        return text


def double_quote(text: str) -> str:
    r"""A double-quoted scalar, YAML 1.1 §5.7.

    >>> double_quote('say "x"\n')
    '"say \\"x\\"\\n"'
    """
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02X}"
    if code == 0xFEFF or 0xFFFE <= code <= 0xFFFF or 0xD800 <= code < 0xE000:
        return f"\\u{code:04X}"
    return char


def may_stay_plain(text: str) -> bool:
    """Whether a string may stand unquoted as far as words and numbers go; the proof does the rest."""
    return not (
        text.lower() in _WORDS
        or _NUMBERLIKE.fullmatch(text)
        or re.search(r"[\n\r\t\x85\u2028\u2029]", text)
    )


def write_scalar(value: object) -> str:
    """A value as a new scalar: strings double-quoted, as the newsletter has them; the rest plain."""
    if isinstance(value, str):
        return double_quote(value)
    return plain_scalar(value)


def scalar_candidates(
    value: object, written: str, style: str, tag: str
) -> Iterator[tuple[str, str]]:
    """The ways to write a value where ``written`` stands in a style and with a tag, best first, each with its tag."""
    if not isinstance(value, str):
        yield plain_scalar(value), tag_of_value(value)
        return
    string = _TAG + "str"
    if written[:1] in ("&", "!", "*"):
        return
    if style == "" and not re.search(r"[\n\r\x85\u2028\u2029]", value):
        if tag not in (string, _TAG + "null"):
            yield value, tag
        if may_stay_plain(value):
            yield value, string
    if style == "'" and not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]", value):
        yield "'" + value.replace("'", "''") + "'", string
    if style in ("|", ">"):
        yield write_block_scalar(value, written), string
    yield double_quote(value), string


def write_block_scalar(value: str, written: str) -> str:
    """A block scalar in place of another one, indented as its first line was."""
    header, _, rest = written.partition("\n")
    first = next((line for line in rest.split("\n") if line.strip()), "  ")
    indent = first[: len(first) - len(first.lstrip(" "))] or "  "
    if not value.endswith("\n"):
        chomp = "-"
    elif value.endswith("\n\n"):
        chomp = "+"
    else:
        chomp = ""
    newline = "\r\n" if header.endswith("\r") else "\n"
    body = value[:-1] if value.endswith("\n") else value
    lines = [indent + line if line else "" for line in body.split("\n")]
    ending = newline if rest.endswith("\n") else ""
    return header[0] + chomp + newline + newline.join(lines) + ending


def write_flow(value: object) -> str:
    """A value in flow style: ``[a, {b: "c"}]``."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {write_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    if isinstance(value, str) and re.fullmatch(r"\w[\w -]*\w|\w", value) and may_stay_plain(value):
        return value
    return write_scalar(value)


def write_block(value: object, indent: int) -> list[str]:
    """The lines of a list or map in block style, each indented by ``indent`` blanks."""
    lead = " " * indent
    if isinstance(value, dict):
        return [line for key, part in value.items() for line in write_field(str(key), part, indent)]
    if not isinstance(value, list):
        return [lead + write_scalar(value)]
    lines = []
    for part in value:
        inner = write_block(part, indent + 2)
        lines += [lead + "- " + inner[0][indent + 2 :], *inner[1:]] if inner else [lead + "- {}"]
    return lines


def write_field(key: str, value: object, indent: int) -> list[str]:
    """The lines of ``key: value``."""
    lead = " " * indent
    if isinstance(value, dict | list) and value:
        return [
            f"{lead}{key}:",
            *write_block(value, indent if isinstance(value, list) else indent + 2),
        ]
    return [
        f"{lead}{key}: {write_flow(value) if isinstance(value, dict | list) else write_scalar(value)}"
    ]


def newline_before(text: str, line_start: int) -> str:
    """The line end of the line before ``line_start``."""
    if text[max(0, line_start - 2) : line_start] == "\r\n":
        return "\r\n"
    return "\n"
