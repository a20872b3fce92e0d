"""The pages of the workspace, and which of them a diagnostic belongs to."""

from enum import StrEnum

from editor.core.checks.diagnostic import Diagnostic, entry_of
from editor.core.issue.issue import Issue


class Page(StrEnum):
    """A page of the middle pane. Those with entries have the value of their ``EntryKind``."""

    HEAD = "head"
    IMAGE = "image"
    EVENTS = "event"
    MEETINGS = "meeting"
    DEADLINES = "deadline"
    INBOX = "inbox"
    SOURCE = "source"


def page_of(issue: Issue, diagnostic: Diagnostic) -> Page:
    """Find the page on which the user fixes what a diagnostic is about.

    Args:
        issue: The issue the diagnostic was found in.
        diagnostic: A diagnostic of that very issue.

    Returns:
        The form that holds the place of the diagnostic; the source where no form does.
    """
    if diagnostic.span.start < issue.front.body:
        if diagnostic.code.startswith("image-"):
            return Page.IMAGE
        return Page.HEAD
    entry = entry_of(issue, diagnostic)
    if entry:
        return Page(entry.kind)
    return Page.SOURCE
