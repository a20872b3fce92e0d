"""The next issue from the last one: a text made by edits of the old one, so that what is kept keeps its bytes.

The rule (proved on real issues): an issue of the month M keeps the events that start on or after the first day of
M+1, the deadlines that are not over by then, and the regular meetings; the sections that hold them stay, in their
order; prose goes. Title, date, file name and image name follow from month and day.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from editor.core import blocks, dates, eventlists, events, frontedits, images, naming, renewal
from editor.core.credits import Sources, finished, recognised
from editor.core.events import Event
from editor.core.frontmatter import Path, Value
from editor.core.issue import Issue, parse, scene
from editor.core.knowledge import NOTHING, Knowledge
from editor.core.profile import Profile
from editor.core.source import newline_of
from editor.core.text import Edit, Refused, Sentence, apply, translate


@dataclass(frozen=True, slots=True)
class Wish:
    """What is new: the month the issue is about, the day it comes out, the punch line, and the photo.

    ``title`` is a punch line or a whole title. ``photo`` is the address of a photo's page, or an attribution.
    """

    year: int
    month: int
    day: date
    title: str = ""
    photo: str = ""

    def names(self, profile: Profile) -> naming.Names:
        """How the new issue and its files are called."""
        bare = naming.Names(profile, self.year, self.month, self.day, self.title)
        punch = (
            re.sub(naming.suffix_pattern(profile), "", self.title).strip()
            if profile.title_suffix
            else self.title
        )
        return replace(bare, title=punch + bare.suffix if punch else bare.suffix.strip(" –-—"))

    @property
    def first(self) -> date:
        """The first day of what is still to come when the issue is out."""
        return date(*naming.month_after(self.year, self.month), 1)


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an entry of the old issue, and why."""

    event: Event
    kept: bool
    why: Sentence


def proposed(old: Issue | None, today: date) -> Wish:
    """The month after the old issue's (else the one before today), and the day it would come out."""
    year, month = (
        naming.month_after(*naming.issue_month(old)) if old else naming.month_before(today)
    )
    return Wish(year, month, naming.publication(year, month, today))


def fates(old: Issue, wish: Wish) -> list[Fate]:
    """What would be kept and dropped, in the order of the text."""
    return [Fate(event, *_fate(event, wish.first)) for event in old.entries]


def _fate(event: Event, first: date) -> tuple[bool, Sentence]:
    when = event.when
    if event.kind == "meeting":
        until = event.rule.pattern.until if event.rule and event.rule.pattern else None
        if until and until < first:
            return False, translate("core", "ended on {day:%d.%m.%Y}").fill(day=until)
        return True, translate("core", "takes place regularly")
    if when is None:
        return True, translate("core", "names no date that was understood")
    if event.kind == "deadline":
        if when.last >= first:
            return True, translate("core", "open until {day:%d.%m.%Y}").fill(day=when.last)
        return False, translate("core", "over on {day:%d.%m.%Y}").fill(day=when.last)
    if when.start >= first:
        return True, translate("core", "still to come on {day:%d.%m.%Y}").fill(day=when.start)
    if when.last >= first:
        return False, translate("core", "has begun by {day:%d.%m.%Y}").fill(day=first)
    return False, translate("core", "over by {day:%d.%m.%Y}").fill(day=first)


@dataclass(frozen=True, slots=True)
class Choices:
    """How the next issue is made. ``kept`` are the entries that stay (None: as ``fates`` says)."""

    kept: Collection[Event] | None = None
    renew: bool = False
    """Whether calendar links are renewed: meetings start anew, under the identity they have."""
    sources: Sources = Sources()
    knowledge: Knowledge = NOTHING


def made(old: Issue, wish: Wish, choices: Choices = Choices()) -> str:
    """The text of the next issue. Raises Refused where something would change that should not."""
    if old.front.problem:
        raise Refused(old.front.problem)
    if old.front.node("title") is None:
        raise Refused(
            translate(
                "core",
                "There is no title in the front matter, so no next issue can be made of this; start from another one, or from none.",
            )
        )
    kept = (
        {fate.event.span for fate in fates(old, wish) if fate.kept}
        if choices.kept is None
        else {event.span for event in choices.kept}
    )
    staying = [events.values(event, old.text) for event in old.entries if event.span in kept]
    text = _without(old, [event for event in old.entries if event.span not in kept])
    text = apply(text, _closing(parse(text, old.profile)))
    text = headed(text, old.profile, wish, choices.sources)
    new = parse(text, old.profile)
    if [events.values(event, text) for event in new.entries] != staying:
        raise Refused(
            translate(
                "core",
                "The entries cannot be carried over without changing one of them; copy them in the source.",
            )
        )
    return apply(text, _renewed(new, choices.knowledge)) if choices.renew else text


