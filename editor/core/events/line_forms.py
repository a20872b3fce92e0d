"""The forms of a profile's event lines, made of its settings once."""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache, partial

from msgspec import Struct
from msgspec.structs import replace

from editor.core.calendar.date_formats import write_hours, write_time_span
from editor.core.calendar.date_patterns import DatePattern, compile_pattern, read_any
from editor.core.calendar.date_words import find_date_words, leaves_time
from editor.core.calendar.dates import TimeSpan, TimeSpanMatch, read_time_span, roll_midnight
from editor.core.calendar.remarks import (
    find_odd_words,
    skip_bracketed_remark,
    skip_listed_remarks,
)
from editor.core.events.model import EntryKind
from editor.core.profiles.line_reading import Reading, Slot
from editor.core.profiles.line_template import LineTemplate, parse_template
from editor.core.profiles.profile import Profile


class LineForms(Struct, frozen=True):
    """How the events, or the deadlines, of a newsletter are written.

    ``patterns`` are those of its dates; where none fits, dates are read as ``read_time_span`` does.
    """

    templates: tuple[LineTemplate, ...]
    patterns: tuple[DatePattern, ...]
    language: str

    @property
    def slots(self) -> frozenset[Slot]:
        """All that any of the templates reads."""
        return frozenset().union(*(template.slots for template in self.templates))

    def read(
        self, lines: Sequence[str], near: date | None
    ) -> tuple[LineTemplate, Reading, TimeSpan] | None:
        """Read an entry by the first template that fits.

        Args:
            lines: Its first line, and those below it.
            near: Dates without a year are taken as close to this day as possible.

        Returns:
            The template, what it has read, and the time span made of that; None where none fits.
        """
        read_when = cache(partial(self._read_when, near))  # all templates ask for the same dates
        is_dated = read_when(lines[0], 0, False) is not None
        for template in self.templates:
            if not is_dated and template.lines[0][:1] == (Slot.DATE,):
                continue
            if any(sign not in lines[0] for sign in template.needed):
                continue
            reading = template.read(lines, read_when)
            if reading and reading.when:
                when = reading.when.when
                if reading.end:
                    if reading.end.start < when.start:
                        continue
                    when = replace(when, end=reading.end.start, end_time=reading.end.start_time)
                if reading.hours:
                    start, end = reading.hours
                    when = roll_midnight(replace(when, start_time=start, end_time=end))
                return template, reading, when
        return None

    def read_unread(self, lines: Sequence[str]) -> tuple[LineTemplate, Reading] | None:
        """Read an entry whose date is not understood by the first template that fits.

        Args:
            lines: Its first line, and those below it.

        Returns:
            The template, and what it has read; the time is none. None where no template fits.
        """
        end = find_date_words(lines[0])

        def read_when(
            text: str, at: int, _: bool
        ) -> tuple[TimeSpanMatch, DatePattern | None] | None:
            is_there = end > 0 and at == 0 and text == lines[0]
            return (TimeSpanMatch(TimeSpan(date.min), end), None) if is_there else None

        for template in self.templates:
            if template.lines[0][:1] == (Slot.DATE,):
                reading = template.read(lines, read_when)
                if reading:
                    return template, reading
        return None

    def _read_when(
        self, near: date | None, text: str, at: int, single: bool
    ) -> tuple[TimeSpanMatch, DatePattern | None] | None:
        found = read_any(self.patterns, text, at, near, single=single)
        if found:
            return found
        match = read_time_span(text, at, near)
        if match is None:
            return None
        end = match.end
        if match.when.start_time:
            end = skip_listed_remarks(text, end)
        remark = text[end : skip_bracketed_remark(text, end)]
        return None if leaves_time(text, end) or find_odd_words(remark) else (match, None)

    def _write_when(self, when: TimeSpan, pattern: DatePattern | None, weekday: bool) -> str:
        pattern = pattern or next(iter(self.patterns), None)
        if pattern:
            return pattern.write(when)
        return write_time_span(when, self.language, weekday=weekday)

    def write_times(
        self,
        when: TimeSpan,
        slots: frozenset[Slot],
        pattern: DatePattern | None,
        *,
        weekday: bool = True,
    ) -> dict[Slot, str]:
        """Write a time span into the slots that a template has for it.

        Args:
            when: The time span.
            slots: Those of the template.
            pattern: That of a neighbor; None for the first of these forms.
            weekday: Whether the weekday is named, where no pattern says so.

        Returns:
            A text for each slot of time; "" for one that has nothing to say.
        """
        values: dict[Slot, str] = {}
        day = when
        if Slot.TIME in slots:
            values[Slot.TIME] = write_hours(when)
            day = replace(day, start_time=None, end_time=None)
        if Slot.END in slots:
            last = TimeSpan(when.last, day.end_time if day.end else None)
            values[Slot.END] = self._write_when(last, pattern, weekday) if when.end else ""
            day = replace(day, end=None, end_time=None if day.end else day.end_time)
        return {**values, Slot.DATE: self._write_when(day, pattern, weekday)}


def forms_of(profile: Profile, kind: EntryKind) -> LineForms:
    """Return the forms of the events, or the deadlines, of a profile.

    Args:
        profile: Its templates and patterns are valid.
        kind: DEADLINE for deadlines.

    Returns:
        The forms; none for deadlines whose form the profile does not name.
    """
    settings = profile.events
    lines = settings.deadline_lines if kind is EntryKind.DEADLINE else settings.lines
    return _make_forms(lines, settings.dates, profile.language)


@lru_cache(maxsize=32)
def _make_forms(lines: tuple[str, ...], dates: tuple[str, ...], language: str) -> LineForms:
    return LineForms(
        tuple(parse_template(line) for line in lines),
        tuple(compile_pattern(pattern, language) for pattern in dates),
        language,
    )
