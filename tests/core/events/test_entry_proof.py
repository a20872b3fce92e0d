"""An entry read by its own lines tells what reading the whole text tells, or says it cannot."""

import random

import pytest
from editor.core.base.edits import Edit, apply
from editor.core.base.errors import UserFacingError
from editor.core.events.editing import change_event
from editor.core.events.reading import read_event_data
from editor.core.issue.issue import IssueReparser, make_edit_context, parse_issue
from msgspec.structs import replace

from helpers.corpus import SAMPLE, text_of

from .test_remembered_entries import PIECES, edit_at_random

WORDS = ("", "Neu", "Ein **fetter** Titel", "# kein Kopf", "---", "```", "<b>", "A\nB", "* x", "📅")
BEHIND = "\nEin Absatz\n===\n\n   ### Schief\n\nNoch einer.\n"


def check(issue, event, candidate):
    """What is told of an entry alone is what the whole text says; whether it was told."""
    reparser = IssueReparser(issue)
    alone = reparser.read_alone(event, candidate)
    if alone is None:
        return False
    whole = parse_issue(candidate, issue.profile)
    assert reparser.last == whole
    (own,) = alone
    assert own in (*whole.entries, *whole.unread)
    return True


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_any_edit_within_an_entry_is_told_rightly(shelf, seed):
    rng, profile = random.Random(seed), shelf.named("newsletter")
    told = 0
    for round_ in range(150):
        text = text_of(SAMPLE) + BEHIND * (round_ % 2)
        for _ in range(round_ % 4):
            text = edit_at_random(text, rng)
        issue = parse_issue(text, profile)
        listed = (*issue.entries, *issue.unread)
        for event in rng.sample(listed, min(3, len(listed))):
            start = rng.randint(event.span.start, event.span.end)
            end = min(event.span.end, start + rng.choice((0, 0, 1, 5, 30)))
            new = rng.choice((*PIECES, *WORDS))
            told += check(issue, event, apply(text, [Edit(start, end, new)]))
    assert told > 60


def test_forms_are_told_what_they_write(shelf):
    issue = parse_issue(text_of(SAMPLE), shelf.named("newsletter"))
    told = 0
    for event in issue.entries:
        data = read_event_data(event, issue.text)
        for new in (
            replace(data, title="Ein neuer Name"),
            replace(data, url="https://neu.example"),
            replace(data, notes="Eine Zeile\nNoch eine"),
        ):
            context = make_edit_context(issue)
            try:
                candidate = apply(issue.text, change_event(context, event, new))
            except UserFacingError:
                continue
            assert context.reparse.last in (None, parse_issue(candidate, issue.profile))
            told += context.reparse.last is not None and not event.listed_under
    assert told >= 12


def test_what_would_not_read_back_is_refused_by_its_own_lines(shelf):
    issue = parse_issue(text_of(SAMPLE), shelf.named("newsletter"))
    event = issue.events[0]
    data = read_event_data(event, issue.text)
    with pytest.raises(UserFacingError):
        change_event(make_edit_context(issue), event, replace(data, title="A** 2.3.2026 **B"))
