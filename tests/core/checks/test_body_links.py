"""The links of a body: where they stand, and where they lead."""

import pytest
from editor.core.checks.body_links import find_links
from editor.core.issue.issue import parse_issue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](https://a.example)", [("a", "https://a.example")]),
        ("[a](<https://a.example/x>)", [("a", "https://a.example/x")]),
        ("<https://a.example/?b=1&amp;c=2>", [("", "https://a.example/?b=1&c=2")]),
        ("Siehe https://a.example.", [("", "https://a.example")]),
        ('<a href="https://a.example">a</a>', [("", "https://a.example")]),
        ("`<https://a.example>`", []),
        ("<https://a example>", []),
    ],
)
def test_links_in_all_their_forms(text, found):
    links = find_links(parse_issue(f"{text}\n"))
    assert [(link.text, link.address) for link in links] == found
    for link in links:
        assert link.whole.start <= link.url.start
        assert link.url.end <= link.whole.end
