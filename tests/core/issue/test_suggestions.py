import pytest
from editor.app.services import gazetteer_loading
from editor.core.base.errors import UserFacingError
from editor.core.calendar.dates import TimeSpan
from editor.core.calendar.entry import decode_link
from editor.core.events.calendar_link import CalendarLinkBuilder
from editor.core.events.model import EventData
from editor.core.events.reading import CALENDAR_ANCHOR
from editor.core.issue.issue import parse_issue
from editor.core.issue.suggestions import learn_suggestions, load_suggestions
from editor.core.places.address import Address, join_address, split_address
from editor.core.places.gazetteer import Gazetteer
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus import ISSUES, needs_corpus

HAUS = "Haus, Weg 1, 04109 Leipzig"


def issue(shelf, place, geo="", title="Treff"):
    from dataclasses import replace
    from datetime import date, time

    from editor.core.calendar.codec import write_entry

    link_builder = CalendarLinkBuilder(shelf.named("newsletter"))
    values = EventData(
        title, TimeSpan(date(2026, 3, 11), time(19)), place, False, "https://t.example"
    )
    entry = link_builder.plan(values)
    if geo:
        entry = replace(entry, geo=geo)
    link = link_builder.wrap("x", write_entry(entry, "Europe/Berlin"))
    return parse_issue(
        f"## Termine\n* Mittwoch, 11.03.2026, 19:00, {place}: **{title}** {link}\n  * https://t.example\n",
        shelf.named("newsletter"),
    )


def test_addresses_bring_their_coordinates(shelf):
    learned = learn_suggestions(
        [issue(shelf, HAUS, (51.34, 12.37)), issue(shelf, HAUS)], gazetteer_loading.load_country()
    )
    known = Gazetteer(gazetteer_loading.load_country(), learned.venues, learned.series)
    assert known.geo(HAUS) == (51.34, 12.37) and known.geo("haus,  weg 1, 04109 leipzig") == (
        51.34,
        12.37,
    )
    assert known.geo("Haus, Weg 2, 04109 Leipzig") is None
    assert known.series["treff"].url == "https://t.example" and known.series["treff"].used == 2
    element = CalendarLinkBuilder(shelf.named("newsletter"), gazetteer=known).build(
        EventData("Neu", TimeSpan(__import__("datetime").date(2026, 4, 1)), HAUS)
    )
    assert b"GEO:51.34;12.37" in decode_link(CALENDAR_ANCHOR.search(element)["href"])


def test_coordinates_outside_the_postcode_are_not_learned(shelf):
    learned = learn_suggestions(
        [issue(shelf, "Haus, Weg 1, 89231 Neu-Ulm", (52.52, 13.41))],
        gazetteer_loading.load_country(),
    )
    assert next(iter(learned.venues.values())).geo is None


def test_the_users_own_book_wins_and_a_broken_one_is_a_sentence(tmp_path, monkeypatch, shelf):
    path = tmp_path / "book.toml"
    monkeypatch.setattr(gazetteer_loading, "user_suggestions_file", lambda: path)
    path.write_text(
        f'[[venue]]\naddress = "{HAUS}"\nlatitude = 51.3\nlongitude = 12.4\n[[series]]\ntitle = "Treff"\nrule = "jeden Montag"\n'
    )
    known, problems = gazetteer_loading.load_gazetteer()
    assert (
        known.geo(HAUS) == (51.3, 12.4)
        and known.series["treff"].rule == "jeden Montag"
        and not problems
    )
    for broken in ("[[venue]\n", "venue = 3", '[[venue]]\nlatitude = "x"', "[[series]]\nwrong = 1"):
        path.write_text(broken)
        assert "address book cannot be read" in gazetteer_loading.load_gazetteer()[1][0]
        with pytest.raises(UserFacingError):
            load_suggestions(broken)


@needs_corpus
def test_the_real_site_teaches_its_venues(shelf):
    known, _ = gazetteer_loading.load_gazetteer(ISSUES[0].parent, shelf)
    assert len(known.venues) > 100 and len(known.series) > 20
    assert any(series.rule for series in known.series.values())
    for venue in known.venues.values():
        assert venue.geo is None or not known.geography.distance(
            split_address(venue.address).postcode, venue.geo
        )
    assert (
        known.geo("temporärhaus, Augsburgerstr 23-25, 89231 Neu-Ulm") is None
    )  # all its entries have Berlin's


words = st.text("abcäß 0123456789.-", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(
    st.text()
    | st.builds(
        lambda *parts: join_address(Address(*parts)),
        words,
        words,
        st.sampled_from(["", "04109", "1010", "A-1010"]),
        words,
        words,
    )
)
def test_an_address_is_the_sum_of_its_parts(text):
    assert join_address(split_address(text)) == text
