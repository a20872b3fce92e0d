"""Dictionaries of files: where they are found, what they know, and that none holds anybody up."""

import sys
import time

import pytest
from editor.app.checks import speller
from editor.app.checks.dictionary_files import read_dictionary, user_dictionaries

AFFIXES = """SET UTF-8
TRY esianrtolcdugmphbyfvkwz
SFX N Y 1
SFX N 0 en .
COMPOUNDFLAG Z
COMPOUNDMIN 3
"""
WORDS = "4\nHaus/Z\nVeranstaltung/NZ\nund\nTür/NZ\n"


@pytest.fixture
def own_german():
    folder = user_dictionaries()
    folder.mkdir(parents=True)
    (folder / "de_DE.aff").write_text(AFFIXES, encoding="utf-8")
    (folder / "de_DE.dic").write_text(WORDS, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def only_files(monkeypatch):
    """As on a Mac: enchant has no library."""
    monkeypatch.setitem(sys.modules, "enchant", None)
    for function in (speller._open_dictionary, speller._read_dictionary):
        function.cache_clear()
    yield
    for function in (speller._open_dictionary, speller._read_dictionary):
        function.cache_clear()


def test_words_of_a_dictionary_in_the_users_folder_are_known(own_german):
    german = speller.load_speller("de")
    for word in ("Haus", "Türen", "Veranstaltungen", "the"):
        assert german.knows(word), word
    assert not german.knows("Veranstalltung")
    assert "Veranstaltung" in german.proposals("Veranstalltung")
    assert not german.knows_in_site_language("the")


def test_english_is_there_without_any_installation():
    english = speller.load_speller("en")
    assert english.knows("meeting")
    assert not english.knows("meetting")


def test_a_language_without_files_has_no_speller():
    assert speller.load_speller("fr") is None


def test_half_a_pair_and_files_that_are_none_are_passed_over(own_german):
    (own_german / "fr_FR.dic").write_text("1\nmot\n")
    (own_german / "de_DE.aff").write_bytes(b"SET no-such-encoding\nSFX N Y many\n\xff")
    assert read_dictionary("fr_FR") is None
    assert read_dictionary("de_DE") is None


def test_a_tag_is_no_path(own_german):
    assert speller.load_speller("../dictionaries/de_DE") is None


def test_proposals_come_in_time(own_german):
    (own_german / "de_DE.dic").write_text(
        "20000\n" + "".join(f"Wort{number:x}/Z\n" for number in range(20000)), encoding="utf-8"
    )
    dictionary = read_dictionary("de_DE")
    start = time.monotonic()
    dictionary.suggest("Wortabwortcdwortefwortghwortijwortklwortmn")
    assert time.monotonic() - start < 10, "without a limit it is minutes"
