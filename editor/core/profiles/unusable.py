"""Values of profiles that are of the right type, and that nothing can be done with."""

import re
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from editor.core.base.messages import Message, translate
from editor.core.calendar.date_patterns import compile_pattern
from editor.core.profiles.event_settings import EVENT_LINES
from editor.core.profiles.line_reading import Slot
from editor.core.profiles.line_template import parse_template
from editor.core.profiles.profile import Profile
from editor.core.profiles.toml_lines import Key

_SAMPLE_LINK: dict[str, object] = dict.fromkeys(("title", "label", "name", "data", "file"), "")
_SAMPLE_SUBSCRIBE: dict[str, object] = dict.fromkeys(("https", "webcal", "google"), "")
_SAMPLE_HEAD: dict[str, object] = {
    "title": "",
    "image": "",
    "alt": "",
    "attribution": "",
    "date": date(2026, 1, 1),
    "author": "",
}
_WIDE = re.compile(r"\{[^{}]*:[^{}]*\d{4}")
"""A template that makes a text of thousands of characters."""
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])(?:[:.]?[0-5]\d)?")


def find_unusable(profile: Profile) -> Iterator[tuple[list[Key], Message]]:
    """Find what nothing can be done with, though it is of the right type.

    Args:
        profile: A profile.

    Yields:
        Where the value stands, and what is wrong with it.
    """
    yield from _find_unusable_lines(profile)
    template = translate("core", "the template “{key}” cannot be filled: {reason}")
    samples: tuple[tuple[list[Key], str, dict[str, object]], ...] = (
        (["head"], profile.head, _SAMPLE_HEAD),
        (["events", "link"], profile.events.link, _SAMPLE_LINK),
        (["events", "label"], profile.events.label, {"title": ""}),
        (["events", "subscribe"], profile.events.subscribe, _SAMPLE_SUBSCRIBE),
    )
    for keys, pattern, values in samples:
        try:
            if _WIDE.search(pattern):
                raise ValueError("width")
            pattern.format_map(values)
        except (KeyError, ValueError, IndexError, AttributeError, TypeError) as error:
            yield keys, template.fill(key=keys[-1], reason=error)
    if profile.timezone and not _is_time_zone(profile.timezone):
        message = translate("core", "“{value}” is no time zone; write it as Europe/Berlin")
        yield ["timezone"], message.fill(value=profile.timezone)
    hours: tuple[tuple[list[Key], str], ...] = (
        (["publish_time"], profile.publish_time[:5]),
        (["events", "duration"], profile.events.duration),
    )
    for keys, value in hours:
        if not _HOUR.fullmatch(value):
            message = translate("core", "“{value}” is no time; write it as 08:00")
            yield keys, message.fill(value=value)
    yield from _find_unusable_expressions(profile)


def _find_unusable_expressions(profile: Profile) -> Iterator[tuple[list[Key], Message]]:
    expressions: list[tuple[list[Key], str]] = [
        (["match", "values", key], pattern) for key, pattern in profile.match.values.items()
    ]
    expressions += [
        (["field", index, "pattern"], field.pattern) for index, field in enumerate(profile.fields)
    ]
    for keys, pattern in expressions:
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            message = translate("core", "“{value}” is no regular expression: {reason}")
            yield keys, message.fill(value=pattern, reason=error)


def _find_unusable_lines(profile: Profile) -> Iterator[tuple[list[Key], Message]]:
    """Templates of lines and patterns of days that cannot be read."""
    events = profile.events
    lines = events.lines if events.lines != EVENT_LINES else ()  # known to be well
    for key, templates in (("lines", lines), ("deadline_lines", events.deadline_lines)):
        for template in templates:
            try:
                parse_template(template)
            except ValueError as error:
                message = translate(
                    "core",
                    "“{value}” is no form of a line: look at {part}; it knows {slots}, each once "
                    "and with something between them, and needs {needed}",
                )
                slots = ", ".join(f"{{{slot}}}" for slot in Slot)
                yield (
                    ["events", key],
                    message.fill(
                        value=template.split("\n")[0], part=error, slots=slots, needed="{date}"
                    ),
                )
    for pattern in events.dates:
        try:
            compile_pattern(pattern, profile.language)
        except ValueError as error:
            message = translate(
                "core",
                "“{value}” is no pattern of a day: look at “{part}”; write it as yyyy-MM-dd, "
                "d. MMMM yyyy or EEEE, MMMM d",
            )
            yield ["events", "dates"], message.fill(value=pattern, part=error)


def _is_time_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, a path that leads out, a folder
        return False
    return True
