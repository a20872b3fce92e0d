"""Spelling: which words are looked up, and what German makes of them."""

import pytest
from editor.app.checks import speller
from editor.core.checks import spelling
from editor.core.checks.diagnostic import CheckContext
from editor.core.checks.table import run_checks
from editor.core.issue.issue import parse_issue

from helpers.corpus import REAL_ISSUES, needs_corpus, text_of


class SmallSpeller:
    """A dictionary of a few words."""

    WORDS = frozenset(
        "Bürgerinnen Bürger Daten und Haus die offen Open Ada Autor Autorin geht".split()
    )

    def knows(self, word):
        return word in self.WORDS

    knows_in_site_language = knows

    def proposals(self, word):
        return ["Daten"] if word == "Datten" else []


def unknown_words(body):
    issue = parse_issue(f"---\ntitle: Ttel\n---\n\n{body}")
    words = [span.of(issue.text) for span in spelling.prose_words(issue)]
    return [word for word in words if not spelling.is_known(word, SmallSpeller())]


def misspelt(issue, speller):
    """The problems of spelling."""
    diagnostics = run_checks(issue, CheckContext(speller=speller))
    return [diagnostic for diagnostic in diagnostics if diagnostic.code == "spelling"]


@pytest.mark.parametrize(
    "body",
    [
        "Bürger:innen und Bürger*innen und Bürger_innen und Bürger/innen",
        "Autor:in und Open-Daten-Haus",
        "`kodde` und [Daten](https://wrrt.example/pfadd) und https://wrrt.example",
        "<span class='klazz'>Haus</span>",
        "```\nkodde\n```\n\n",
        "GitHub und API und OKLab und H2O und 3D und @kontto und #schlagwort und datei.endung",
        "Ada’s Haus",
        "<!-- kommentarr -->",
    ],
)
def test_what_is_right_or_no_prose(body):
    assert unknown_words(body + "\n") == []


def test_what_is_wrong_is_found_with_its_place():
    words = unknown_words("Die Datten und [Dattten](https://a.example)\n")
    assert words == ["Die", "Datten", "Dattten"]
    issue = parse_issue("Datten und Haus\n")
    (diagnostic,) = misspelt(issue, SmallSpeller())
    assert diagnostic.span.of(issue.text) == "Datten"
    assert diagnostic.severity == "hint"
    assert diagnostic.proposals() == ["Daten"]
    assert diagnostic.fix is None


def test_nothing_is_misspelt_where_no_dictionary_is():
    assert misspelt(parse_issue("Datten und Haus\n"), None) == []


def test_a_name_that_is_a_host_is_known():
    issue = parse_issue("Datten [und](https://datten.example/)\n")
    assert misspelt(issue, SmallSpeller()) == []


# --- with the dictionaries that are installed -----------------------------------------------------

installed = pytest.mark.skipif(
    speller.load_speller("de") is None, reason="enchant or a German dictionary is not installed"
)


@installed
def test_german_is_known_and_learned():
    german = speller.load_speller("de")
    for word in ("Haus", "Bürgerinnen", "Veranstaltung", "however"):
        assert german.knows(word), word
    assert not german.knows("Veranstalltung")
    assert "Veranstaltung" in german.proposals("Veranstalltung")
    assert not german.knows("Rundbrieferei")
    german.learn("Rundbrieferei")
    assert german.knows("Rundbrieferei")
    assert speller.load_speller("de").knows("Rundbrieferei")
    assert speller.user_word_list().read_text(encoding="utf-8") == "Rundbrieferei\n"


@installed
@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("Fristenkalender, Kartenkacheldaten und Chancenbewusstsein sind firmenintern", []),
        ("Wir wollen nachnutzen, umzudrehen und ungeschwärzt umherfahren", []),
        ("Bürger:innenenergie und Forscher*innenkonferenz", []),
        ("bzw. Gesundheits- und Energieverwaltung, Softwareplanung und -entwicklung", []),
        ("Die Aktivistin Leena Schrems und Kacper Scaddan", []),
        (
            "Netzpoltik, Fokusierung und Parteizugehörigenkeit erleichern",
            ["Netzpoltik", "Fokusierung", "Parteizugehörigenkeit", "erleichern"],
        ),
        ("Die Netzpoltik des wirhaben", ["Netzpoltik", "wirhaben"]),
        (
            "## Veranstaltungen\n"
            "* Mittwoch, 11.02.2026, Xyzzyhaus, Hylkedamweg 1, 10999 Quuxstadt: **Abennd**\n",
            ["Abennd"],
        ),
    ],
)
def test_what_german_puts_together(shelf, body, wrong):
    issue = parse_issue(f"---\ntitle: x\n---\n\n{body}\n", shelf.named("newsletter"))
    diagnostics = misspelt(issue, speller.load_speller("de"))
    assert [diagnostic.span.of(issue.text) for diagnostic in diagnostics] == wrong


def test_a_language_without_a_dictionary_has_no_speller():
    assert speller.load_speller("xx") is None


@installed
@needs_corpus
def test_hardly_a_word_of_real_issues_is_unknown(shelf, capsys):
    """Of the newest issues no dictionary knows names, mostly: less than one word in forty."""
    german = speller.load_speller("de")
    counts = []
    for path in REAL_ISSUES[-4:]:
        issue = shelf.parse(text_of(path), path)
        counts.append((len(spelling.prose_words(issue)), len(misspelt(issue, german))))
    with capsys.disabled():
        print("\nspelling, words and unknown ones:", counts)
    for words, unknown in counts:
        assert unknown < words / 40


def test_words_in_an_element_of_another_language_are_left_alone():
    text = 'Ein Wrot und <span lang="fr">le mot</span>, <em lang="de-AT">Wrot</em>.\n'
    words = [span.of(text) for span in spelling.prose_words(parse_issue(text))]
    assert "mot" not in words
    assert words.count("Wrot") == 2


def test_the_front_matter_names_the_language():
    assert spelling.page_language(parse_issue("---\nlang: en-GB\n---\n")) == "en"
    assert spelling.page_language(parse_issue("---\nlanguage: Deutsch\n---\n")) == "de"
