"""Events changed by edits: values, adding, removing, moving.

Law: a change touches the spans of the values that differ, and the calendar link; everything else keeps its
bytes, and the new text has been read again before the edits are returned.
"""

import difflib
import re
from dataclasses import dataclass, replace

from editor.core.blocks import Section, items
from editor.core.callink import Linker, Values, identity_of
from editor.core.dates import write_when
from editor.core.events import VAGUE, Detail, Event, join_place, values
from editor.core.text import Edit, Refused, apply, effective, translate


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
    if VAGUE.fullmatch(event.place):
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
    return _detail_lines(scene, event, _next_line(scene, event.content.end), [url])


def _next_line(scene: Scene, position: int) -> int:
    """The start of the line below a position; the end of the text below its last one."""
    return scene.text.find("\n", position) + 1 or len(scene.text)


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
        at = old[j - 1].whole.end if j else (event.url.whole.end if event.url else _next_line(scene, event.content.end))
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
    raise _unreadable(event.title)


def _unreadable(title: str) -> Refused:
    return Refused(
        translate("core", "“{title}” cannot be written this way: the line would not read back the same. Change it in the source.").fill(title=title)
    )


def headline(new: Values, linker: Linker) -> str:
    """An event's line in the house form, without marker and link."""
    assert new.when
    place = join_place(new.address, new.online, linker.language)
    return write_when(new.when, linker.language) + (f", {place}" if place else "") + f": **{new.title}**"


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
    inner = " " * len(lead) + "* "
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
    raise _unreadable(new.title)


def _first_place(scene: Scene, section: Section | None) -> int:
    """Before the group of meetings of a section, else behind its last line that is not blank."""
    if section is None:
        return len(scene.text)
    for item in items(scene.text, section.body):
        if any(item.span.start <= other.span.start < item.span.end for other in scene.events if other.group):
            return item.span.start
    return _next_line(scene, section.span.start + len(section.span.of(scene.text).rstrip()))


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
