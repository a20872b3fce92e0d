"""Where links went before, and where the next ones may go."""

import pytest
from editor.core.inbox.bookmark import Bookmark
from editor.core.inbox.link_past import (
    LinkPast,
    Proposer,
    first_level,
    learn_past,
    place_links,
    title_key,
    words_around,
)
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


@pytest.mark.slow
@needs_corpus
def test_repeats_of_earlier_issues_are_all_found(shelf, capsys):
    """Of eight real issues: every link that stood before, and where the others would go."""
    issues = [shelf.parse(text_of(path), path) for path in REAL_ISSUES]
    count = right = known = right_of_known = 0
    for number in range(len(issues) - 8, len(issues)):
        issue, past = issues[number], learn_past(issues[:number])
        proposer = Proposer(past, issue)
        before = {link.address for each in issues[:number] for link, _ in place_links(each)}
        for link, section in place_links(issue):
            around = words_around(issue.text, link.whole)
            bookmark = Bookmark(link.address, link.text, text=around)
            assert bool(past.earlier_issue(bookmark)) or link.address not in before
            if section is not None:
                is_right = section in proposer.propose(bookmark)
                is_known = bool(past.uses[title_key(issue.sections[section])])
                count, right = count + 1, right + is_right
                known, right_of_known = known + is_known, right_of_known + (is_right and is_known)
    with capsys.disabled():
        print(f"\nsections among the first two: {right / count:.1%} of {count} links;", end=" ")
        print(f"{right_of_known / known:.1%} of {known} whose section had been there before")
    assert right_of_known / known > 0.65
    assert right / count > 0.55


def test_the_sections_of_the_first_level_are_those_that_repeat():
    issue = parse_issue("# Title\n\n## A\n\n### B\n\n## C\n")
    assert [issue.sections[n].heading.title for n in first_level(issue)] == ["A", "C"]
