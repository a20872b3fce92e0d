"""What is copied keeps its marks and links, and shows the same words by itself."""

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.markdown.parser import Dialect
from editor.core.richtext.body import read_body
from editor.core.richtext.copying import copy_markdown
from editor.core.richtext.proof import Place, Selected

TEXT = (
    "Ein **fettes** [Wort *so*](https://a.example) da.\n\n- eins\n- zwei **drei**\n\n"
    "![Brücke](b.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)


def copied(start, end, text=TEXT):
    body = read_body(parse_issue(text), Dialect("goldmark"))
    return copy_markdown(body, Selected(Place(*start), Place(*end)))


@pytest.mark.parametrize(
    ("start", "end", "markdown"),
    [
        ((0, 0), (0, 3), "Ein"),
        ((0, 4), (0, 10), "**fettes**"),
        ((0, 6), (0, 9), "**tte**"),
        ((0, 6), (0, 15), "**ttes** [Wort](https://a.example)"),
        ((0, 17), (0, 18), "[*o*](https://a.example)"),
        ((0, 16), (2, 4), "[*so*](https://a.example) da.\n\n- eins\n- zwei"),
        ((1, 0), (3, 8), "- eins\n- zwei **drei**\n\n![Brücke](b.png)"),
        ((3, 0), (3, 8), "![Brücke](b.png)"),
        ((4, 0), (4, 7), "| a | b |\n|---|---|\n| 1 | 2 |"),
        ((4, 0), (4, 3), ""),
    ],
)
def test_what_is_copied(start, end, markdown):
    assert copied(start, end) == markdown
