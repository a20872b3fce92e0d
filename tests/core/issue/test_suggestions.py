"""What earlier issues and the user's own book teach: venues with coordinates, series, addresses."""

from datetime import date, time

import pytest
from editor.app.services import gazetteer_loading
from editor.core.base.errors import UserFacingError
from editor.core.calendar.calendar_writing import write_entry
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import decode_link
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.events.model import EventData
from editor.core.issue.issue import parse_issue
from editor.core.issue.suggestions import learn_suggestions, load_suggestions
from editor.core.places.address import split_address
from editor.core.places.gazetteer import Gazetteer
from msgspec.structs import replace

from helpers.corpus import REAL_ISSUES, needs_corpus

HAUS = "Haus, Weg 1, 04109 Leipzig"


def issue(shelf, place, geo="", title="Treff"):
    link_builder = CalendarLinkBuilder(shelf.named("newsletter"))
    values = EventData(
        title, TimeSpan(date(2026, 3, 11), time(19)), place, False, "https://t.example"
    )
    entry = link_builder.plan(values)
    if geo:
        entry = replace(entry, geo=geo)
    link = link_builder.wrap(entry, write_entry(entry, "Europe/Berlin"))
    return parse_issue(
        "## Termine\n"
        f"* Mittwoch, 11.03.2026, 19:00, {place}: **{title}** {link}\n"
        "  * https://t.example\n",
        shelf.named("newsletter"),
    )


def test_addresses_bring_their_coordinates(shelf):
    learned = learn_suggestions(
        [issue(shelf, HAUS, (51.34, 12.37)), issue(shelf, HAUS)], gazetteer_loading.load_country()
    )
    known = Gazetteer(gazetteer_loading.load_country(), learned.venues, learned.series)
    assert known.geo(HAUS) == (51.34, 12.37)
    assert known.geo("haus,  weg 1, 04109 leipzig") == (51.34, 12.37)
    assert known.geo("Haus, Weg 2, 04109 Leipzig") is None
    assert known.series["treff"].url == "https://t.example"
    assert known.series["treff"].used == 2
    element = CalendarLinkBuilder(shelf.named("newsletter"), gazetteer=known).build(
        EventData("Neu", TimeSpan(date(2026, 4, 1)), HAUS)
    )
    assert b"GEO:51.34;12.37" in decode_link(CALENDAR_ANCHOR.search(element)["href"])


def test_coordinates_outside_the_postcode_are_not_learned(shelf):
    learned = learn_suggestions(
        [issue(shelf, "Haus, Weg 1, 89231 Neu-Ulm", (52.52, 13.41))],
        gazetteer_loading.load_country(),
    )
    assert next(iter(learned.venues.values())).geo is None


@pytest.fixture
def book():
    """The file of the user's own book; it is not there yet."""
    path = gazetteer_loading.user_suggestions_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_the_users_own_book_is_read(book):
    book.write_text(
        f'[[venue]]\naddress = "{HAUS}"\nlatitude = 51.3\nlongitude = 12.4\n'
        '[[series]]\ntitle = "Treff"\nrule = "jeden Montag"\n'
    )
    known, problems = gazetteer_loading.load_gazetteer()
    assert known.geo(HAUS) == (51.3, 12.4)
    assert known.series["treff"].rule == "jeden Montag"
    assert problems == []


def test_the_users_own_book_wins_over_earlier_issues(book, shelf, tmp_path):
    page = issue(shelf, HAUS, (51.34, 12.37))
    (tmp_path / "page.md").write_text(page.text, encoding="utf-8")
    known, _ = gazetteer_loading.load_gazetteer(tmp_path, shelf)
    assert known.geo(HAUS) == (51.34, 12.37)
    book.write_text(f'[[venue]]\naddress = "{HAUS}"\nlatitude = 51.3\nlongitude = 12.4\n')
    known, _ = gazetteer_loading.load_gazetteer(tmp_path, shelf)
    assert known.geo(HAUS) == (51.3, 12.4)


@pytest.mark.parametrize(
    "broken", ["[[venue]\n", "venue = 3", '[[venue]]\nlatitude = "x"', "[[series]]\nwrong = 1"]
)
def test_a_broken_book_is_a_sentence(book, broken):
    book.write_text(broken)
    _, (problem,) = gazetteer_loading.load_gazetteer()
    assert "address book cannot be read" in problem
    with pytest.raises(UserFacingError):
        load_suggestions(broken)


@needs_corpus
def test_the_real_site_teaches_its_venues(shelf):
    known, _ = gazetteer_loading.load_gazetteer(REAL_ISSUES[0].parent, shelf)
    assert len(known.venues) > 100
    assert len(known.series) > 20
    assert any(series.rule for series in known.series.values())
    for venue in known.venues.values():
        if venue.geo:
            postcode = split_address(venue.address).postcode
            assert known.geography.distance(postcode, venue.geo) == 0, venue.address


@needs_corpus
def test_coordinates_that_are_wrong_in_all_real_entries_are_not_learned(shelf):
    """All entries at this address have the coordinates of Berlin."""
    known, _ = gazetteer_loading.load_gazetteer(REAL_ISSUES[0].parent, shelf)
    assert known.geo("temporärhaus, Augsburgerstr 23-25, 89231 Neu-Ulm") is None
