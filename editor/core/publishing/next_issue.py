"""The next issue from the last one: a text made by edits of the old one, so that what is kept keeps its bytes.

The rule (proved on real issues): an issue of the month M keeps the events that start on or after the first day of
M+1, the deadlines that are not over by then, and the regular meetings; the sections that hold them stay, in their
order; prose goes. Title, date, file name and image name follow from month and day.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from editor.core.attribution.line import Attribution, read_attribution
from editor.core.attribution.parsing import PhotoSources, complete_line, recognize_credit
from editor.core.base.edits import Edit, apply
from editor.core.base.encoding import detect_newline
from editor.core.base.errors import EditRejected
from editor.core.base.messages import Message, translate
from editor.core.calendar import dates
from editor.core.events.link_refresh import find_refreshes, refresh_edits
from editor.core.events.lists import remove_entries
from editor.core.events.model import EntryKind, Event
from editor.core.events.reading import kind_of_section, read_event_data
from editor.core.frontmatter.editing import put_value
from editor.core.frontmatter.reading import Path, Value
from editor.core.issue import naming
from editor.core.issue.issue import Issue, make_edit_context, parse_issue
from editor.core.markdown import outline
from editor.core.places.gazetteer import EMPTY_GAZETTEER, Gazetteer
from editor.core.profiles.profile import Profile


@dataclass(frozen=True, slots=True)
class NextIssue:
    """What is new: the month the issue is about, the day it comes out, the punch line, and the photo.

    ``title`` is a punch line or a whole title. ``photo`` is the address of a photo's page, or an attribution.
    """

    year: int
    month: int
    day: date
    title: str = ""
    photo: str = ""

    def names(self, profile: Profile) -> naming.IssueNames:
        """How the new issue and its files are called."""
        bare = naming.IssueNames(profile, self.year, self.month, self.day, self.title)
        if profile.title_suffix:
            punch = re.sub(naming.title_suffix_pattern(profile), "", self.title).strip()
        else:
            punch = self.title
        return replace(bare, title=punch + bare.suffix if punch else bare.suffix.strip(" –-—"))

    @property
    def first(self) -> date:
        """The first day of what is still to come when the issue is out."""
        return date(*naming.month_after(self.year, self.month), 1)


@dataclass(frozen=True, slots=True)
class EntryFate:
    """What becomes of an entry of the old issue, and why."""

    event: Event
    kept: bool
    why: Message


def propose_next(old: Issue | None, today: date) -> NextIssue:
    """The month after the old issue's (else the one before today), and the day it would come out."""
    if old:
        year, month = naming.month_after(*naming.issue_month(old))
    else:
        year, month = naming.month_before(today)
    return NextIssue(year, month, naming.publication_day(year, month, today))


def entry_fates(old: Issue, wish: NextIssue) -> list[EntryFate]:
    """What would be kept and dropped, in the order of the text."""
    return [EntryFate(event, *_fate(event, wish.first)) for event in old.entries]


def _fate(event: Event, first: date) -> tuple[bool, Message]:
    when = event.when
    if event.kind == EntryKind.MEETING:
        until = event.rule.pattern.until if event.rule and event.rule.pattern else None
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


@dataclass(frozen=True, slots=True)
class CarryOver:
    """How the next issue is made. ``kept`` are the entries that stay (None: as ``entry_fates`` says)."""

    kept: Collection[Event] | None = None
    renew: bool = False
    """Whether calendar links are renewed: meetings start anew, under the identity they have."""
    sources: PhotoSources = PhotoSources()
    gazetteer: Gazetteer = EMPTY_GAZETTEER


def make_next_issue(old: Issue, wish: NextIssue, choices: CarryOver = CarryOver()) -> str:
    """The text of the next issue. Raises EditRejected where something would change that should not."""
    if old.front.problem:
        raise EditRejected(old.front.problem)
    if old.front.node("title") is None:
        raise EditRejected(
            translate(
                "core",
                "There is no title in the front matter, so no next issue can be made of this; start from another one, or from none.",
            )
        )
    if choices.kept is None:
        kept = {fate.event.span for fate in entry_fates(old, wish) if fate.kept}
    else:
        kept = {event.span for event in choices.kept}
    staying = [read_event_data(event, old.text) for event in old.entries if event.span in kept]
    text = _without(old, [event for event in old.entries if event.span not in kept])
    text = apply(text, _closing(parse_issue(text, old.profile)))
    text = write_head(text, old.profile, wish, choices.sources)
    new = parse_issue(text, old.profile)
    if [read_event_data(event, text) for event in new.entries] != staying:
        raise EditRejected(
            translate(
                "core",
                "The entries cannot be carried over without changing one of them; copy them in the source.",
            )
        )
    if choices.renew:
        return apply(text, _renewed(new, choices.gazetteer))
    return text


