"""Event, meeting and deadline lines: read with spans, changed by edits.

A line's reader takes every form of real issues; what it does not understand is no event and stays as it is.
Law: a change touches the spans of the values that differ, and the calendar link; everything else keeps its
bytes, and the new text has been read again before the edits are returned.
"""

import difflib
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from editor.core import dates, recurrence
from editor.core.blocks import Item, Section, items
from editor.core.callink import Linker, Values, identity_of
from editor.core.dates import When, write_when
from editor.core.profile import Events as Conventions
from editor.core.text import Edit, Refused, Span, apply, effective, translate

ANCHOR = re.compile(r"""<a\s(?:[^<>]|<(?!/?a\b))*?href=(?P<q>["'])(?P<href>data:text/calendar[^"'<>\s]*)(?P=q)[^<>]*>(?:(?!<a\s).)*?</a>""")
_BOLD = r"\*\*(?P<title>(?!\s)(?:(?!\*\*).)*?\S)\*\*(?!\*)"
_LINKED = r"\[(?P<title>[^\[\]]+)\]\((?P<url>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<place>.*?)\s*:\s*{_BOLD}",
        rf"(?:(?P<place>.*?)\s*[:,]\s*|(?P<place2>.*?)\s+){_BOLD}",
        rf"(?P<place>.*?)\s*:\s*{_LINKED}",
        rf"(?:(?P<place>.*?)\s*,\s*)?{_LINKED}",
        r"(?P<place>.*?)\s*:\s*(?P<url>https?://\S+)\s*$",
        r"(?P<place>[^:]*?)\s*:\s+(?P<title>\S.*?)\s*$",
        r"(?P<title>\S.*?)\s*$",
    )
)
_ONLINE = re.compile(r"(?P<address>.*?)(?:,?\s+(?:und|&|and)\s+(?:auch\s+|also\s+)?(?:online|im Livestream)|^online(?:\s+.*)?)$", re.IGNORECASE)
_VAGUE = re.compile(r"online\s.+", re.IGNORECASE)
"""Online and something about it, such as "online über Zoom"."""
_URL = re.compile(r"<?((?:https?|ftp)://[^\s<>]+)>?\s*$")
_LINK = re.compile(_LINKED)
_NAMED = re.compile(rf"{_LINKED}|{_BOLD.replace('title', 'bold')}|(?P<words>[^,]+)")
_LEAD = re.compile(r"\s*,?\s*(?=:)|\s*,\s*|\s+")
_DEADLINE = re.compile(r"\b(?:bis|until|Deadline:?|Bewerbungsschluss:?|Anmeldeschluss:?)\s+(?:zum\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Detail:
    """A line below an event's: a bare address (``url``), or anything else."""

    span: Span
    """The text of the line, without marker and line end."""
    whole: Span
    """The lines with everything, for taking out."""
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a list of events. Spans are None for what the line does not say."""

    kind: str
    """"event", "meeting" or "deadline"."""
    span: Span
    """The whole entry, details and line ends included."""
    content: Span
    """The first line behind its marker."""
    indent: int
    marker: str
    title: str = ""
    title_span: Span | None = None
    when: When | None = None
    when_span: Span | None = None
    weekdays: tuple[int | None, ...] = ()
    rule: recurrence.Rule | None = None
    rule_text: str = ""
    place: str = ""
    place_span: Span | None = None
    link: Span | None = None
    href: Span | None = None
    line_url: Span | None = None
    details: tuple[Detail, ...] = ()
    group: str = ""

    @property
    def url(self) -> Detail | None:
        return next((detail for detail in self.details if detail.url), None)

    @property
    def notes(self) -> tuple[Detail, ...]:
        first = self.url
        return tuple(detail for detail in self.details if detail is not first and detail.text)


def values(event: Event, text: str) -> Values:
    """What the forms show of an event."""
    address, online = split_place(event.place)
    url = event.url.url if event.url else event.line_url.of(text) if event.line_url else ""
    return Values(event.title, event.when, address, online, url, "\n".join(detail.text for detail in event.notes), event.rule_text)


def split_place(place: str) -> tuple[str, bool]:
    """Address and whether it is (also) online.

    >>> split_place("c-base, Rungestraße 20, 10179 Berlin und auch online")
    ('c-base, Rungestraße 20, 10179 Berlin', True)
    """
    match = _ONLINE.fullmatch(place.strip())
    return (match["address"] or "", True) if match else (place.strip(), False)


def join_place(address: str, online: bool, language: str = "de") -> str:
    if not online:
        return address
    return address + (" und auch online" if language == "de" else " and also online") if address else "online"


# --- reading ------------------------------------------------------------------------------------


def read(text: str, found: Sequence[Section], conventions: Conventions, near: date | None) -> tuple[Event, ...]:
    """All events of the sections whose headings the conventions name, in the order of the text."""
    result: list[Event] = []
    read_to = 0
    for section in found:
        kind = section_kind(section, conventions) if section.span.start >= read_to else ""
        if kind:
            read_to = section.span.end
            for item in items(text, section.body):
                result += _entries(text, item, kind, near, "")
    return tuple(result)


def section_kind(section: Section, conventions: Conventions) -> str:
    """ "event", "deadline" or "" by the first word of the heading."""
    title = section.heading.title.lstrip("[*_ ").casefold()
    for kind, words in (("event", conventions.events), ("deadline", conventions.deadlines)):
        if any(title.startswith(word.casefold()) for word in words):
            return kind
    return ""


def _entries(text: str, item: Item, kind: str, near: date | None, group: str) -> Iterator[Event]:
    line = _Line(text, item)
    reader = _deadline(line, near) if kind == "deadline" else _dated(line, near) or _meeting(line)
    if reader:
        yield Event(span=item.span, content=item.content, indent=item.indent, marker=item.marker, group=group, details=_details(text, item), **reader)
    elif kind != "deadline":
        title = item.content.of(text).strip()
        for child in item.children:
            yield from _entries(text, child, kind, near, title)


Parts = dict[str, Any]
"""The fields of an Event that its first line says."""


class _Line:
    """An entry's first line: its words up to the calendar link, and where they stand."""

    def __init__(self, text: str, item: Item) -> None:
        self.base = item.content.start
        words = item.content.of(text)
        self.parts: Parts = {}
        if anchor := ANCHOR.search(words) if "data:text/calendar" in words else None:
            self.parts = {"link": self.span(*anchor.span()), "href": self.span(*anchor.span("href"))}
            words = words[: anchor.start()]
        self.words = words.rstrip()

    def span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)

    def part(self, match: re.Match[str], group: str, name: str) -> Parts:
        """A group of a match as a field with its span."""
        return {name: match[group], f"{name}_span": self.span(*match.span(group))}


