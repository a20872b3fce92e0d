"""How single YAML values are written: a scalar or a short entry at a time.

The program writes no other YAML.
Source: YAML 1.1 §9 (scalar styles), with the words YAML 1.2 reads otherwise always quoted.
"""

import re
from collections.abc import Iterator

from editor.core.frontmatter.scalars import TEXT_TAG, TYPE_TAGS, plain_scalar, tag_of_value
from editor.core.frontmatter.yaml_blocks import read_block, write_block_scalar

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
_NUMBER_LIKE = re.compile(r"[-+.0-9][-+.0-9_a-fA-FoxXeEpP:TZ ]*")
"""What some YAML reader may take for a number, a date or a time."""
_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ""}
_LINE_BREAK = re.compile(r"[\n\r\x85\u2028\u2029]")
_LINE_BREAK_OR_TAB = re.compile(r"[\n\r\t\x85\u2028\u2029]")
_NOT_IN_SINGLE_QUOTES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_PLAIN_KEY = re.compile(r"[\w.-]+(?: [\w.-]+)*")
_FLOW_SAFE = re.compile(r"\w[\w -]*\w|\w")
"""What may stand unquoted between brackets, as far as punctuation goes."""


_DATE_LIKE = re.compile(r"\d{4}-\d{2}-\d{2}(?:\s|T|\Z)")


def double_quote(text: str) -> str:
    r"""Write a double-quoted scalar, YAML 1.1 §5.7.

    >>> double_quote('say "x"\n')
    '"say \\"x\\"\\n"'

    Args:
        text: Any text.

    Returns:
        The scalar with its quotes.
    """
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02X}"
    if code == 0xFEFF or 0xFFFE <= code <= 0xFFFF or 0xD800 <= code < 0xE000:
        return f"\\u{code:04X}"
    return char


def may_stay_plain(text: str) -> bool:
    """Return whether a string may stand unquoted as far as words and numbers go.

    Args:
        text: The string.

    Returns:
        False if some reader would take it for something else; punctuation is left to the proof.
    """
    if text.lower() in _WORDS:
        return False
    return not (_NUMBER_LIKE.fullmatch(text) or _LINE_BREAK_OR_TAB.search(text))


def write_scalar(value: object) -> str:
    """Write a value as a new scalar.

    Args:
        value: A scalar.

    Returns:
        Strings double-quoted, as the newsletter has them; the rest plain.
    """
    if isinstance(value, str):
        return double_quote(value)
    return plain_scalar(value)


def scalar_candidates(
    value: object, written: str, style: str, tag: str
) -> Iterator[tuple[str, str]]:
    """Yield the ways to write a value in place of another one, best first.

    Args:
        value: The new value.
        written: The old scalar as it stands in the text, quotes included.
        style: The style of the old scalar, as ``Node.style`` has it.
        tag: The tag of the old scalar.

    Yields:
        The new scalar, and the tag it will be read with.
    """
    if not isinstance(value, str):
        yield plain_scalar(value), tag_of_value(value)
        return
    string = TEXT_TAG
    if written[:1] in ("&", "!", "*"):
        return
    if style == "" and not _LINE_BREAK.search(value):
        if tag not in (string, TYPE_TAGS["null"]):
            yield value, tag
        is_alike = _DATE_LIKE.match(written) and _DATE_LIKE.match(value)
        if may_stay_plain(value) or is_alike:  # a date of another form stays what it was
            yield value, string
    if style == "'" and not _NOT_IN_SINGLE_QUOTES.search(value):
        yield "'" + value.replace("'", "''") + "'", string
    if style in ("|", ">"):
        block = read_block(written)
        if not block.indicator:
            yield write_block_scalar(value, written), string
        # what follows the block stands on lines of its own
        yield double_quote(value) + block.comment + block.newline + block.empty_lines, string
        return
    yield double_quote(value), string


def write_flow(value: object) -> str:
    """Write a value in flow style: ``[a, {b: "c"}]``.

    Args:
        value: A scalar, or a list or map of values.

    Returns:
        The value on one line; simple words unquoted.
    """
    if isinstance(value, dict):
        fields = (f"{_write_key(str(key))}: {write_flow(part)}" for key, part in value.items())
        return "{" + ", ".join(fields) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    if isinstance(value, str) and _FLOW_SAFE.fullmatch(value) and may_stay_plain(value):
        return value
    return write_scalar(value)


def _write_key(key: str) -> str:
    """Write a key, in quotes where a reader would take it for something else than a text."""
    return key if _PLAIN_KEY.fullmatch(key) and may_stay_plain(key) else double_quote(key)


def write_block(value: object, indent: int) -> list[str]:
    """Write a list or map in block style.

    Args:
        value: A scalar, or a list or map of values.
        indent: The number of spaces before each line.

    Returns:
        The lines, without line ends.
    """
    lead = " " * indent
    if isinstance(value, dict):
        return [line for key, part in value.items() for line in write_field(str(key), part, indent)]
    if not isinstance(value, list):
        return [lead + write_scalar(value)]
    lines = []
    for entry in value:
        entry_lines = write_block(entry, indent + 2)
        if entry_lines:
            lines += [lead + "- " + entry_lines[0][indent + 2 :], *entry_lines[1:]]
        else:
            lines.append(lead + "- {}")
    return lines


def write_field(key: str, value: object, indent: int) -> list[str]:
    """Write ``key: value``.

    Args:
        key: The key, a plain word.
        value: A scalar, or a list or map of values.
        indent: The number of spaces before the key.

    Returns:
        The lines, without line ends; one for a scalar or an empty list or map.
    """
    lead, key = " " * indent, _write_key(key)
    if isinstance(value, dict) and value:
        return [f"{lead}{key}:", *write_block(value, indent + 2)]
    if isinstance(value, list) and value:
        return [f"{lead}{key}:", *write_block(value, indent)]
    if isinstance(value, dict | list):
        return [f"{lead}{key}: {write_flow(value)}"]
    return [f"{lead}{key}: {write_scalar(value)}"]
