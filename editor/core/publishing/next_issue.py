"""The next issue from the last one.

Its text is made by edits of the old one, so that what is kept keeps its bytes.

The rule (proved on real issues): an issue of the month M keeps the events that start on or after
the first day of M+1, the deadlines that are not over by then, and the regular meetings; the
sections that hold them stay, in their order; prose goes. Title, date, file name and image name
follow from month and day.
"""

from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from editor.core.attribution.photo_sources import PhotoSources
from editor.core.base.edits import Edit, Span, apply
from editor.core.base.encoding import detect_newline
from editor.core.base.errors import EditRejected
from editor.core.base.messages import Message, translate
from editor.core.events.link_refresh import find_refreshes, refresh_edits
from editor.core.events.lists import remove_entries
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import kind_of_section, read_event_data
from editor.core.issue.issue import Issue, make_edit_context, parse_issue
from editor.core.markdown import outline
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.profiles.profile import Profile
from editor.core.publishing.issue_head import NextIssue, write_head, write_values
from editor.core.publishing.series import IssueSeries, repeat_edits


class EntryFate(Struct, frozen=True):
    """Whether an entry of the old issue is kept, and why."""

    event: Event
    kept: bool
    why: Message


def entry_fates(old: Issue, new: NextIssue) -> list[EntryFate]:
    """Decide which entries of the old issue the next one keeps.

    Args:
        old: The last issue.
        new: The month and day of the next one.

    Returns:
        A decision for every entry: those that are kept first, each in the order of the text.
    """
    fates = [EntryFate(event, *_decide_fate(event, new.first)) for event in old.entries]
    return sorted(fates, key=lambda fate: not fate.kept)


def _decide_fate(event: Event, first: date) -> tuple[bool, Message]:
    when = event.when
    if event.kind == EntryKind.MEETING:
        until = event.rule.until if event.rule else None
        if until and until < first:
            return False, translate("core", "ended on {day:%d.%m.%Y}").fill(day=until)
        return True, translate("core", "takes place regularly")
    if when is None:
        return True, translate("core", "names no date that was understood")
    if event.kind == EntryKind.DEADLINE:
        if when.last >= first:
            return True, translate("core", "open until {day:%d.%m.%Y}").fill(day=when.last)
        return False, translate("core", "over on {day:%d.%m.%Y}").fill(day=when.last)
    if when.start >= first:
        return True, translate("core", "still to come on {day:%d.%m.%Y}").fill(day=when.start)
    if when.last >= first:
        return False, translate("core", "has begun by {day:%d.%m.%Y}").fill(day=first)
    return False, translate("core", "over by {day:%d.%m.%Y}").fill(day=first)


class CarryOver(Struct, frozen=True):
    """How the next issue is made from the last one."""

    kept: Collection[Event] | None = None
    """The entries that stay; None for those that ``entry_fates`` keeps."""
    renew: bool = False
    """Whether calendar links are renewed: meetings start anew, with the same UID."""
    keep_headings: bool = False
    """Whether the headings of the text stay, without what is under them."""
    series: IssueSeries | None = None
    """What repeats and counts up; then that is kept instead of the sections of entries alone."""
    sources: PhotoSources = PhotoSources()
    gazetteer: Gazetteer = EMPTY_GAZETTEER


_USUAL = CarryOver()


def make_next_issue(old: Issue, new: NextIssue, choices: CarryOver = _USUAL) -> str:
    """Make the text of the next issue.

    Args:
        old: The last issue.
        new: What is new: month, day, title and photo.
        choices: What is carried over, and how.

    Returns:
        The text of the next issue; what is kept has the bytes it had.

    Raises:
        EditRejected: If the front matter is damaged or without a title, if an entry that stays
            would change, or if the photo is neither an attribution nor a known address.
    """
    _check_front_matter(old)
    kept = _find_kept_spans(old, new, choices)
    staying = [read_event_data(event, old.text) for event in old.entries if event.span in kept]
    text = _remove_events(old, [event for event in old.entries if event.span not in kept])
    series = replace(choices.series, day=new.day) if choices.series else None
    text = apply(text, _clear(parse_issue(text, old.profile), choices, series))
    text = write_head(text, old.profile, new, choices.sources)
    if series:
        text = write_values(text, old.profile, series.values(new.title))
    result = parse_issue(text, old.profile)
    if [read_event_data(event, text) for event in result.entries] != staying:
        raise EditRejected(
            translate(
                "core",
                "The entries cannot be carried over without changing one of them; "
                "copy them in the source.",
            )
        )
    if choices.renew:
        return apply(text, _renew_links(result, choices.gazetteer))
    return text


