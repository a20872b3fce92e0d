"""Where links went before, and where the next ones may go."""

import re

import pytest
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.link_past import (
    LinkPast,
    first_level,
    learn_past,
    place_links,
    title_key,
    words_around,
)
from editor.core.inbox.proposing import Proposer
from editor.core.inbox.sorting import Sorter
from editor.core.issue.issue import parse_issue

from helpers.corpus import REAL_ISSUES, needs_corpus, text_of

OLD = parse_issue(
    "---\ntitle: Old\n---\n\n## Climate ([map](https://map.example))\n"
    "* [Ice](https://ice.example/a) melts on glaciers\n\n## Software\n"
    "[Tool](https://code.example/a) for everybody\n"
)
NEW = parse_issue(
    "## Climate\n\nx [y](https://used.example/)\n\n## Software\n\n## Culture\n\n### Opera\n"
)


@pytest.mark.parametrize(
    ("bookmark", "titles"),
    [
        (Bookmark("https://ice.example/b"), ["Climate"]),
        (Bookmark("https://code.example/b", "About glaciers"), ["Software", "Climate"]),
        (Bookmark("https://else.example/", "A new opera house"), ["Culture"]),
        (Bookmark("https://else.example/", tags=("software",)), ["Software"]),
        (Bookmark("https://else.example/"), []),
    ],
)
def test_a_section_is_proposed_by_site_words_and_headings(bookmark, titles):
    proposed = Proposer(learn_past([OLD]), NEW).propose(bookmark)
    assert [NEW.sections[number].heading.title for number in proposed] == titles


def test_nothing_is_known_without_a_past():
    assert Proposer(LinkPast(), NEW).propose(Bookmark("https://ice.example/b")) == []


def test_what_stands_in_the_issue_is_used():
    rows = Sorter(learn_past([OLD])).sort(
        NEW, [Bookmark("http://used.example"), Bookmark("https://www.ice.example/a/#x")]
    )
    assert (rows[0].is_used, rows[0].section) == (True, 0)
    assert (rows[1].is_used, rows[1].earlier) == (False, "Old")


def without_links(issue, kept=lambda _: False):
    """The issue with its headings, and those of its paragraphs and items that are kept."""
    blocks = re.split(r"(?<=\n)(?=\n)|\n(?=[*+-] )", issue.text[issue.front.body :])
    return parse_issue(
        "\n".join(
            block
            if kept(number)
            else "\n".join(line for line in block.split("\n") if line.startswith("#"))
            for number, block in enumerate(blocks)
        )
    )


@pytest.mark.slow
@needs_corpus
@pytest.mark.parametrize(
    ("written", "least", "least_of_known"), [("nothing", 0.68, 0.73), ("half", 0.70, 0.73)]
)
def test_most_links_of_real_issues_go_where_they_are_proposed(
    shelf, capsys, written, least, least_of_known
):
    """Eight real issues, each hidden with all that came later, or only every second paragraph."""
    issues = [shelf.parse(text_of(path), path) for path in REAL_ISSUES]
    count = right = known = right_of_known = 0
    for number in range(len(issues) - 8, len(issues)):
        issue, past = issues[number], learn_past(issues[:number])
        stub = without_links(issue, lambda block: written == "half" and block % 2)
        assert list(map(title_key, stub.sections)) == list(map(title_key, issue.sections))
        proposer = Proposer(past, stub)
        for link, section in place_links(issue):
            if section is None or link.address in stub.text:
                continue
            around = words_around(issue.text, link.whole)
            is_right = section in proposer.propose(Bookmark(link.address, link.text, text=around))
            is_known = bool(past.uses[title_key(issue.sections[section])])
            count, right = count + 1, right + is_right
            known, right_of_known = known + is_known, right_of_known + (is_right and is_known)
    with capsys.disabled():
        print(f"\nsections among the first two, {written} written: {right / count:.1%}", end=" ")
        print(f"of {count}; {right_of_known / known:.1%} of {known} whose section had been there")
    assert right / count > least
    assert right_of_known / known > least_of_known


@needs_corpus
def test_repeats_of_earlier_issues_are_all_found(shelf):
    issues = [shelf.parse(text_of(path), path) for path in REAL_ISSUES]
    past, before = learn_past(issues[:-1]), set()
    for issue in issues[:-1]:
        before |= {link.address for link, _ in place_links(issue)}
    for address in before:
        assert past.earlier_issue(Bookmark(address))


def test_an_issue_teaches_where_its_next_links_go():
    stub = parse_issue("## Joke\n\n[x](https://rare.example/1) on tapirs\n\n## Pun\n")
    assert Proposer(LinkPast(), stub).propose(Bookmark("https://rare.example/2")) == [0]
    assert Proposer(LinkPast(), stub).propose(Bookmark("https://b.example", "Tapirs!")) == [0]


def test_a_new_title_stands_for_the_regular_section_in_whose_place_it_stands():
    page = "## Data\n\n[a](https://a.example)\n\n## AI\n\n[b](https://model.example)\n\n## End\n"
    past = learn_past([parse_issue(page)] * 3)
    issue = parse_issue("## Data\n\n## Artificial excitement\n\n## End\n")
    assert Proposer(past, issue).propose(Bookmark("https://model.example/new"), 1) == [1]
    assert Proposer(past, issue).propose(Bookmark("https://a.example/new"), 1) == [0]


def test_the_sections_of_the_first_level_are_those_that_repeat():
    issue = parse_issue("# Title\n\n## A\n\n### B\n\n## C\n")
    assert [issue.sections[n].heading.title for n in first_level(issue)] == ["A", "C"]
