"""Spelling: which words are looked up, and what German makes of them."""

import pytest
from editor.app.checks import speller
from editor.app.services import profile_registry
from editor.core.checks import spelling
from editor.core.checks.table import CheckContext, run_checks
from editor.core.issue.issue import parse_issue

from helpers.corpus import ISSUES, needs_corpus, text_of


class Few:
    """A dictionary of some words."""

    words = {
        "Bürgerinnen",
        "Bürger",
        "Daten",
        "und",
        "Haus",
        "die",
        "offen",
        "Open",
        "Ada",
        "Autor",
        "Autorin",
        "geht",
    }

    def knows(self, word):
        return word in self.words

    knows_in_site_language = knows

    def proposals(self, word):
        return ["Daten"] if word == "Datten" else []


def unknown(body):
    issue = parse_issue(f"---\ntitle: Ttel\n---\n\n{body}")
    return [
        span.of(issue.text)
        for span in spelling.prose_words(issue)
        if not spelling.is_known(span.of(issue.text), Few())
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Bürger:innen und Bürger*innen und Bürger_innen und Bürger/innen",
        "Autor:in und Open-Data-Haus".replace("Data", "Daten"),
        "`kodde` und [Daten](https://wrrt.example/pfadd) und https://wrrt.example und <span class='klazz'>Haus</span>",
        "```\nkodde\n```\n\n    eingerückt?".replace("    eingerückt?", ""),
        "GitHub und API und OKLab und H2O und 3D und @kontto und #schlagwort und datei.endung",
        "Ada’s Haus",
        "<!-- kommentarr -->",
    ],
)
def test_what_is_right_or_no_prose(body):
    assert unknown(body + "\n") == []


def test_what_is_wrong_is_found_with_its_place():
    assert unknown("Die Datten und [Dattten](https://a.example)\n") == ["Die", "Datten", "Dattten"]
    issue = parse_issue("Datten und Haus\n")
    (diagnostic,) = [
        one for one in run_checks(issue, CheckContext(speller=Few())) if one.code == "spelling"
    ]
    assert diagnostic.span.of(issue.text) == "Datten" and diagnostic.severity == "hint"
    assert diagnostic.proposals() == ["Daten"] and diagnostic.fix is None
    assert not [one for one in run_checks(issue) if one.code == "spelling"]


def test_a_name_that_is_a_host_is_known():
    issue = parse_issue("Datten [und](https://datten.example/)\n")
    assert not [
        one for one in run_checks(issue, CheckContext(speller=Few())) if one.code == "spelling"
    ]


# --- with the dictionaries that are installed ----------------------------------------------------------

installed = pytest.mark.skipif(
    speller.load_speller("de") is None, reason="enchant or a German dictionary is not installed"
)


@installed
def test_german_is_known_and_learned():
    found = speller.load_speller("de")
    assert all(found.knows(word) for word in ("Haus", "Bürgerinnen", "Veranstaltung", "however"))
    assert not found.knows("Veranstalltung")
    assert "Veranstaltung" in found.proposals("Veranstalltung")
    assert not found.knows("Rundbrieferei")
    found.learn("Rundbrieferei")
    assert found.knows("Rundbrieferei")
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
            "## Veranstaltungen\n* Mittwoch, 11.02.2026, Xyzzyhaus, Hylkedamweg 1, 10999 Quuxstadt: **Abennd**\n",
            ["Abennd"],
        ),
    ],
)
def test_what_german_puts_together(body, wrong):
    issue = parse_issue(
        f"---\ntitle: x\n---\n\n{body}\n", profile_registry.load_profiles().named("newsletter")
    )
    assert [
        one.span.of(issue.text)
        for one in run_checks(issue, CheckContext(speller=speller.load_speller("de")))
        if one.code == "spelling"
    ] == wrong


def test_a_language_without_a_dictionary_has_no_speller():
    assert speller.load_speller("xx") is None


@installed
@needs_corpus
def test_real_issues_are_looked_up(capsys):
    """How many words of the newest issues no dictionary knows: names, mostly."""
    shelf, found = profile_registry.load_profiles(), speller.load_speller("de")
    counts = []
    for path in ISSUES[-4:]:
        issue = shelf.parse(text_of(path), path)
        words = spelling.prose_words(issue)
        wrong = [
            diagnostic
            for diagnostic in run_checks(issue, CheckContext(speller=found))
            if diagnostic.code == "spelling"
        ]
        counts.append((len(words), len(wrong)))
    with capsys.disabled():
        print("\nspelling, words and unknown ones:", counts)
    assert all(wrong < words / 40 for words, wrong in counts)
