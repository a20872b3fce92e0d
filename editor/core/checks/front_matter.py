"""Checks of the front matter: whether it can be read, and what the profile asks of its fields.

What its values say is checked elsewhere: its date in ``issue_dates``, its names in ``issue_names``.
"""

import difflib
import re
from collections.abc import Iterator

from editor.core.base.edits import Edit, Span, apply, find_spans
from editor.core.base.messages import Message, translate
from editor.core.calendar.date_fields import read_timestamp
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.frontmatter.model import Node
from editor.core.frontmatter.reading import read_front_matter
from editor.core.issue.issue import Issue
from editor.core.profiles.profile import Field


def unreadable(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The front matter cannot be read, or has no end."""
    front = issue.front
    if front.problem and not _find_tabs(issue):
        yield Diagnostic(Span(front.problem_at, front.problem_at), front.problem)
    if _is_endless(issue):
        message = translate(
            "core", "The front matter has no end: below its last line, {fence} is missing."
        )
        yield Diagnostic(Span(0, 3), message.fill(fence=issue.text[:3]))


_FENCE_AND_KEY = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\r?\n\w[\w-]*[ \t]*[:=]")
"""A fence with a key below it; without one the fence is a rule across the page."""


def _is_endless(issue: Issue) -> bool:
    if issue.front.span is not None or issue.front.obstacle:
        return False
    return bool(_FENCE_AND_KEY.match(issue.text))


_TAB = re.compile(r"^[ ]*\t[\t ]*(?=\S)", re.MULTILINE)


def tab(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A key is indented with a tab, which YAML forbids, in front matter that cannot be read."""
    spans = _find_tabs(issue)
    if not spans:
        return
    fixed = apply(issue.text, [Edit(span.start, span.end, "  ") for span in spans])
    is_safe_fix = read_front_matter(fixed).problem is None
    for span in spans:
        yield Diagnostic(
            span,
            translate("core", "YAML allows no tab for indenting."),
            replace_fix(span, "  "),
            is_safe_fix=is_safe_fix,
        )


def _find_tabs(issue: Issue) -> list[Span]:
    """Return the tabs before keys; none where the front matter can be read nevertheless."""
    front = issue.front
    if not front.problem or front.format is None or front.format.name != "YAML":
        return []
    end = front.body
    if front.span is not None:
        end = front.span.end
    return find_spans(_TAB, issue.text[:end])


def double_key(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A key stands twice, and readers disagree which of the two counts."""
    if issue.front.root is None:
        return
    for parent in issue.front.root.walk():
        if parent.kind != "map":
            continue
        seen = set()
        for child in parent.children:
            if child.name in seen and child.key:
                message = translate("core", "The key “{key}” stands twice in the front matter.")
                yield Diagnostic(child.key, message.fill(key=child.name))
            seen.add(child.name)


def required(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A field that the profile requires is empty."""
    for field, node in _find_fields(issue):
        if not field.required or issue.front.text(field.key):
            continue
        span = Span(0, 0)
        if node is not None:
            if node.kind != "scalar":
                continue
            span = node.span
        yield Diagnostic(span, translate("core", "The field “{key}” is empty.").fill(key=field.key))


def types(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A value does not have the type of its field."""
    for field, node in _find_fields(issue):
        if node is None or not (node.text or node.children):
            continue
        message = _find_type_mismatch(field, node)
        if message is not None:
            yield Diagnostic(node.span, message)


def _find_type_mismatch(field: Field, node: Node) -> Message | None:
    """Return what is wrong with the type of a value; None where nothing is."""
    if field.widget == "date" and read_timestamp(node.text) is None:
        return translate("core", "“{value}” is no date.").fill(value=node.text)
    if field.widget == "flag" and not isinstance(node.value, bool):
        return translate("core", "“{key}” should be true or false.").fill(key=field.key)
    if field.widget in ("text", "long", "choice") and node.kind != "scalar":
        return translate("core", "“{key}” should be a text.").fill(key=field.key)
    if field.pattern and node.kind == "scalar" and not re.fullmatch(field.pattern, node.text):
        message = translate("core", "“{value}” does not fit “{key}”.")
        return message.fill(value=node.text, key=field.key)
    return None


def unknown_key(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A key is unknown, and nearly the same as one that the profile knows."""
    root = issue.front.root
    if root is None or issue.front.obstacle:
        return
    known = issue.profile.keys
    absent = sorted(known - {child.name for child in root.children})
    for child in root.children:
        name = str(child.name)
        if name in known or child.key is None:
            continue
        for similar in difflib.get_close_matches(name, absent, n=1, cutoff=0.8):
            message = translate("core", "Nothing reads “{key}”; is “{near}” meant?").fill(
                key=name, near=similar
            )
            yield Diagnostic(child.key, message, replace_fix(child.key, similar), is_safe_fix=False)


def _find_fields(issue: Issue) -> Iterator[tuple[Field, Node | None]]:
    """Yield the profile's fields with their values; none where the front matter is unreadable."""
    if issue.front.obstacle or _is_endless(issue):
        return
    for field in issue.profile.fields:
        yield field, issue.front.node(field.key)
