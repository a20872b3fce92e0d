"""The next issue of any newsletter: its day, what counts up, what repeats, what is new."""

from datetime import date, timedelta

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.profiles.event_settings import EventSettings
from editor.core.profiles.profile import Profile
from editor.core.publishing.issue_head import NextIssue
from editor.core.publishing.next_issue import CarryOver, make_next_issue
from editor.core.publishing.series import read_series
from hypothesis import given
from hypothesis import strategies as st

PROFILE = Profile(
    "weekly",
    language="en",
    events=EventSettings(
        events=("Events",), lines=("{date}: {title}",), dates=("yyyy-MM-dd",), link=""
    ),
)


def weekly(number, day, **values):
    extra = "".join(f"{key}: {value}\n" for key, value in values.items())
    return parse_issue(
        f"---\ntitle: The Weekly {number}\nnumber: {number}\ndate: {day}\nauthor: Ada\n{extra}---\n"
        f"Welcome to the weekly!\n\n## News\n\nThis week {number * 3} things happened.\n\n"
        f"```\ncode {number * 7}\n\nmore\n```\n\n## Events\n\n"
        f"Events between {day} and {day + timedelta(days=28)}.\n\n"
        f"* {day + timedelta(days=1)}: Over soon\n* {day + timedelta(days=20)}: Still to come\n\n"
        "## Bye\n\nWrite to [us](https://x.org).\n",
        PROFILE,
    )


def series(*issues, today=date(2020, 1, 1)):
    return read_series(issues, today)


def test_the_next_issue_counts_up_and_repeats():
    last, before = weekly(12, date(2026, 6, 10)), weekly(11, date(2026, 6, 3))
    found = series(last, before)
    assert (found.day, found.title) == (date(2026, 6, 17), "The Weekly 13")
    assert found.values("X") == [(("number",), "13")]
    new = NextIssue(2026, 6, found.day, found.title, start=found.day)
    assert make_next_issue(last, new, CarryOver(series=found)) == (
        "---\ntitle: The Weekly 13\nnumber: 13\ndate: 2026-06-17\nauthor: Ada\n---\n"
        "Welcome to the weekly!\n\n## News\n\n## Events\n\n"
        "Events between 2026-06-17 and 2026-07-15.\n\n"
        "* 2026-06-30: Still to come\n\n## Bye\n\nWrite to [us](https://x.org).\n"
    )


def test_what_is_new_each_time_is_empty():
    last = weekly(12, date(2026, 6, 10), summary="One thing", image="/img/12.jpg", slug="weekly-12")
    before = weekly(11, date(2026, 6, 3), summary="Another", image="/img/11.jpg", slug="weekly-11")
    assert dict(series(last, before).values("The Weekly 13")) == {
        ("number",): "13",
        ("summary",): "",
        ("image",): "/img/13.jpg",
        ("slug",): "weekly-13",
    }


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2026-06-10", "2026-06-03", "2026-05-27"], "2026-06-17"),
        (["2026-06-11", "2026-06-03", "2026-05-27"], "2026-06-18"),
        (["2026-06-10", "2026-05-27", "2026-05-13"], "2026-06-24"),
        (["2026-06-01", "2026-05-01", "2026-04-01"], "2026-07-01"),
        (["2026-06-08", "2026-05-11", "2026-04-13"], "2026-07-13"),
        (["2026-01-31", "2025-12-31", "2025-11-30"], "2026-02-28"),
        (["2026-06-10", "2026-06-09", "2026-06-08"], "2026-06-11"),
        (["2026-06-10", "2026-05-01", "2025-11-01", "2025-10-30"], "2026-07-01"),
        (["2026-01-02", "2000-01-02"], "2026-07-01"),
    ],
)
def test_the_rhythm_goes_on(days, expected):
    issues = [weekly(9 - number, date.fromisoformat(day)) for number, day in enumerate(days)]
    today = date(2026, 7, 1) if expected == "2026-07-01" else date(2020, 1, 1)
    assert series(*issues, today=today).day == date.fromisoformat(expected)


def test_an_issue_comes_out_no_day_before_today():
    found = series(
        weekly(12, date(2026, 6, 10)), weekly(11, date(2026, 6, 3)), today=date(2026, 7, 3)
    )
    assert (found.day, found.title) == (date(2026, 7, 8), "The Weekly 13")