def _clear(issue: Issue, choices: CarryOver, series: IssueSeries | None) -> list[Edit]:
    """Edits that take out of a body what does not belong into the next issue."""
    if series:
        return repeat_edits(series, issue, [entry.span for entry in issue.entries])
    if choices.keep_headings:
        return _remove_words(issue)
    return _remove_prose(issue)


def make_blank_issue(
    profile: Profile,
    new: NextIssue,
    sources: PhotoSources = PhotoSources(),  # noqa: B008 - frozen
) -> str:
    """Make the text of an issue without a predecessor.

    Args:
        profile: The profile with the template of a new page.
        new: What is new: month, day, title and photo.
        sources: The known platforms for photos.

    Returns:
        The profile's template (or the smallest issue) with the new head.

    Raises:
        EditRejected: If the photo is neither an attribution nor a known address.
    """
    text = profile.new.lstrip("\n") or (
        f"---\ntitle: \"\"\ndate: ''\n---\n\n## {profile.events.events[0]}\n"
    )
    return write_head(text, profile, new, sources)


def _check_front_matter(issue: Issue) -> None:
    if issue.front.obstacle:
        raise EditRejected(issue.front.obstacle)
    if issue.front.node("title") is None:
        raise EditRejected(
            translate(
                "core",
                "There is no title in the front matter, so no next issue can be made of this; "
                "start from another one, or from none.",
            )
        )


def _find_kept_spans(old: Issue, new: NextIssue, choices: CarryOver) -> set[Span]:
    if choices.kept is None:
        return {fate.event.span for fate in entry_fates(old, new) if fate.kept}
    return {event.span for event in choices.kept}


def _remove_events(old: Issue, events: Sequence[Event]) -> str:
    if events:
        return apply(old.text, remove_entries(make_edit_context(old), *events))
    return old.text


def _remove_prose(issue: Issue) -> list[Edit]:
    """Return the edits that leave nothing but the sections for entries.

    A section for deadlines goes too where no deadline is left in it.
    """
    text, conventions = issue.text, issue.profile.events
    kept = _find_entry_sections(issue)
    newline = detect_newline(text)
    if not kept:
        heading = f"{newline}## {conventions.events[0]}{newline}"
        return [Edit(issue.front.body, len(text), heading)]
    edits, start, separator = [], issue.front.body, newline
    for section in kept:
        edits.append(Edit(start, section.span.start, separator))
        start, separator = section.span.end, ""
    return [*edits, Edit(start, len(text), "")]


def _find_entry_sections(issue: Issue) -> list[outline.Section]:
    """The sections for entries; one for deadlines only where there are some."""
    kept: list[outline.Section] = []
    for section in issue.sections:
        kind = kind_of_section(section, issue.profile.events)
        nested = kept and section.span.start < kept[-1].span.end
        no_deadline = kind == EntryKind.DEADLINE and not section.body.of(issue.text).strip()
        if kind and not nested and not no_deadline:
            kept.append(section)
    return kept


def _remove_words(issue: Issue) -> list[Edit]:
    """Return the edits that leave the sections for entries, and of all others the headings."""
    text, newline = issue.text, detect_newline(issue.text)
    starts = [section.span.start for section in issue.sections]
    kept = _find_entry_sections(issue)
    edits = [Edit(issue.front.body, starts[0] if starts else len(text), newline)]
    for section, end in zip(issue.sections, [*starts[1:], len(text)], strict=True):
        if any(entry.span.start <= section.span.start < entry.span.end for entry in kept):
            continue
        behind = newline if end == len(text) else 2 * newline
        edits.append(Edit(section.heading.span.end, end, behind))
    return edits


def _renew_links(issue: Issue, gazetteer: Gazetteer) -> list[Edit]:
    context = make_edit_context(issue, gazetteer=gazetteer)
    refreshes = find_refreshes(context, issue.entries)
    return refresh_edits(context, [(refresh, refresh.proposed) for refresh in refreshes])
