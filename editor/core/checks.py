"""Checks: functions of an issue that find what a reader of the page would stumble over.

A check is one function and one row in CHECKS.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from editor.core import callink, eventchecks, ics
from editor.core.eventchecks import NOTHING_KNOWN, Context, Problem
from editor.core.issue import Issue
from editor.core.text import Refused, Span, translate

Check = Callable[[Issue, Context], Iterator[Problem]]


def front_matter(issue: Issue, _: Context) -> Iterator[Problem]:
    """Front matter nobody can read, and keys that stand twice."""
    front = issue.front
    if front.problem:
        yield Problem("front-matter", "error", Span(front.problem_at, front.problem_at), front.problem)
    for parent in front.root.walk() if front.root else ():
        seen = set()
        for child in parent.children if parent.kind == "map" else ():
            if child.name in seen and child.key:
                yield Problem(
                    "double-key", "error", child.key, translate("core", "The key “{key}” stands twice in the front matter.").fill(key=child.name)
                )
            seen.add(child.name)


def required(issue: Issue, _: Context) -> Iterator[Problem]:
    """Fields the profile asks for."""
    if issue.front.problem:
        return
    for field in issue.profile.fields:
        if field.required and not issue.front.text(field.key):
            node = issue.front.node(field.key)
            if node is None or node.kind == "scalar":
                at = node.span if node else Span(0, 0)
                yield Problem("required", "warning", at, translate("core", "The field “{key}” is empty.").fill(key=field.key))


_ANCHOR = re.compile(r"<a\s[^<>\n]*data:text/calendar")
_ATTRIBUTES = re.compile(r"""<a(?:\s+[\w-]+=(?:"[^"<>\n]*"|'[^'<>\n]*'))*\s*>""")


def calendar_links(issue: Issue, _: Context) -> Iterator[Problem]:
    """Calendar links that break the page or cannot be read."""
    from editor.core import vevent  # 0.15 s that most starts do not need

    for match in _ANCHOR.finditer(issue.text, issue.front.body):
        if not _ATTRIBUTES.match(issue.text, match.start()):
            message = translate("core", "The calendar link breaks the page: a quotation mark inside an attribute ends it early.")
            yield Problem("link-breaks-page", "error", Span(match.start(), match.end()), message)
    for entry in issue.entries:
        if not entry.href:
            continue
        try:
            if not vevent.read(ics.decode_link(entry.href.of(issue.text))):
                message = translate("core", "The calendar link of “{title}” holds no event.").fill(title=callink.plain_text(entry.title))
                yield Problem("link-empty", "error", entry.href, message)
        except Refused as refused:
            yield Problem("link-damaged", "error", entry.href, refused.sentence)


EVENTS: tuple[Check, ...] = (
    eventchecks.weekday,
    eventchecks.end,
    eventchecks.past,
    eventchecks.double,
    eventchecks.postcode,
    eventchecks.coordinates,
    eventchecks.rule,
)
CHECKS: tuple[Check, ...] = (front_matter, required, calendar_links, *EVENTS)


def check(issue: Issue, context: Context = NOTHING_KNOWN, among: Sequence[Check] = CHECKS) -> list[Problem]:
    """All problems of an issue, in the order of the text."""
    return sorted((problem for function in among for problem in function(issue, context)), key=lambda problem: problem.span)