def test_missing_issues_are_seen_by_their_numbers():
    found = series(weekly(20, date(2026, 8, 5)), weekly(12, date(2026, 6, 10)))
    assert (found.day, found.title) == (date(2026, 8, 12), "The Weekly 21")


def monthly(title, day, language):
    text = f"---\ntitle: {title}\ndate: {day}\n---\nText\n"
    return parse_issue(text, Profile("m", language=language))


@pytest.mark.parametrize(
    ("language", "titles", "expected"),
    [
        ("en", ("News of June 2026", "News of May 2026"), "News of July 2026"),
        ("de", ("Rundbrief Juni 2026", "Rundbrief Mai 2026"), "Rundbrief Juli 2026"),
        ("fr", ("Lettre de juin 2026", "Lettre de mai 2026"), "Lettre de juillet 2026"),
        ("en", ("Until June 1, 2026", "Until May 1, 2026"), "Until July 1, 2026"),
        ("en", ("Week of May 31, 2026", "Week of April 30, 2026"), "Week of June 30, 2026"),
        ("en", ("Bulletin No. 09", "Bulletin No. 08"), "Bulletin No. 10"),
        ("en", ("Something new", "Another thing"), ""),
        ("en", ("Always this", "Always this"), "Always this"),
    ],
)
def test_titles_count_up_in_their_language(language, titles, expected):
    last, before = (
        monthly(title, day, language)
        for title, day in zip(titles, ("2026-06-01", "2026-05-01"), strict=True)
    )
    assert series(last, before).title == expected


def test_months_go_over_the_new_year():
    last, before = (
        monthly(title, day, "en")
        for title, day in (
            ("News of November 2026", "2026-12-01"),
            ("News of October 2026", "2026-11-01"),
        )
    )
    assert series(last, before).title == "News of December 2026"


@pytest.mark.parametrize(
    "issues",
    [
        [weekly(1, date(2026, 6, 10))],
        [weekly(2, date(2026, 6, 10)), weekly(1, date(2026, 6, 10))],
        [monthly("x", "", "en"), monthly("y", "2026-01-01", "en")],
    ],
)
def test_of_too_few_issues_only_the_head_is_kept(issues):
    found = series(*issues, today=date(2026, 7, 1))
    assert (found.day, found.title) == (date(2026, 7, 1), "")
    new = NextIssue(2026, 7, found.day, "New", start=found.day)
    text = make_next_issue(issues[0], new, CarryOver(series=found))
    assert "title: New\n" in text
    assert "Welcome" not in text
    assert "Text" not in text


@given(st.text(max_size=200), st.text(max_size=200), st.dates(), st.dates())
def test_whatever_the_issues_say_the_next_one_is_made_or_refused(first, second, day, other):
    texts = (f"---\ntitle: A 2\ndate: {max(day, other)}\n---\n{first}\n",
             f"---\ntitle: A 1\ndate: {min(day, other)}\n---\n{second}\n")  # fmt: skip
    last, before = (parse_issue(text, PROFILE) for text in texts)
    found = read_series([last, before], date(2020, 1, 1))
    if found:
        new = NextIssue(found.day.year, found.day.month, found.day, found.title, start=found.day)
        text = make_next_issue(last, new, CarryOver(series=found))
        assert parse_issue(text, PROFILE).day == found.day


def test_dates_move_along_and_what_is_no_text_goes():
    last = weekly(12, date(2026, 6, 10), expiry=date(2026, 6, 20), weight=30, slug="own-words")
    before = weekly(11, date(2026, 6, 3), expiry=date(2026, 7, 1), weight=7, slug="others")
    assert dict(series(last, before).values("Neue Worte")) == {
        ("number",): "13",
        ("expiry",): "2026-06-27",
        ("weight",): None,
        ("slug",): "neue-worte",
    }


def test_paragraphs_that_hardly_changed_stay():
    words = "We write this newsletter every week and are glad about every mail from readers. "
    last = monthly("A 2", "2026-06-01", "en")
    before = monthly("A 1", "2026-05-01", "en")
    texts = [
        issue.text.replace("Text", words * 2 + link)
        for issue, link in ((last, "See main."), (before, "See master."))
    ]
    issues = [parse_issue(text, last.profile) for text in texts]
    found = series(*issues)
    new = NextIssue(2026, 7, found.day, "A 3", start=found.day)
    assert "See main." in make_next_issue(issues[0], new, CarryOver(series=found))