def make_blank_issue(
    profile: Profile,
    wish: NextIssue,
    sources: PhotoSources = PhotoSources(),  # noqa: B008 - frozen
) -> str:
    """The text of an issue that starts from none."""
    text = (
        profile.new.lstrip("\n")
        or f"---\ntitle: \"\"\ndate: ''\n---\n\n## {profile.events.events[0]}\n"
    )
    return write_head(text, profile, wish, sources)


# --- body -----------------------------------------------------------------------------------------


def _without(old: Issue, dropped: Sequence[Event]) -> str:
    if dropped:
        return apply(old.text, remove_entries(make_edit_context(old), *dropped))
    return old.text


def _closing(issue: Issue) -> list[Edit]:
    """The edits that leave the sections that hold entries; without the one for deadlines where none is left."""
    text, conventions = issue.text, issue.profile.events
    keep: list[outline.Section] = []
    for section in issue.sections:
        kind = kind_of_section(section, conventions)
        if (
            kind
            and not (keep and section.span.start < keep[-1].span.end)
            and not (kind == EntryKind.DEADLINE and not section.body.of(text).strip())
        ):
            keep.append(section)
    newline = detect_newline(text)
    if not keep:
        heading = f"{newline}## {conventions.events[0]}{newline}"
        return [Edit(issue.front.body, len(text), heading)]
    edits, at = [], issue.front.body
    for section in keep:
        edits.append(Edit(at, section.span.start, newline if section is keep[0] else ""))
        at = section.span.end
    return [*edits, Edit(at, len(text), "")]


def _renewed(new: Issue, gazetteer: Gazetteer) -> list[Edit]:
    context = make_edit_context(new, gazetteer=gazetteer)
    return refresh_edits(
        context, [(found, found.proposed) for found in find_refreshes(context, new.entries)]
    )


# --- head -----------------------------------------------------------------------------------------


def write_head(text: str, profile: Profile, wish: NextIssue, sources: PhotoSources) -> str:
    """The text with the head of the new issue: only keys that are there get a new value."""
    names = wish.names(profile)
    issue = parse_issue(text, profile)
    image = profile.image
    before = read_attribution(issue.front.text(*image.attribution)) if image.attribution else None
    wanted: list[tuple[Path, Value]] = [
        (("title",), names.title),
        (("date",), _stamp(issue, wish.day)),
        (image.alt, ""),
        (image.attribution, propose_attribution(wish.photo, before, sources)),
        *((path, names.image) for path in (image.name, *image.also)),
    ]
    for path, value in wanted:
        front = parse_issue(text, profile).front
        if path and front.node(*path) is not None:
            text = apply(text, put_value(text, front, path, value))
    return text


def _stamp(issue: Issue, day: date) -> str:
    """The day in the form the date has: with the hour of the issue before and the offset that holds then, or alone."""
    written = issue.front.text("date")
    found = dates.read_timestamp(written)
    if found and len(written.strip()) == 10:
        return day.isoformat()
    at = found.time() if found else dates.read_time(issue.profile.publish_time[:5])
    assert at is not None
    return dates.write_timestamp(day, at, issue.profile.timezone)


def propose_attribution(photo: str, before: Attribution | None, sources: PhotoSources) -> str:
    """The finished line for a photo; "" for none. Of an address on the platform of the photo before, whose
    photographer it does not name, that photographer's: ``assumed_photographer`` says so."""
    if not photo.strip():
        return ""
    found = recognize_credit(photo, sources, before)
    if found is None:
        raise EditRejected(
            translate(
                "core",
                "“{photo}” is neither an attribution nor the address of a photo on a known platform.",
            ).fill(photo=photo)
        )
    if (
        not found.author
        and before
        and before.platform == found.platform
        and before.photo_on == "noun"
    ):
        found = replace(before, photo_url=found.photo_url)
    return complete_line(found)


def assumed_photographer(old: Issue, wish: NextIssue, sources: PhotoSources) -> str:
    """The photographer who was only assumed, since the address of the new photo does not name one; "" for none."""
    image = old.profile.image
    before = read_attribution(old.front.text(*image.attribution)) if image.attribution else None
    found = recognize_credit(wish.photo, sources, before) if wish.photo else None
    if before and found and not found.author and before.platform == found.platform:
        return before.author
    return ""
