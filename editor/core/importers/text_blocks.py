"""Texts in blocks: mails without greeting and signature, paragraphs, items of lists, cards."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.core.importers.candidate import ImportContext
from editor.core.importers.issue_lines import BULLET
from editor.core.importers.text_parts import REPLY_MARK, DateMention, find_dates, is_place_line

_SYMBOLS = re.compile(r"^[^\w\s()„“\"'#*\[\]@<>.,:;!?+-]+\s*")
"""Signs at the beginning of a line, such as a calendar or a pin."""
ADDRESS = re.compile(r"https?://\S+")
"""An address on the web."""
_SUBJECT = re.compile(r"(?:Betreff|Subject):\s*(.+)", re.IGNORECASE)
_SIGNATURE = re.compile(r"^(?:--|_{5,})\s*$")
_CLOSING = re.compile(
    r"(?:mit )?(?:viele|freundliche|liebe|herzliche|beste|sonnige)[nr]? gr[üu]ß\w*"
    r"|best(?: regards| wishes)?,?$|kind regards|cheers|lg|vg|mfg",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Block:
    """Lines between empty lines or bullets, and the dates in them."""

    raw: list[str]
    """As they are written, with bullets and indents."""
    lines: list[str]
    dates: list[tuple[int, DateMention]]
    """Each with the number of its line."""

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def split_mail(text: str) -> tuple[str, list[str]]:
    """Split a mail.

    Args:
        text: A mail, or any other text.

    Returns:
        Its subject, "" for none, and its lines without greeting at the end and signature.
    """
    subject = ""
    kept: list[str] = []
    for line in text.split("\n"):
        match = _SUBJECT.fullmatch(line.strip())
        if match:
            subject = REPLY_MARK.sub("", match[1].strip())
        elif _SIGNATURE.match(line.strip()):
            break
        else:
            is_closing = _CLOSING.match(line.strip()) and len(line) < 40
            kept.append("" if is_closing else line.rstrip())
    return subject, kept


def split_blocks(lines: Sequence[str], context: ImportContext) -> list[Block]:
    """Split lines into blocks.

    Args:
        lines: Lines without their ends.
        context: The issue they are read for.

    Returns:
        The blocks between empty lines, and items of lists with what is indented below them.
    """
    blocks: list[Block] = []
    current: list[str] = []
    for line in [*lines, ""]:
        is_detail = line[:1] in (" ", "\t")
        if (not line.strip() or (BULLET.match(line) and not is_detail)) and current:
            blocks.append(_make_block(current, context))
            current = []
        if line.strip():
            current.append(line)
    return blocks


def _make_block(raw: list[str], context: ImportContext) -> Block:
    lines = [_SYMBOLS.sub("", BULLET.sub("", line).strip()) for line in raw]
    joined = [ADDRESS.sub(lambda match: "x" * len(match[0]), line) for line in lines]
    found = [
        (number, mention)
        for number, line in enumerate(joined)
        for mention in find_dates(line, context)
    ]
    return Block(raw, lines, found)


def find_following(blocks: Sequence[Block], number: int) -> list[str]:
    """Find the lines that belong to a block though they stand apart.

    Args:
        blocks: All blocks.
        number: Which of them.

    Returns:
        The lines of the blocks without dates behind it, but for the heading of the next.
    """
    lines: list[str] = []
    rest = blocks[number + 1 :]
    for index, block in enumerate(rest):
        is_heading = index + 1 < len(rest) and bool(rest[index + 1].dates)
        if block.dates or (is_heading and not is_place_line(block.text)):
            break
        lines += block.lines
    return lines
