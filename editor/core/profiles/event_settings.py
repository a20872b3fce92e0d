"""How a newsletter lists its events, as a part of its profile."""

from enum import StrEnum

from msgspec import Struct

EVENT_LINES = (
    "{date}, {place}: **{title}**",
    "{date}: **{title}**",
    "{date}, {place}: [**{title}**]({url})",
    "{date}: [**{title}**]({url})",
    "{date}, {place}, **{title}**",
    "{date}, {place} **{title}**",
    "{date}, **{title}**",
    "{date}, {place}: [{title}]({url})",
    "{date}: [{title}]({url})",
    "{date}, {place}, [{title}]({url})",
    "{date}, [{title}]({url})",
    "{date}, {place}: {url}",
    "{date}: {url}",
    "{date}, {place}: {title}",
    "{date}: {title}",
    "{date}, {title}",
    "{date}",
)
"""The forms of "Out in the Open", the strictest first."""


class Unit(StrEnum):
    """What an event is written as."""

    ITEM = "item"
    """An item of a list."""
    ROW = "row"
    """A row of a table."""
    LINE = "line"
    """A line of a paragraph."""
    DEFINITION = "definition"
    """A term and the lines below it that begin with a colon."""


class EventOrder(StrEnum):
    """How a list of events is ordered."""

    DATE = "date"
    """The first event first."""
    NEWEST = "newest"
    """The last event first."""
    FREE = "free"


class PageEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter keys of a page that is an event: none that says its start, no event.

    A key within a map has the names of both, joined by a full stop.
    """

    start: str = ""
    end: str = ""
    title: str = "title"
    place: str = ""
    url: str = ""


class EventSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Which headings hold what, how events are written, and how a calendar link is.

    ``lines`` are templates as in ``line_template``, the strictest first, ``dates`` the CLDR
    patterns of their days. ``link`` knows {title}, {label} (both escaped for attributes),
    {name} (a file name), {data} (base64) and {file} (the address of the exported file, whose link
    has ``type="text/calendar"``).
    """

    events: tuple[str, ...] = ("Veranstaltungen", "Termine", "Events")
    deadlines: tuple[str, ...] = ("Fristen", "Deadlines")
    meetings: tuple[str, ...] = ("Regelmäßige", "Regular")
    lines: tuple[str, ...] = EVENT_LINES
    deadline_lines: tuple[str, ...] = ()
    """Where there are any, no other line is a deadline."""
    dates: tuple[str, ...] = ()
    units: tuple[Unit, ...] = (Unit.ITEM,)
    order: EventOrder = EventOrder.DATE
    page: PageEvent = PageEvent()
    group: str = "Regelmäßige Treffen"
    """The item under which the first meeting goes."""
    duration: str = "02:00"
    """How long an event is when nobody says: proposed as its end, never written into its line
    unasked. Its calendar entry ends then, since programs take it for an instant, an hour or a day.
    """
    link_property: bool = False
    """Whether calendar entries name their page as LINK (RFC 9253), too."""
    folder: str = ""
    """Where calendar files go in the site's folder; "" for a site that has none."""
    feed: str = "events.ics"
    """The name of the one calendar with all events, in that folder."""
    feed_name: str = ""
    """What that calendar is called; "" for the title of the issue."""
    sources: tuple[str, ...] = ()
    """Addresses of calendars and pages that are asked what is new; or patterns of pages of the
    site, such as "content/labs/*.md", whose front matter lists theirs as ``feeds``.
    """
    subscribe: str = ""
    """The line at the end of the events that names that calendar: knows {https}, {webcal} and
    {google}; "" for none."""
    link: str = (
        '<a title="{label}" aria-label="{label}" download="{name}.ics" '
        'href="data:text/calendar;charset=utf-8;base64,{data}">&#x1F4C5;</a>'
    )
    label: str = "Kalendereintrag {title}"

    @property
    def links_files(self) -> bool:
        """Whether calendar links lead to the exported files."""
        return "{file}" in self.link


_IN_ENGLISH = EventSettings(
    events=("Events", "Upcoming Events"),
    deadlines=("Deadlines",),
    meetings=("Regular",),
    group="Regular meetings",
    label="Calendar entry {title}",
)


def usual_events(language: str) -> EventSettings:
    """Return the settings of a newsletter of which nothing is known.

    Args:
        language: ISO 639-1 code of its language.

    Returns:
        The usual forms, under headings in German for German, else in English.
    """
    return EventSettings() if language == "de" else _IN_ENGLISH