def _dated(line: _Line, near: date | None) -> Parts | None:
    reading = dates.read_when(line.words, 0, near)
    if not reading:
        return None
    when = {"kind": "event", "when": reading.when, "when_span": line.span(0, reading.end), "weekdays": reading.weekdays}
    return line.parts | when | _place_and_title(line, reading.end, _SHAPES)


def _meeting(line: _Line) -> Parts | None:
    for joint in re.finditer(r"(?:^|[:,]\s+)(?=jeden|every|\w+s (?:aller?|every) )", line.words):
        rule = recurrence.read_rule(line.words, joint.end())
        if not rule:
            continue
        hours, end = dates.read_hours(line.words, rule.end)
        parts = line.parts | {"kind": "meeting", "rule": rule, "rule_text": line.words[joint.end() : rule.end]}
        parts |= {"when": When(date.min, hours[0], None, hours[1]) if hours else None, "when_span": line.span(joint.end(), end)}
        label = line.words[: joint.start()].strip()
        named = {"title": label, "title_span": line.span(0, len(label))}
        return parts | named | _place_and_title(line, end, _SHAPES[:2], alone=True)
    return None


def _place_and_title(line: _Line, at: int, shapes: tuple[re.Pattern[str], ...], *, alone: bool = False) -> Parts:
    """What stands behind the time: ``, place: **title**`` and its looser relatives; ``alone``: a place may do."""
    lead = _LEAD.match(line.words, at)
    start = lead.end() if lead else at
    for shape in shapes:
        match = shape.match(line.words, start)
        if not match:
            continue
        groups = match.groupdict()
        parts: Parts = {}
        for name in ("place", "place2"):
            if groups.get(name):
                parts |= line.part(match, name, "place")
        if groups.get("title"):
            parts |= line.part(match, "title", "title")
        if groups.get("url"):
            parts["line_url"] = line.span(*match.span("url"))
        return parts
    if alone and line.words[start:]:
        return {"place": line.words[start:], "place_span": line.span(start, len(line.words))}
    return {}


