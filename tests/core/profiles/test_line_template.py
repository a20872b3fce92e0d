"""Templates of event lines: what is written is read, and marks are read with tolerance."""

import pytest
from editor.core.calendar.dates import read_time_span
from editor.core.profiles.event_settings import EVENT_LINES
from editor.core.profiles.line_reading import Slot
from editor.core.profiles.line_template import parse_template
from hypothesis import given
from hypothesis import strategies as st

TEMPLATES = (
    "{date} | {place} | [{group}]({url})\n[**{title}**]({url})",
    "[{date}. {title}]({url})",
    "| {date} | {time} | [{title}]({url}) | {place} |",
    "{date} | {end} | {title} ({place})",
    "[{title}]({url}) - {date}",
    "{date}\n[{title}]({url}), {place}",
    *EVENT_LINES,
)
WORDS = st.text(alphabet="abcäöß XYZ0123'&!", min_size=1, max_size=20).filter(
    lambda text: text == text.strip() and text[:1].isalpha()
)
URLS = st.sampled_from(["https://x.org/a", "https://x.org/(a)", "https://x.org/?q=1&r=2#z"])


def read(template, lines):
    def read_when(text, at, _):
        match = read_time_span(text, at)
        return (match, None) if match else None

    reading = parse_template(template).read(lines, read_when)
    if reading is None:
        return None
    return {slot: lines[line][start:end] for slot, (line, start, end) in reading.places.items()}


@given(st.sampled_from(TEMPLATES), st.data())
def test_what_is_written_is_read(source, data):
    template = parse_template(source)
    kinds = {
        Slot.DATE: st.just("Montag, 01.06.2026"),
        Slot.END: st.just("02.06.2026"),
        Slot.TIME: st.just("19:00-21:00"),
        Slot.URL: URLS,
        Slot.GROUP_URL: URLS,
    }
    values = {slot: data.draw(kinds.get(slot, WORDS), label=slot) for slot in template.slots}
    assert read(source, template.write(values)) == values


@pytest.mark.parametrize(
    ("template", "line", "expected"),
    [
        ("{date} | {title}", "01.06.2026|Treffen", {"title": "Treffen"}),
        ("{date} | {title}", "01.06.2026  |   Treffen", {"title": "Treffen"}),
        ("{date} - {title}", "01.06.2026 – Treffen", {"title": "Treffen"}),
        ("{date}, {title}", "01.06.2026 Treffen", {"title": "Treffen"}),
        ("[{date}. {title}]({url})", "[01.06.2026. T [1]](https://x.org).", {"title": "T [1]"}),
        ("{title} - {date}", "A - B - 01.06.2026", {"title": "A - B"}),
        ("{date} | {place} | [{title}]({url})", "01.06.2026 |  | []()", {"title": "", "place": ""}),
    ],
)
def test_marks_are_read_with_tolerance(template, line, expected):
    found = read(template, [line])
    assert found
    assert {slot: found[slot] for slot in expected} == expected


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{date} | {place} | {title}", "01.06.2026 | Treffen"),
        ("{date}: **{title}**", "01.06.2026: Treffen"),
        ("{date}, {place}: **{title}**", "01.06.2026, : **Treffen**"),
        ("[{date}. {title}]({url})", "01.06.2026. Treffen"),
        ("{date}\n{title}", "01.06.2026"),
    ],
)
def test_other_forms_are_left_alone(template, line):
    assert read(template, [line]) is None


@pytest.mark.parametrize(
    ("source", "part"),
    [
        ("{title}", "{date}"),
        ("{date}{title}", "{title}"),
        ("{date}: {titel}", "{titel}"),
        ("{date}: {title}, {title}", "{title}"),
        ("{date}: {}", "{}"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_slot(source, part):
    with pytest.raises(ValueError, match=".") as caught:
        parse_template(source)
    assert caught.value.args == (part,)


def test_the_last_address_is_the_events():
    template = parse_template("{date} [{group}]({url}): [{title}]({url})")
    assert Slot.GROUP_URL in template.slots
    assert template.write(
        {
            Slot.DATE: "D",
            Slot.GROUP: "G",
            Slot.GROUP_URL: "g",
            Slot.TITLE: "T",
            Slot.URL: "t",
        }
    ) == ("D [G](g): [T](t)",)


@given(st.sampled_from(TEMPLATES), st.text(alphabet="|[]()*:,.- a1", max_size=300))
def test_no_line_takes_long_or_fails(source, text):
    read(source, [f"01.06.2026{text}", text])


@pytest.mark.parametrize("char", ["|", "[", "](", "**", " - ", ": "])
def test_hostile_lines_are_read_in_linear_time(char):
    line = "01.06.2026 | " + char * 20_000
    for source in TEMPLATES:
        read(source, [line, line])
