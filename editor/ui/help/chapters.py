"""The chapters of the manual."""

from enum import StrEnum


class Chapter(StrEnum):
    """The chapters, in the order of both manuals."""

    WINDOW = "window"
    HOME = "home"
    INBOX = "inbox"
    WRITING = "writing"
    NEXT_ISSUE = "next issue"
    PICTURES = "pictures"
    EVENTS = "events"
    PREVIEW = "preview"
    PUBLISHING = "publishing"
    PROBLEMS = "problems"
    KEYS = "keys"
    ACCESSIBILITY = "accessibility"
    PROMISES = "promises"
    COMMAND_LINE = "command line"
    OWN_SITE = "own site"
