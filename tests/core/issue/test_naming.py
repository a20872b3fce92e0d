"""The names an issue gets from its date and its month."""

import pytest
from editor.core.issue import naming
from editor.core.issue.issue import parse_issue

from helpers.corpus import OWN_ISSUES, REAL_ISSUES, SAMPLE, text_of


def test_the_file_name_follows_from_date_and_month(shelf):
    sample = parse_issue(text_of(SAMPLE), shelf.named("newsletter"))
    assert naming.file_name(sample) == SAMPLE.name


@pytest.mark.parametrize("path", [*OWN_ISSUES, *REAL_ISSUES[-12:]], ids=lambda path: path.stem)
def test_the_names_of_whole_issues_follow_their_pattern(shelf, path):
    """All but the day, which is that of the file's first version."""
    issue = parse_issue(text_of(path), shelf.named("newsletter"))
    assert naming.file_name(issue)[len("2026-01-01") :] == path.name[len("2026-01-01") :]