def _deadline(line: _Line, near: date | None) -> Parts:
    parts: Parts = {"kind": "deadline"} | line.parts
    for match in reversed(list(_DEADLINE.finditer(line.words))):
        reading = dates.read_when(line.words, match.end(), near)
        if reading:
            parts |= {"when": reading.when, "when_span": line.span(match.end(), reading.end), "weekdays": reading.weekdays}
            break
    if link := _LINK.search(line.words):
        parts["line_url"] = line.span(*link.span("url"))
    if named := _NAMED.match(line.words):
        group = next(name for name in ("title", "bold", "words") if named[name])
        parts |= line.part(named, group, "title")
    return parts


def _details(text: str, item: Item) -> tuple[Detail, ...]:
    found = [_detail(text, span, _whole_line(text, span)) for span in item.rest]
    found += [_detail(text, child.content, child.span) for child in item.children]
    return tuple(found) if not item.rest else tuple(sorted(found, key=lambda detail: detail.span))


def _whole_line(text: str, span: Span) -> Span:
    return Span(text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end) + 1 or len(text))


def _detail(text: str, span: Span, whole: Span) -> Detail:
    words = span.of(text).rstrip()
    url = _URL.fullmatch(words)
    return Detail(Span(span.start, span.start + len(words)), whole, words, url[1] if url else "")


# --- changing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scene:
    """What edits to events need to know of their issue."""

    text: str
    events: tuple[Event, ...]
    linker: Linker
    reread: "Reader"
    newline: str = "\n"

    def taken(self, event: Event | None) -> dict[str, bool]:
        """The UIDs of the other entries, and whether they stand before this one: a copied line is no second bearer."""
        found: dict[str, bool] = {}
        for other in self.events:
            if other.href and other is not event:
                uid = identity_of(other.href.of(self.text))
                before = event is None or other.span.start < event.span.start
                found[uid] = found.get(uid, False) or before
        return found


class Reader:
    """Reads the events of another text the way those of this one were read."""

    def __call__(self, text: str) -> tuple[Event, ...]:
        raise NotImplementedError


def change(scene: Scene, event: Event, new: Values) -> list[Edit]:
    """The edits that give an event new values; none where nothing differs.

    The calendar link is written anew, or added, when the line changes; Refused where the line would not
    read back as asked, or where words nobody understood would be lost.
    """
    old = values(event, scene.text)
    if new.notes != old.notes:
        new = replace(new, notes="\n".join(line.strip(" \t") for line in new.notes.split("\n") if line.strip()))
    if new == old:
        return []
    _printable(new)
    details = _detail_edits(scene, event, old, new)
    in_place = _in_place(scene, event, old, new)
    try:
        return _checked(scene, event, new, in_place + details + _link_edits(scene, event, new))
    except Refused:
        if event.kind != "event" or not _understood(scene, event):
            raise
    line = headline(new, scene.linker) + _link_text(scene, event, new)
    return _checked(scene, event, new, [Edit(event.content.start, event.content.end, line), *details])


_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def _printable(new: Values) -> None:
    """A line holds no line ends and no control characters."""
    for part in (new.title, new.address, new.url, *new.notes.split("\n")):
        if _UNPRINTABLE.search(part):
            raise Refused(translate("core", "“{title}” holds a character that no line can hold.").fill(title=_UNPRINTABLE.sub("�", new.title)))


def _understood(scene: Scene, event: Event) -> bool:
    """Whether nothing stands in the line but time, place, title and link: only then may it be written anew."""
    known = sorted(span for span in (event.when_span, event.place_span, event.title_span, event.link) if span)
    at, rest = event.content.start, ""
    for span in known:
        rest += scene.text[at : span.start]
        at = span.end
    rest += scene.text[at : event.content.end]
    return event.line_url is None and not rest.strip(" \t,:*")


def _in_place(scene: Scene, event: Event, old: Values, new: Values) -> list[Edit]:
    """Edits on the spans of the values that differ. A value without a span may make the caller rewrite the line."""
    edits = []
    language = scene.linker.language
    if old.title != new.title and event.title_span:
        edits.append(Edit(event.title_span.start, event.title_span.end, new.title))
    if old.when != new.when and new.when and event.when_span:
        edits.append(Edit(event.when_span.start, event.when_span.end, write_when(new.when, language)))
    if (old.address, old.online) != (new.address, new.online) and event.when_span:
        edits.append(_place_edit(event, join_place(new.address, new.online, language)))
    return edits


