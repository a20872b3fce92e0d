"""Block scalars: a text of several lines behind ``|`` or ``>`` (YAML 1.1 §9.3)."""

import re
from typing import NamedTuple

_BLOCK_HEADER = re.compile(
    r"""
    [|>]
    (?P<chomping> [+-]? )
    (?P<indicator> \d? )
    [+-]?
    (?P<comment> (?:[ \t]+\#.*)? )
    """,
    re.VERBOSE,
)


def write_block_scalar(value: str, written: str) -> str:
    """Write a block scalar in place of another one, indented as its first line was.

    Args:
        value: The new text.
        written: The old scalar, from its ``|`` or ``>`` on.

    Returns:
        The new scalar with the same indicator and the same kind of line ends.
    """
    old = read_block(written)
    if not value.endswith("\n"):
        chomping = "-"
    elif value.endswith("\n\n"):
        chomping = "+"
    else:
        chomping = ""
    newline = old.newline or "\n"
    lines = [old.indent + line if line else "" for line in value.removesuffix("\n").split("\n")]
    block = written[0] + chomping + old.comment + newline + newline.join(lines) + old.newline
    if chomping != "+":  # there they would be part of the text
        block += old.empty_lines
    return block


class BlockScalar(NamedTuple):
    """How a block scalar is written."""

    indicator: str
    """The digit that gives the indentation; "" where the first line does."""
    comment: str
    indent: str
    newline: str
    """The line end behind the last line of the text; "" at the end of the front matter."""
    empty_lines: str
    """The empty lines behind it, which are no part of the text."""


def read_block(written: str) -> BlockScalar:
    """Read how a block scalar is written.

    Args:
        written: The scalar, from its ``|`` or ``>`` on.

    Returns:
        Its parts but for the text.
    """
    header, _, rest = written.partition("\n")
    match = _BLOCK_HEADER.match(header)
    assert match is not None
    lines = rest.split("\n")
    first = next((line for line in lines if line.strip()), "  ")
    indent = first[: len(first) - len(first.lstrip(" "))] or "  "
    newline = "\r\n" if header.endswith("\r") else "\n"
    content = rest.rstrip("\r\n \t")
    behind = rest[len(content) :]
    end = behind.find("\n") + 1
    empty_lines = behind[end:] if "+" not in match["chomping"] else ""
    return BlockScalar(
        match["indicator"], match["comment"].rstrip(), indent, newline if end else "", empty_lines
    )
