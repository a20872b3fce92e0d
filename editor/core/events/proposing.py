"""How the pages of a site write their events: proposed from their lists, and tried on all of them.

Each dated line is turned into a template: its date, links and bold words become slots, what stands
between them marks. Templates that many lines have in common are kept, and read the pages again.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, takewhile

from msgspec import Struct, structs

from editor.core.events.dated_lists import EventList, ListedLine
from editor.core.events.line_forms import forms_of
from editor.core.events.line_shapes import make_template
from editor.core.events.model import EntryKind
from editor.core.profiles.event_settings import EventOrder, EventSettings, Unit, usual_events
from editor.core.profiles.line_reading import Slot
from editor.core.profiles.line_template import parse_template
from editor.core.profiles.profile import Profile

_FEWEST = 3
"""How many dated lines make a list of events."""
_SHARE = 0.6
"""The share of a section's lines that must be dated."""
_COMMON = 0.004
"""The share of all lines that a template must read to be kept."""
_RARE = 0.03
"""Headings with a smaller share of the lines of the most frequent one are left out."""
_WELL = 0.8
"""The share of the dated lines that a proposal must read."""
_VARIANTS = 3
"""How many headings must begin alike for what differs to be left out."""


class EventProposal(Struct, frozen=True):
    """What the lists of events of some pages look like."""

    settings: EventSettings
    slots: frozenset[Slot]
    """What can be read from them."""
    lines: int
    """How many dated lines there are."""
    read: int
    """How many of them the proposal reads."""
    samples: tuple[str, ...]
    """A line of each form."""


def propose_events(lists: Sequence[EventList], language: str) -> EventProposal | None:
    """Propose how the events of a site are read and written.

    Args:
        lists: What its pages list.
        language: ISO 639-1 code of their language.

    Returns:
        The settings, with what they read; None where no section looks like a list of events.
    """
    lists = _drop_rare(lists)
    lines = [line for each in lists for line in each.lines]
    if len(lines) < _FEWEST:
        return None
    settings = structs.replace(
        usual_events(language),
        events=tuple(_name_headings(each.title for each in lists)),
        lines=tuple(_choose_templates(lines)),
        dates=tuple(_choose_patterns(lines)),
        units=tuple(sorted({line.unit for line in lines}, key=list(Unit).index)),
        order=_guess_order(lists),
        link="",
    )
    return _try_out(settings, lines, language)


def _drop_rare(lists: Sequence[EventList]) -> list[EventList]:
    """The lists without those under a heading that hardly any line stands below."""
    counts: Counter[str] = Counter()
    for each in lists:
        counts[each.title.partition(" ")[0]] += len(each.lines)
    least = max(_FEWEST, _RARE * max(counts.values(), default=0))
    return [each for each in lists if counts[each.title.partition(" ")[0]] >= least]


def _try_out(
    settings: EventSettings, lines: Sequence[ListedLine], language: str
) -> EventProposal | None:
    """What the settings read of the lines; templates that read none are left out."""
    forms = forms_of(Profile("proposed", language=language, events=settings), EntryKind.EVENT)
    used: dict[str, str] = {}
    count = 0
    for line in lines:
        found = forms.read((line.dated.words, *line.dated.below), line.day or line.start)
        if found:
            count += 1
            used.setdefault(found[0].source, line.dated.words)
    templates = tuple(source for source in settings.lines if source in used)
    if not templates or count < _WELL * len(lines):
        return None
    slots = frozenset().union(*(parse_template(source).slots for source in templates))
    return EventProposal(
        structs.replace(settings, lines=templates),
        slots,
        len(lines),
        count,
        tuple(used[source] for source in templates),
    )


# --- what they have in common ---------------------------------------------------------------------


def _choose_templates(lines: Sequence[ListedLine]) -> Iterator[str]:
    """The templates of most lines, those that say the most first."""
    counts: Counter[str] = Counter()
    for line in lines:
        template = make_template(line.dated)
        if template and _is_valid(template):
            counts[template] += 1
    least = max(1, int(_COMMON * len(lines)))
    kept = [template for template, count in counts.items() if count >= least]

    def rank(template: str) -> tuple[int, int, int]:
        return -len(parse_template(template).slots), -len(template), -counts[template]

    yield from sorted(kept, key=rank)


@cache
def _is_valid(template: str) -> bool:
    """Whether it says a title, and can be read: slots side by side cannot be told apart."""
    try:
        return Slot.TITLE in parse_template(template).slots
    except ValueError:
        return False


def _choose_patterns(lines: Iterable[ListedLine]) -> Iterator[str]:
    counts = Counter(line.pattern.source for line in lines if line.pattern)
    yield from (source for source, _ in counts.most_common())


def _name_headings(titles: Iterable[str]) -> list[str]:
    """The headings of lists; what differs between many, such as a month, is left out."""
    counts = Counter(titles)
    alike: dict[str, list[list[str]]] = {}
    for title in counts:
        alike.setdefault(title.partition(" ")[0], []).append(title.split())
    named: dict[str, None] = {}
    for title, _ in counts.most_common():
        words = alike[title.partition(" ")[0]]
        if len(words) >= _VARIANTS:
            columns = zip(*words, strict=False)
            common = takewhile(lambda column: len(set(column)) == 1, columns)
            title = " ".join(column[0] for column in common)
        named[title] = None
    return [title for title in named if title]


def _guess_order(lists: Iterable[EventList]) -> EventOrder:
    """How most lists are ordered."""
    votes: Counter[EventOrder] = Counter()
    count = 0
    for each in lists:
        for _, group in groupby(each.lines, key=lambda line: line.heading):
            starts = [line.start for line in group]
            if len(set(starts)) > 1:
                count += 1
                votes[EventOrder.DATE] += starts == sorted(starts)
                votes[EventOrder.NEWEST] += starts == sorted(starts, reverse=True)
    order, votes_for = (votes.most_common(1) or [(EventOrder.DATE, 0)])[0]
    return order if votes_for >= _SHARE * count else EventOrder.FREE
