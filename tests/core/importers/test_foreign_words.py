"""Words from elsewhere as Markdown."""

from editor.core.importers.candidate import escape_markdown


def test_a_foreign_title_begins_no_shortcode():
    """The site would run it."""
    written = escape_markdown("{{< figure >}} {% raw %} {a}")
    assert written == "&#123;{\\< figure \\>}} &#123;% raw %} {a}"