def _place_edit(event: Event, place: str) -> Edit:
    """The place in its span; a new one behind the time, and with its comma taken out where it goes."""
    assert event.when_span
    if not event.place_span:
        return Edit(event.when_span.end, event.when_span.end, f", {place}")
    if _VAGUE.fullmatch(event.place):
        raise Refused(translate("core", "“{place}” says more than a place; change it in the source.").fill(place=event.place))
    return Edit(event.place_span.start if place else event.when_span.end, event.place_span.end, place)


def _detail_edits(scene: Scene, event: Event, old: Values, new: Values) -> list[Edit]:
    edits = _url_edits(scene, event, new.url) if old.url != new.url else []
    return edits + (_notes_edits(scene, event, new.notes) if old.notes != new.notes else [])


def _removed(scene: Scene, detail: Detail) -> Edit:
    """A detail's line taken out; never with lines below it that the form has not shown."""
    if "\n" in detail.whole.of(scene.text).strip():
        raise Refused(translate("core", "Below “{line}” stands more; take it out in the source.").fill(line=detail.text[:60]))
    return Edit(detail.whole.start, detail.whole.end, "")


def _url_edits(scene: Scene, event: Event, url: str) -> list[Edit]:
    detail = event.url
    if detail and url:
        at = detail.span.start + detail.text.index(detail.url)
        return [Edit(at, at + len(detail.url), url)]
    if detail:
        return [_removed(scene, detail)]
    if event.line_url:
        return [Edit(event.line_url.start, event.line_url.end, url)]
    return _detail_lines(scene, event, _first_line_end(scene, event), [url])


def _first_line_end(scene: Scene, event: Event) -> int:
    at = scene.text.find("\n", event.content.end)
    return len(scene.text) if at < 0 else at + 1


def _detail_lines(scene: Scene, event: Event, at: int, lines: list[str]) -> list[Edit]:
    """Insert detail bullets at the start of a line (or at the end of a text without a final line end)."""
    if not lines:
        return []
    lead = " " * (event.content.start - (scene.text.rfind("\n", 0, event.content.start) + 1)) + "* "
    written = "".join(lead + line + scene.newline for line in lines)
    if at and scene.text[at - 1] != "\n":
        written = scene.newline + written.removesuffix(scene.newline)
    return [Edit(at, at, written)]


