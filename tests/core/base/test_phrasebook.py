"""The names of days and months are those of CLDR, in every language of the phrasebooks."""

import pytest
from babel.dates import get_day_names, get_month_names
from editor.core.base.phrasebook import PHRASEBOOKS, phrasebook_for
from editor.core.calendar.dates import read_time_span

BOOKS = pytest.mark.parametrize("book", PHRASEBOOKS, ids=lambda book: book.language)


def days(book, width):
    """CLDR's names of the days, from Monday, as they stand alone."""
    names = get_day_names(width, "stand-alone", book.language)
    return tuple(names[number] for number in range(7))


def months(book, width):
    """CLDR's names of the months, from January, as they stand alone."""
    names = get_month_names(width, "stand-alone", book.language)
    return tuple(names[number] for number in range(1, 13))


def test_german_and_english_have_a_phrasebook():
    assert [book.language for book in PHRASEBOOKS] == ["de", "en"]


@BOOKS
def test_days_are_cldrs(book):
    assert book.weekdays == days(book, "wide")


@BOOKS
def test_months_are_cldrs(book):
    assert book.months == months(book, "wide")


@BOOKS
def test_abbreviated_days_are_cldrs(book):
    abbreviated = tuple(day[: book.weekday_length] for day in book.weekdays)
    assert abbreviated == days(book, "abbreviated")


@BOOKS
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_abbreviations_of_days_are_read(book, context):
    names = get_day_names("abbreviated", context, book.language)
    for number in range(7):
        match = read_time_span(f"{names[number]}, 05.05.2025")
        assert match is not None, names[number]
        assert match.weekdays == (number,)


@BOOKS
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_names_of_months_are_read(book, width, context):
    names = get_month_names(width, context, book.language)
    for number in range(1, 13):
        match = read_time_span(f"5. {names[number]} 2025")
        assert match is not None, names[number]
        assert match.when.start.month == number


def test_other_languages_have_the_english_phrasebook():
    assert phrasebook_for("fr").language == "en"
