"""Texts in blocks: mails without greeting and signature, paragraphs, items of lists, cards."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from editor.core.importers.candidate import ImportContext
from editor.core.importers.date_mentions import EVENT_ROLES, DateMention, drop_moved, find_dates
from editor.core.importers.issue_lines import BULLET
from editor.core.importers.text_parts import REPLY_MARK, is_place_line

_SYMBOLS = re.compile(r"^[^\w\s()„“\"'#*\[\]@<>.,:;!?+-]+\s*")
"""Signs at the beginning of a line, such as a calendar or a pin."""
ADDRESS = re.compile(r"https?://\S+")
"""An address on the web."""
_LEAD = re.compile(
    r"(?:save the date|terminhinweis|terminankündigung|einladung|erinnerung|reminder|hinweis)"
    r"\s*[:!–-]+\s*",
    re.IGNORECASE,
)
"""What stands before the words of an invitation, and is no part of them."""
_WRAPPED = 50
"""Characters of a line that a mail program may have broken."""
_GOES_ON = re.compile(
    r"""
    (?: , | \b(?: am | im | um | in | an | bei | der | die | das | den | dem | und | oder | von
        | vom | bis | zum | zur | the | of | on | at | and ) | \s\d{1,2}\. ) \n
    | [^.:!?>]\n (?!https?:) [a-zäöüß]
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(r"(?:Betreff|Subject):\s*(.+)", re.IGNORECASE)
_PIPES = re.compile(r"\s\|\s")
_SIGNATURE = re.compile(r"^(?:--|_{5,})\s*$")
_CLOSING = re.compile(
    r"(?:mit )?(?:viele|freundliche|liebe|herzliche|beste|sonnige)[nr]? gr[üu]ß\w*"
    r"|best(?: regards| wishes)?,?$|kind regards|cheers|lg|vg|mfg",
    re.IGNORECASE,
)


class Block(Struct):
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
        elif len(parts := _PIPES.split(line.strip())) > 2:  # a card on one line
            kept += ["", *parts, ""]
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
    return _join_dates(blocks)


def _is_date_alone(block: Block) -> bool:
    """Whether the first line of an item is nothing but a date."""
    if len(block.dates) != 1 or block.dates[0][0] != 0 or not BULLET.match(block.raw[0]):
        return False
    mention = block.dates[0][1]
    line = block.lines[0]
    return not (line[: mention.start] + line[mention.end :]).strip(" ,.;:")


def _join_dates(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with items of nothing but a date as one block, which the last one goes on."""
    joined: list[Block] = []
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        is_further = before is not None and _is_date_alone(block) and _is_date_alone(before)
        if is_further and before and len(before.lines) == 1:
            last = joined[-1]
            dates = [(len(last.lines) + line, mention) for line, mention in block.dates]
            joined[-1] = Block(last.raw + block.raw, last.lines + block.lines, last.dates + dates)
        else:
            joined.append(block)
    return joined


def _make_block(raw: list[str], context: ImportContext) -> Block:
    raw = _unwrap(raw)
    lines = [_LEAD.sub("", _SYMBOLS.sub("", BULLET.sub("", line).strip())) for line in raw]
    joined = [ADDRESS.sub(lambda match: "x" * len(match[0]), line) for line in lines]
    found = [find_dates(line, context) for line in joined]
    numbers = [number for number, mentions in enumerate(found) for _ in mentions]
    mentions = drop_moved([mention for mentions in found for mention in mentions])
    dates = [
        (number, mention)
        for number, mention in zip(numbers, mentions, strict=True)
        if mention.role in EVENT_ROLES
    ]
    return Block(raw, lines, dates)


def _unwrap(lines: Iterable[str]) -> list[str]:
    """Lines of which those that a mail program has broken are whole again."""
    whole: list[str] = []
    for line in lines:
        is_wrapped = whole and len(whole[-1]) >= _WRAPPED and not BULLET.match(line)
        if is_wrapped and _GOES_ON.search(f"{whole[-1]}\n{line.lstrip()}"):
            whole[-1] += f" {line.strip()}"
        else:
            whole.append(line)
    return whole


def find_following(blocks: Sequence[Block], number: int, begins: Sequence[bool]) -> list[str]:
    """Find the lines that belong to a block though they stand apart.

    Args:
        blocks: All blocks.
        number: Which of them.
        begins: For each block, whether an event begins there.

    Returns:
        The lines of the blocks behind it up to the next that begins an event, but for the heading
        of that.
    """
    lines: list[str] = []
    for index in range(number + 1, len(blocks)):
        block = blocks[index]
        is_heading = index + 1 < len(blocks) and begins[index + 1]
        if begins[index] or (is_heading and not is_place_line(block.text)):
            break
        lines += block.lines
    return lines
