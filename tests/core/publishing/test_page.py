"""The page as one HTML file: it stands alone, and asks nobody for anything."""

from editor.core.issue.issue import parse_issue
from editor.core.publishing.page import write_page

from helpers.corpus import SAMPLE, text_of


def test_the_page_stands_alone(shelf):
    page = write_page(parse_issue(text_of(SAMPLE), shelf.named("newsletter")), "h1 {}")
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>Frühjahrsputz" in page
    assert "<script" not in page


def test_the_page_runs_and_fetches_nothing(shelf):
    issue = parse_issue(
        '![x](/etc/x.png)<img data-src="/a.png" src="//host/b.png">', shelf.named("newsletter")
    )
    page = write_page(issue, "body{} </style><script>", images="data:")
    assert "default-src 'none'; img-src data:;" in page
    assert "</style><script>" not in page
