"""Links that are known already are found by their words."""

from editor.core.issue.issue import parse_issue
from editor.core.issue.known_links import KnownLink, event_links, find_source, search_links

LINKS = [
    KnownLink("Treffen der Leute", "https://eins.example/x"),
    KnownLink("Jahresbericht der Stadt", "https://alt.example/bericht/", "2026-01.md"),
    KnownLink("Noch einmal der Bericht", "https://alt.example/bericht", "2025-12.md"),
]


def test_all_words_must_stand_in_words_or_address():
    assert search_links(LINKS, "treffen") == LINKS[:1]
    assert search_links(LINKS, "STADT alt.example") == LINKS[1:2]
    assert search_links(LINKS, "bericht") == LINKS[1:2]  # each address once
    assert search_links(LINKS, "fehlt") == []
    assert search_links(LINKS, "", limit=1) == LINKS[:1]


def test_the_newest_issue_with_an_address_is_told():
    assert find_source(LINKS, "https://alt.example/bericht") == "2026-01.md"
    assert find_source(LINKS, "https://eins.example/x") == ""


def test_the_pages_of_events_are_links(shelf):
    text = (
        "## Veranstaltungen\n\n* Mittwoch, 11.03.2026, 10:00-11:00, online: **Treffen**\n"
        "  * https://eins.example/x\n* Donnerstag, 12.03.2026, online: **Ohne**\n"
    )
    issue = parse_issue(text, shelf.named("newsletter"))
    assert list(event_links(issue)) == [KnownLink("Treffen", "https://eins.example/x")]