def _notes_edits(scene: Scene, event: Event, notes: str) -> list[Edit]:
    """Line by line, so that a note nobody touched keeps its bytes."""
    old, new = event.notes, notes.split("\n") if notes else []
    edits: list[Edit] = []
    matcher = difflib.SequenceMatcher(None, [detail.text for detail in old], new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        for detail, line in zip(old[i:j], new[k:m], strict=False):
            edits.append(Edit(detail.span.start, detail.span.end, line))
        for detail in old[i + (m - k) : j]:
            edits.append(_removed(scene, detail))
        extra = new[k + (j - i) : m]
        at = old[j - 1].whole.end if j else (event.url.whole.end if event.url else _first_line_end(scene, event))
        edits += _detail_lines(scene, event, at, extra)
    return edits


def _link_edits(scene: Scene, event: Event, new: Values) -> list[Edit]:
    if event.link:
        return [Edit(event.link.start, event.link.end, _link_text(scene, event, new).lstrip())]
    written = _link_text(scene, event, new)
    end = event.content.start + len(event.content.of(scene.text).rstrip())
    return [Edit(end, end, written)] if written else []


def _link_text(scene: Scene, event: Event | None, new: Values) -> str:
    if event and event.kind != "event":
        return "" if event.link is None else " " + event.link.of(scene.text)
    old = event.href.of(scene.text) if event and event.href else ""
    element = scene.linker.element(new, old, scene.taken(event))
    return " " + element if element else ""


def _checked(scene: Scene, event: Event, new: Values, edits: list[Edit]) -> list[Edit]:
    """The edits, if the text they make reads as asked and every other event is what it was."""
    edits = effective(scene.text, edits)
    candidate = apply(scene.text, edits)
    after = scene.reread(candidate)
    index = scene.events.index(event)
    if len(after) == len(scene.events):
        others = all(
            values(one, scene.text) == values(two, candidate) for i, (one, two) in enumerate(zip(scene.events, after, strict=True)) if i != index
        )
        if others and values(after[index], candidate) == new:
            return edits
    raise Refused(
        translate("core", "“{title}” cannot be written this way: the line would not read back the same. Change it in the source.").fill(
            title=event.title
        )
    )


def headline(new: Values, linker: Linker) -> str:
    """An event's line in the house form, without marker and link."""
    assert new.when
    place = join_place(new.address, new.online, linker.language)
    return write_when(new.when, linker.language) + (f", {place}" if place else "") + f": **{new.title}**"


def shown_line(new: Values, linker: Linker) -> str:
    """The line as it will stand in the text, the calendar link as its sign: for forms."""
    return f"* {headline(new, linker)} {html.unescape('&#x1F4C5;')}" if new.when else ""


# --- adding, removing, moving ---------------------------------------------------------------------


def add(scene: Scene, new: Values, section: Section | None, heading: str) -> list[Edit]:
    """The edits that add a dated event behind the last one that does not start after it.

    Without a section for events one is added at the end, under ``heading``.
    """
    if new.when is None or not new.title:
        raise Refused(translate("core", "An event needs a title and a date."))
    _printable(new)
    dated = [event for event in scene.events if event.kind == "event" and event.when and not event.group]
    before = [event for event in dated if event.when and event.when.start <= new.when.start]
    model = before[-1] if before else dated[0] if dated else None
    lead = (" " * model.indent + model.marker if model else "*") + " "
    inner = " " * (len(lead) if model is None else model.indent + 2) + "* "
    lines = [lead + headline(new, scene.linker) + _link_text(scene, None, new)]
    lines += [inner + line for line in (new.url, *new.notes.split("\n")) if line.strip()]
    written = scene.newline.join(lines) + scene.newline
    at = before[-1].span.end if before else dated[0].span.start if dated else _first_place(scene, section)
    if not dated and section is None:
        written = f"{scene.newline}## {heading}{scene.newline}{written}"
    if at and scene.text[at - 1] != "\n":
        written = scene.newline + written
    edits = [Edit(at, at, written)]
    candidate = apply(scene.text, edits)
    after = scene.reread(candidate)
    if len(after) == len(scene.events) + 1 and any(values(event, candidate) == new for event in after):
        return edits
    raise Refused(
        translate("core", "“{title}” cannot be written this way: the line would not read back the same. Change it in the source.").fill(
            title=new.title
        )
    )


def _first_place(scene: Scene, section: Section | None) -> int:
    """Before the group of meetings of a section, else behind its last line that is not blank."""
    if section is None:
        return len(scene.text)
    for item in items(scene.text, section.body):
        if any(item.span.start <= other.span.start < item.span.end for other in scene.events if other.group):
            return item.span.start
    end = section.span.start + len(section.span.of(scene.text).rstrip())
    at = scene.text.find("\n", end)
    return len(scene.text) if at < 0 else at + 1


def remove(scene: Scene, event: Event) -> list[Edit]:
    """The edits that take out an entry with its details, and nothing else."""
    edits = [Edit(event.span.start, event.span.end, "")]
    candidate = apply(scene.text, edits)
    expected = [values(other, scene.text) for other in scene.events if other is not event]
    if [values(other, candidate) for other in scene.reread(candidate)] != expected:
        raise Refused(
            translate("core", "“{title}” cannot be removed without changing another entry; delete it in the source.").fill(title=event.title)
        )
    return edits


def move(scene: Scene, source: Event, target: Event, *, behind: bool = False) -> list[Edit]:
    """The edits that put an entry before another one of its list (or behind it)."""
    at = target.span.end if behind else target.span.start
    if source.span.start <= at <= source.span.end:
        return []
    written = source.span.of(scene.text)
    lead = ""
    if not written.endswith("\n"):
        written += scene.newline
    if at and scene.text[at - 1] != "\n":
        lead = scene.newline
    edits = sorted([Edit(source.span.start, source.span.end, ""), Edit(at, at, lead + written)])
    candidate = apply(scene.text, edits)
    before = sorted(repr(values(event, scene.text)) for event in scene.events)
    if sorted(repr(values(event, candidate)) for event in scene.reread(candidate)) != before:
        raise Refused(translate("core", "“{title}” cannot be moved without changing another entry; move it in the source.").fill(title=source.title))
    return edits
