"""What the preview leaves out is counted, so that nobody takes it for the whole page."""

import pytest
from editor.core.issue.issue import parse_issue
from editor.core.rendering.blocks import Omissions
from editor.core.rendering.omissions import find_omissions
from editor.core.rendering.page import render_page


@pytest.mark.parametrize(
    ("text", "omissions"),
    [
        ("Nur *Text*\n", Omissions()),
        ("{{< figure src=x >}}\n", Omissions(shortcodes=1)),
        ("Ein {{< ref x >}} und [noch einer]({{< ref y >}})\n", Omissions(shortcodes=2)),
        ('<iframe src="https://video.example/1"></iframe>\n', Omissions(embeds=1)),
        ("<script>one()</script>\n\n<SCRIPT src='a.js'></SCRIPT>\n", Omissions(scripts=2)),
        ("`<b>` ![](https://a.example/x.png) ![](lokal.png)\n", Omissions(remote_images=1)),
    ],
)
def test_what_is_not_shown_is_counted(shelf, text, omissions):
    issue = parse_issue("---\ntitle: <script>\n---\n" + text, shelf.named("newsletter"))
    assert find_omissions(issue, render_page(issue)) == omissions
