"""The laws of fixes: each undoes, its problem is gone, no error comes in its place.

They hold for one fix alone and for any together, on pages that were made to hurt.
"""

from collections import Counter

from editor.core.base.edits import apply, invert
from editor.core.checks.table import find_check, run_checks
from editor.core.issue.issue import parse_issue
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = (
    # links
    "[a](okfn.de) ",
    "[a](ttps://a.example/x 'T') ",
    "[a] (https://a.example) ",
    "[a](https://a.example/x ",
    "http://a.example/?utm_source=x&amp;b=1 ",
    "https://",
    "[https://a.example](Wort) ",
    "](",
    "[",
    ")",
    # emphasis, code and white space
    "**",
    " ** ",
    "`",
    "```\n",
    "~~~\n",
    "    ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    # blocks
    "> ",
    "* ",
    "  * ",
    "| a | b |\n|---|---|\n",
    "[^1]",
    "[^1]: x\n",
    "[x] ",
    # events
    "## Veranstaltungen\n",
    "### Termine\n",
    "## Regelmäßige Treffen\n",
    "Mittwoch, 11.02.2026, 10:00-11:00, online: **Eins** ",
    "Dienstag, 11.02.2026, Haus, Weg 1, 14195 Leipzig: **Zwei**",
    "Ulm: jeden. Mittwoch, 19:00, online",
    "<a title='Girls'Day' download='event.ics' href=\"data:text/calendar;base64,QkVHSU4=\">x</a>",
    # HTML and shortcodes
    "<a href='x'>",
    "<!-- rundbrief off: bold -->",
    "<!--",
    "-->",
    "{{< figure >}}",
    "{{% fgure >}}",
    "{{< ",
    "<img src=x> ",
    "![](x.png) ",
    "<pre>",
    "</pre>",
    # words and characters
    "das ist ist ",
    "Wort",
    "\\",
    "\u2028",
    "😀",
    "e\u0308",
    "\u00a0",
)


@settings(max_examples=300)
@given(body=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_fixes_of_nasty_pages_keep_the_laws(diagnose, context, head, body):
    """No check stumbles, and the front matter stays."""
    issue, diagnostics = diagnose("\n" + body)
    before = Counter(diagnostic.code for diagnostic in diagnostics)
    for diagnostic in diagnostics:
        assert "could not be checked" not in diagnostic.message
        edits = diagnostic.fix() if diagnostic.fixable else []
        if not edits:
            continue
        text = apply(issue.text, edits)
        assert apply(text, invert(issue.text, edits)) == issue.text
        assert text.startswith(head)
        remaining = run_checks(parse_issue(text, issue.profile), context)
        after = Counter(problem.code for problem in remaining)
        assert after[diagnostic.code] < before[diagnostic.code], (diagnostic.code, text)
        new_errors = [code for code in after - before if find_check(code).severity == "error"]
        assert new_errors == [], (diagnostic.code, text)


def test_of_two_fixes_of_one_place_only_the_first_is_made(diagnose, fix_all, head):
    body = "[a](http://a.example/?utm_source=x)\n"
    _, diagnostics = diagnose(body)
    assert [diagnostic.code for diagnostic in diagnostics] == ["http", "tracking"]
    assert fix_all(body) == head + "[a](https://a.example/?utm_source=x)\n"
