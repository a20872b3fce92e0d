"""The first line of a recurring meeting: a title, a rule with its hours, and a place.

The title may stand at the end, too, as that of an event does: "jeden Dienstag, Haus: **Treffen**".
"""

import re
from datetime import date

from msgspec.structs import replace

from editor.core.calendar.date_changes import find_change
from editor.core.calendar.date_words import find_date_words, speaks_of_time
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.recurrence import Certainty, read_phrase, read_rule
from editor.core.calendar.remarks import (
    find_odd_words,
    find_sign,
    skip_bracketed_remark,
    skip_listed_remarks,
)
from editor.core.events.first_line import LINK, LINKED, FirstLine
from editor.core.events.meeting_words import as_unread, find_limit, read_to_the_end
from editor.core.events.model import EntryKind
from editor.core.profiles.event_settings import EVENT_LINES
from editor.core.profiles.line_reading import Slot
from editor.core.profiles.line_template import parse_template

_BEHIND_RULE = tuple(parse_template(line) for line in EVENT_LINES if "**{title}**" in line)
"""What stands behind the rule, which takes the place of the date."""
_AFTER_TIME = re.compile(r"\s*,?\s*(?=:) | \s*,\s* | \s+", re.VERBOSE)
_BEFORE_RULE = re.compile(r"^|[:,]\s+")
_NAME = re.compile(
    rf"(?: {LINKED} | \*\*[^*]+\*\* | (?:[^,:]|:(?!\s))+ ) (?: [,:]\s+ )?", re.VERBOSE
)
_REMARK = re.compile(r"\([^()]*\)")


def read_meeting(line: FirstLine, near: date | None) -> bool:
    """Read a line as a recurring meeting.

    Args:
        line: The line, to be filled.
        near: Dates without a year follow this day.

    Returns:
        Whether it names a rule.
    """
    words = line.words
    for joint in _BEFORE_RULE.finditer(words):
        rule = read_rule(words, joint.end(), near)
        title = words[: joint.start()].strip()
        if not rule or (title and find_date_words(title) == len(title)):
            continue
        begin = _find_begin(words, joint)
        read = read_to_the_end(words, rule, joint.end(), near)
        line.kind = EntryKind.MEETING
        line.title = words[: joint.start() if begin == joint.end() else begin].strip(" ,:")
        line.title_span = line.span(0, len(line.title))
        line.rule_span = line.span(begin, read.rule.end)
        line.rule_text = words[begin : joint.end()] + read.phrase
        line.limits_span = line.span(*read.limits) if read.limits else None
        line.when_span = line.span(begin, read.end)
        line.when = TimeSpan.of_hours(read.hours)
        _read_place_and_title(line, read.end)
        line.rule = read.rule
        if begin < joint.start():
            line.rule = as_unread(read.rule, words[begin : joint.start()])
        elif (doubt := _find_doubt(line)) and line.rule.certainty is Certainty.CERTAIN:
            line.rule_text += f" {doubt}"
            whole = read_phrase(line.rule_text, near) or as_unread(read.rule, doubt)
            line.rule = replace(whole, end=read.rule.end)
        return True
    return False


def _find_begin(words: str, joint: re.Match[str]) -> int:
    """Where words about a time begin that stand between a title and its rule; where it begins."""
    name = _NAME.match(words, 0, joint.start())
    if name and speaks_of_time(words[name.end() : joint.start()]):
        return name.end()
    return joint.end()


def _find_doubt(line: FirstLine) -> str:
    """Words beside the title or the place that limit the rule, or say that it does not hold."""
    change = find_change(line.words, 0) if line.strike is None else None
    if change:
        return line.words[slice(*change)]
    title_end = line.title_span.end - line.base if line.title_span else 0
    when_start = line.when_span.start - line.base if line.when_span else 0
    is_first = title_end <= when_start
    remark = _REMARK.search(LINK.sub(r"\g<title>", line.title)) if is_first else None
    if remark and speaks_of_time(remark[0]):
        return remark[0]
    when_end = line.when_span.end - line.base if line.when_span else 0
    beside = line.words[when_end : skip_bracketed_remark(line.words, when_end)]
    odd = find_odd_words(beside) or find_odd_words(line.place) or find_sign(line.place)
    behind = "" if is_first else line.words[title_end:]
    return odd or find_limit(behind) or find_odd_words(behind)


def _read_place_and_title(line: FirstLine, at: int) -> None:
    """Behind the hours of a meeting stand its place and title, or, the title first, its place."""
    at = skip_listed_remarks(line.words, skip_bracketed_remark(line.words, at))
    for template in _BEHIND_RULE:
        reading = template.read_behind_date(line.words, at)
        if reading:
            if line.title:
                line.label, line.label_span = line.title, line.title_span
            line.take_all(reading, [line.words], ())
            return
    separator = _AFTER_TIME.match(line.words, at)
    start = separator.end() if separator else at
    if line.words[start:]:
        line.take(Slot.PLACE, line.words[start:], line.span(start, len(line.words)))