def blank(profile: Profile, wish: Wish, sources: Sources = Sources()) -> str:  # noqa: B008 - frozen
    """The text of an issue that starts from none."""
    text = (
        profile.new.lstrip("\n")
        or f"---\ntitle: \"\"\ndate: ''\n---\n\n## {profile.events.events[0]}\n"
    )
    return headed(text, profile, wish, sources)


# --- body -----------------------------------------------------------------------------------------


def _without(old: Issue, dropped: Sequence[Event]) -> str:
    return apply(old.text, eventlists.remove(scene(old), *dropped)) if dropped else old.text


def _closing(issue: Issue) -> list[Edit]:
    """The edits that leave the sections that hold entries; without the one for deadlines where none is left."""
    text, conventions = issue.text, issue.profile.events
    keep: list[blocks.Section] = []
    for section in issue.sections:
        kind = events.section_kind(section, conventions)
        if (
            kind
            and not (keep and section.span.start < keep[-1].span.end)
            and not (kind == "deadline" and not section.body.of(text).strip())
        ):
            keep.append(section)
    newline = newline_of(text)
    if not keep:
        heading = f"{newline}## {conventions.events[0]}{newline}"
        return [Edit(issue.front.body, len(text), heading)]
    edits, at = [], issue.front.body
    for section in keep:
        edits.append(Edit(at, section.span.start, newline if section is keep[0] else ""))
        at = section.span.end
    return [*edits, Edit(at, len(text), "")]


def _renewed(new: Issue, knowledge: Knowledge) -> list[Edit]:
    stage = scene(new, knowledge=knowledge)
    return renewal.edits(
        stage, [(found, found.proposed) for found in renewal.renewals(stage, new.entries)]
    )


# --- head -----------------------------------------------------------------------------------------


def headed(text: str, profile: Profile, wish: Wish, sources: Sources) -> str:
    """The text with the head of the new issue: only keys that are there get a new value."""
    names = wish.names(profile)
    issue = parse(text, profile)
    image = profile.image
    before = images.read(issue.front.text(*image.attribution)) if image.attribution else None
    wanted: list[tuple[Path, Value]] = [
        (("title",), names.title),
        (("date",), _stamp(issue, wish.day)),
        (image.alt, ""),
        (image.attribution, attribution(wish.photo, before, sources)),
        *((path, names.image) for path in (image.name, *image.also)),
    ]
    for path, value in wanted:
        front = parse(text, profile).front
        if path and front.node(*path) is not None:
            text = apply(text, frontedits.put(text, front, path, value))
    return text


def _stamp(issue: Issue, day: date) -> str:
    """The day in the form the date has: with the hour of the issue before and the offset that holds then, or alone."""
    written = issue.front.text("date")
    found = dates.read_stamp(written)
    if found and len(written.strip()) == 10:
        return day.isoformat()
    at = found.time() if found else dates.read_time(issue.profile.publish_time[:5])
    assert at is not None
    return dates.write_stamp(day, at, issue.profile.timezone)


def attribution(photo: str, before: images.Attribution | None, sources: Sources) -> str:
    """The finished line for a photo; "" for none. Of an address on the platform of the photo before, whose
    photographer it does not name, that photographer's: ``taken_over`` says so."""
    if not photo.strip():
        return ""
    found = recognised(photo, sources, before)
    if found is None:
        raise Refused(
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
    return finished(found)


def taken_over(old: Issue, wish: Wish, sources: Sources) -> str:
    """The photographer who was only assumed, since the address of the new photo does not name one; "" for none."""
    image = old.profile.image
    before = images.read(old.front.text(*image.attribution)) if image.attribution else None
    found = recognised(wish.photo, sources, before) if wish.photo else None
    return (
        before.author
        if before and found and not found.author and before.platform == found.platform
        else ""
    )
