"""The template of a dated line, made from the line itself."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from editor.core.events.columns import slot_of_column
from editor.core.profiles.line_reading import Slot

_LABEL = r"(?:[^\[\]]|\[[^\[\]]*\])+"
_ADDRESS = r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
_LINK = re.compile(rf"\[(?P<label>{_LABEL})\]\((?P<url>{_ADDRESS})\)")
_TOKEN = re.compile(
    rf"""
    \[(?P<label>{_LABEL})\]\({_ADDRESS}\)
    | \*\*(?P<bold>(?!\s)(?:(?!\*\*).)+)\*\*
    | (?P<mark> \s*\|\s* | :\s+(?=\S) | \s[-–—@·]\s )
    """,
    re.VERBOSE,
)
_TOKEN_WITHOUT_COLON = re.compile(_TOKEN.pattern.replace(r"| :\s+(?=\S)", ""), re.VERBOSE)
_MARK_IN_LINK = re.compile(r"(?P<mark>\s*\|\s*)|\*\*(?P<bold>(?!\s)(?:(?!\*\*).)+)\*\*")
_BEHIND_DATE = re.compile(
    r"\s*(?:\*{1,2}|_{1,2})?\s*(?:[|:,.;·)]|--?(?=\s)|[–—](?=\s))?\s*(?:(?:\*{1,2}|_{1,2})(?=\s|$))?\s*"
)
_HOURS = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|h|Uhr)?", re.IGNORECASE)
_BESIDE = re.compile(
    r"register|rsvp|tickets?|anmeld|info|details|website|online|zoom|livestream|more|mehr|link",
    re.IGNORECASE,
)
"""What a link beside that of the event says."""
_PUNCTUATION = " \t,.;:"


class DatedLine(Struct, frozen=True):
    """A line with a date."""

    words: str
    at: int
    """Where the date begins."""
    end: int
    """Where it ends."""
    below: tuple[str, ...] = ()
    """The lines below it."""
    header: tuple[str, ...] = ()
    """The names of the columns, for a row of a table."""


class _Part(NamedTuple):
    """A part of a line: a date, a mark, or words that are plain, bold, a link, or a bold link."""

    kind: str
    text: str = ""

    @property
    def is_named(self) -> bool:
        return self.kind in ("link", "bold", "bold link")


def make_template(line: DatedLine) -> str:
    """Make the template of a line.

    >>> make_template(DatedLine("[Aug 28. Rust Berlin](https://x.org).", 1, 7))
    '[{date}. {title}]({url})'

    Args:
        line: The line.

    Returns:
        A template that ``line_template.parse_template`` may take; "" where the line says no title.
    """
    around = _find_link_around(line)
    if around is not None and around["label"].strip() == line.words[line.at : line.end]:
        return _make_of_linked_date(line, around)
    if around is None:
        parts = list(_split(line.words, line, 0, _TOKEN))
        opening, closing = "", ""
    else:
        label = around["label"]
        parts = list(_split(label, line, around.start("label"), _MARK_IN_LINK))
        opening, closing = line.words[: around.start("label")], "]({url})"
        if not re.fullmatch(r"(?:\*\*)?\[", opening):
            return ""
    below = _write_below(line) if around is None else ""
    slots = _name_columns(parts, line.header) if line.header else _name_parts(parts, bool(below))
    written = _write(parts, slots)
    if Slot.TITLE not in slots.values() and not below:
        return ""
    return f"{opening}{written}{closing}{below}"


def _make_of_linked_date(line: DatedLine, around: re.Match[str]) -> str:
    """The template of a line whose date alone is the link."""
    behind = _BEHIND_DATE.match(line.words, around.end())
    assert behind
    parts = [_Part("date"), _Part("mark", re.sub(r"\s+", " ", f"]({{url}}){behind[0]}"))]
    parts += _split_words(line.words[behind.end() :], _TOKEN_WITHOUT_COLON)
    slots = _name_parts(parts, titled_below=False)
    if Slot.TITLE not in slots.values() or any(part.kind.endswith("link") for part in parts):
        return ""
    return f"{line.words[: around.start()]}[{_write(parts, slots)}"


def _find_link_around(line: DatedLine) -> re.Match[str] | None:
    """The link in whose words the date stands."""
    for link in _LINK.finditer(line.words):
        if link.start("label") <= line.at < link.end("label"):
            return link
    return None


def _split(text: str, line: DatedLine, offset: int, token: re.Pattern[str]) -> Iterator[_Part]:
    """The parts of a text that holds the date of a line; its place in the line is the offset."""
    at, end = line.at - offset, line.end - offset
    yield from _split_words(text[:at], token)
    yield _Part("date")
    behind = _BEHIND_DATE.match(text, end)
    assert behind
    if behind[0]:
        yield _Part("mark", behind[0])
    is_set_off = any(mark in behind[0] for mark in ":|-–—·")
    if is_set_off and token is _TOKEN:  # then a colon belongs to the title
        token = _TOKEN_WITHOUT_COLON
    yield from _split_words(text[behind.end() :], token)


def _split_words(text: str, token: re.Pattern[str]) -> Iterator[_Part]:
    at = 0
    for match in token.finditer(text):
        yield from _split_plain(text[at : match.start()])
        at = match.end()
        groups = match.groupdict()
        if groups.get("label"):
            label = groups["label"]
            is_bold = len(label) > 4 and label.startswith("**") and label.endswith("**")
            yield _Part("bold link" if is_bold else "link", label)
        elif groups["bold"]:
            yield _Part("bold", groups["bold"])
        else:
            yield _Part("mark", match[0])
    yield from _split_plain(text[at:])


def _split_plain(text: str) -> Iterator[_Part]:
    """Words, and the punctuation around them."""
    words = text.strip(_PUNCTUATION)
    if words.endswith(")") and words.count(")") > words.count("("):
        words = words[:-1].rstrip(_PUNCTUATION)
    if words.startswith("(") and words.count("(") > words.count(")"):
        words = words[1:].lstrip(_PUNCTUATION)
    if not any(char.isalnum() for char in words):
        if text:
            yield _Part("mark", text)
        return
    start = text.index(words)
    if start:
        yield _Part("mark", text[:start])
    yield _Part("plain", words)
    if start + len(words) < len(text):
        yield _Part("mark", text[start + len(words) :])


# --- names ----------------------------------------------------------------------------------------


def _name_parts(parts: Sequence[_Part], titled_below: bool) -> dict[int, Slot]:
    """Which slot each part is: the title is bold, else the last link, else the last words."""
    slots = {number: Slot.DATE for number, part in enumerate(parts) if part.kind == "date"}
    words = [number for number, part in enumerate(parts) if part.kind == "plain" or part.is_named]
    plain = [parts[number].text for number in words if parts[number].kind == "plain"]
    if any(map(_HOURS.fullmatch, plain)):
        return {}  # hours that are not read would be taken for words
    title = _find_title(parts, words, titled_below)
    if title in words:
        slots[title] = Slot.GROUP if titled_below else Slot.TITLE
    return slots | _name_rest(parts, [number for number in words if number != title], title, slots)


def _name_rest(
    parts: Sequence[_Part], words: Sequence[int], title: int, named: dict[int, Slot]
) -> dict[int, Slot]:
    """The place and the group, before the title or set off behind it."""
    slots: dict[int, Slot] = {}
    free = [slot for slot in (Slot.PLACE, Slot.GROUP) if slot not in named.values()]
    for number in words:
        if not free or (parts[number].is_named and _is_beside(parts, number)):
            continue
        if parts[number].is_named and Slot.GROUP in free:
            slots[number] = Slot.GROUP
            free.remove(Slot.GROUP)
        elif number < title or _is_behind_mark(parts, number):
            slots[number] = free.pop(0)
    return slots


def _find_title(parts: Sequence[_Part], words: Sequence[int], titled_below: bool) -> int:
    """Which part is the title, or, above a title, the group; one behind the last for none."""
    bold = [number for number in words if "bold" in parts[number].kind]
    links = [number for number in words if parts[number].kind == "link"]
    apart = [number for number in links if not _is_beside(parts, number)]
    links = apart or ([] if len(words) > len(links) else links)
    if not (bold or links or titled_below) and _is_title_first(parts, words):
        return words[0]
    if titled_below:
        return next(reversed(bold or links), len(parts))
    return next(iter(bold[:1] or links[-1:] or words[-1:]), len(parts))


def _is_beside(parts: Sequence[_Part], number: int) -> bool:
    """Whether a link stands beside that of the event: in parentheses, or to tickets and such."""
    before = parts[number - 1].text if number else ""
    return before.endswith("(") or _BESIDE.match(parts[number].text) is not None


def _is_title_first(parts: Sequence[_Part], words: Sequence[int]) -> bool:
    """Whether plain words begin with the title: a place before it is set off by a colon."""
    if len(words) < 2:
        return False
    between = "".join(part.text for part in parts[words[0] + 1 : words[1]])
    return ":" not in between and "|" not in "".join(part.text for part in parts[: words[0]])


def _is_behind_mark(parts: Sequence[_Part], number: int) -> bool:
    """Whether words behind the title are set off from it: more than a sentence that goes on."""
    before = parts[number - 1]
    return before.kind == "mark" and before.text.strip(" ") in ("|", "-", "–", "—", "@", "·", ",")


def _name_columns(parts: Sequence[_Part], header: Sequence[str]) -> dict[int, Slot]:
    """Which slot each cell is, by the names of the columns."""
    slots: dict[int, Slot] = {}
    column = -1 if parts and parts[0].kind == "mark" else 0
    for number, part in enumerate(parts):
        column += part.kind == "mark" and "|" in part.text
        name = header[column] if 0 <= column < len(header) else ""
        if part.kind == "date":
            slots[number] = Slot.DATE
        elif part.kind != "mark":
            slot = slot_of_column(name)
            if slot and slot not in slots.values():
                slots[number] = slot
    if Slot.TITLE not in slots.values():
        return _name_parts(parts, titled_below=False)
    return slots


# --- writing --------------------------------------------------------------------------------------


def _write(parts: Sequence[_Part], slots: dict[int, Slot]) -> str:
    """The template up to the last slot, and the mark that closes it."""
    written, end = "", 0
    for number, part in enumerate(parts):
        slot = slots.get(number)
        if part.kind == "mark":
            written += re.sub(r"\s+", " ", part.text)
            continue
        if slot is None:
            break
        written += _write_slot(part.kind, slot)
        end = len(written)
    rest, written = written[end:].strip(), written[:end]
    if rest.startswith(")") and written.count("(") > written.count(")"):
        return f"{written})"
    for mark in ("**", "__", "*", "_"):
        if rest.startswith(mark) and written.startswith(mark) and written.count(mark) % 2:
            return f"{written}{mark}"
    return f"{written} |" if rest == "|" else written


def _write_slot(kind: str, slot: Slot) -> str:
    text = f"**{{{slot}}}**" if "bold" in kind else f"{{{slot}}}"
    return f"[{text}]({{url}})" if kind.endswith("link") else text


def _write_below(line: DatedLine) -> str:
    """The second line of a template: one that is nothing but the bold or linked title."""
    if not line.below:
        return ""
    match = _TOKEN.fullmatch(line.below[0].rstrip(" ."))
    outside = line.words[: line.at] + line.words[line.end :]
    if not match and not any(char.isalnum() for char in outside):
        return "\n{title}"
    if not match or match["mark"]:
        return ""
    kind = next(iter(_split_words(match[0], _TOKEN))).kind
    return "\n" + _write_slot(kind, Slot.TITLE)
