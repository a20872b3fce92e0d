"""How a newsletter writes its events, as templates that read and write.

``{date} | {place} | [{group}]({url})`` over ``[**{title}**]({url})``: what stands in braces is
read from a line and written into it, all else are marks that stand there. A mark is read with more
or fewer blanks, and a dash as any dash; it is written as the template has it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from editor.core.profiles.line_reading import (
    ADDRESSES,
    Mark,
    Reading,
    Slot,
    WhenReader,
    read_parts,
)

_SIGNS = ("**", "](", "[", "|")
"""Parts of marks that are read just as they are written."""
_SLOT = re.compile(r"\{(\w*)\}")
_LOOSE = ",:;|·•"
"""Marks before which a blank may stand."""
_DASHES = "-–—"


_NAMES = frozenset(Slot)


@dataclass(frozen=True)
class LineTemplate:
    """A form of one or more lines; make it with ``parse_template``."""

    source: str
    lines: tuple[tuple[Slot | Mark, ...], ...]

    @cached_property
    def slots(self) -> frozenset[Slot]:
        """What it reads and writes."""
        return frozenset(part for line in self.lines for part in line if isinstance(part, Slot))

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """What its first line cannot be without: the quickest way to tell that it has another."""
        marks = [part.text for part in self.lines[0] if isinstance(part, Mark)]
        return tuple({sign for text in marks for sign in _SIGNS if sign in text})

    def read(self, lines: Sequence[str], read_when: WhenReader) -> Reading | None:
        """Read lines that have this form.

        Args:
            lines: The first line of an entry, and those below it.
            read_when: Reads its dates.

        Returns:
            What they say; None where they have another form. What follows the last slot or mark of
            a line is not looked at.
        """
        if len(lines) < len(self.lines):
            return None
        reading = Reading({}, is_single=Slot.END in self.slots)
        for number, parts in enumerate(self.lines):
            line = lines[number]
            end = read_parts(parts, line, 0, number, reading, read_when)
            if end is None or (parts == (Slot.DATE,) and line[end:].strip()):
                return None
            reading.stops.append(end)
        return reading

    def read_behind_date(self, line: str, at: int) -> Reading | None:
        """Read what follows the date of a line; the template must be of one line that begins so.

        Args:
            line: The line.
            at: Where its date, or whatever stands for it, ends.

        Returns:
            As ``read``.
        """
        reading = Reading({})
        end = read_parts(self.lines[0][1:], line, at, 0, reading, lambda *_: None)
        if end is None:
            return None
        reading.stops.append(end)
        return reading

    def write(self, values: Mapping[Slot, str]) -> tuple[str, ...]:
        """Write lines of this form.

        Args:
            values: A text for every slot.

        Returns:
            The lines, without list markers.
        """
        return tuple(
            "".join(values[part] if isinstance(part, Slot) else part.text for part in line)
            for line in self.lines
        )


def parse_template(source: str) -> LineTemplate:
    """Read a template.

    Args:
        source: Its lines.

    Returns:
        The template.

    Raises:
        ValueError: If it has no {date}, a slot that is unknown or stands twice, or two slots
            without a mark between them; its argument is the slot, as it is written.
    """
    names = [match[1] for match in _SLOT.finditer(source)]
    addresses = names.count(Slot.URL)
    lines = []
    for text in source.split("\n"):
        parts: list[Slot | str] = []
        for number, part in enumerate(_SLOT.split(text)):
            if number % 2 == 0:
                parts += [part] if part else []
                continue
            if part == Slot.URL:
                addresses -= 1
                part = Slot.GROUP_URL if addresses else part
            if part not in _NAMES or (parts and isinstance(parts[-1], Slot)):
                raise ValueError(f"{{{part}}}")
            parts.append(Slot(part))
        lines.append(tuple(_compile_marks(parts)))
    slots = [part for line in lines for part in line if isinstance(part, Slot)]
    for slot in slots:
        if slots.count(slot) > 1:
            raise ValueError(f"{{{slot}}}")
    if Slot.DATE not in slots:
        raise ValueError("{date}")
    return LineTemplate(source, tuple(lines))


# --- marks ----------------------------------------------------------------------------------------


def _compile_marks(parts: Sequence[Slot | str]) -> Iterator[Slot | Mark]:
    for number, part in enumerate(parts):
        if isinstance(part, Slot):
            yield part
            continue
        before = parts[number - 1] if number else None
        behind = parts[number + 1] if number + 1 < len(parts) else None
        core = "".join(_loosen(part, behind))
        lead = re.match(r"(?:\\s[*+])*", core)
        assert lead
        core = core[lead.end() :] or lead[0]
        expression = f"\\s*+{core}" if lead[0] != core else core
        if part.startswith(", ") and before == Slot.DATE:  # the comma and the blank may be missing
            expression = r"(?:\s*,\s*|\s+)?" + "".join(_loosen(part[2:], behind))
        elif part.startswith(":") and before == Slot.DATE:
            expression = rf"\s*,?{expression}"
        elif "\\s+" in lead[0] and lead[0] != core:
            expression = rf"\s++{core}"
        yield Mark(part, re.compile(expression), re.compile(core))


def _loosen(text: str, behind: Slot | str | None) -> Iterator[str]:
    """The expression of a mark, character by character."""
    if text.strip() == "":
        if text:
            yield r"\s+"
        return
    is_dash = text.strip() in _DASHES
    for number, char in enumerate(text):
        before, after = text[number - 1 : number], text[number + 1 : number + 2]
        if char.isspace():
            if is_dash or (not after and before in ":." and behind not in ADDRESSES):
                yield r"\s+"
            else:
                yield r"\s*"
        elif char == "|":
            yield r"\s*(?<!\\)\|"  # a bar in a cell is escaped
        elif char in _LOOSE:
            yield rf"\s*{re.escape(char)}"
        elif char in _DASHES:
            yield f"[{_DASHES}]"
        elif char == "*" and before + char + after == "**":
            yield r"\*"
        else:
            yield re.escape(char)
    if text.endswith("**"):
        yield r"(?!\*)" if behind is None else r"(?!\s)"
