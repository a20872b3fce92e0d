"""Checks of Hugo's shortcodes."""

import difflib
import re
from collections.abc import Iterator

from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.issue.issue import Issue

_KNOWN_NAMES = (
    "ref relref figure gist highlight instagram param tweet x twitter vimeo youtube qr details"
).split()
_SHORTCODE = re.compile(
    r"""
    \{\{ (?P<open>[<%])-?
    \s{0,20} /?
    (?P<name>[\w-]{0,60})
    [^{}\n]{0,500}?             # its parameters
    (?P<close>[>%])? \}\}
    """,
    re.VERBOSE,
)
_CLOSING = {"<": ">", "%": "%"}


def shortcode(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A shortcode is not closed as it was opened, which stops Hugo's build."""
    for match in _find_shortcodes(issue):
        if not _is_closed_as_opened(match):
            message = translate(
                "core", "The shortcode is not closed as it was opened; Hugo stops here."
            )
            yield Diagnostic(Span(*match.span()), message)


def shortcode_name(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The name of a shortcode is nearly that of one that Hugo has."""
    for match in _find_shortcodes(issue):
        name = match["name"]
        if name in _KNOWN_NAMES or not _is_closed_as_opened(match):
            continue
        for similar in difflib.get_close_matches(name, _KNOWN_NAMES, n=1, cutoff=0.75):
            is_other_length = abs(len(name) - len(similar)) > 1
            is_plural = name.rstrip("s") == similar.rstrip("s")
            if not is_other_length and not is_plural:
                span = Span(*match.span("name"))
                message = translate("core", "Is the shortcode “{name}” meant?").fill(name=similar)
                yield Diagnostic(span, message, replace_fix(span, similar), is_safe_fix=False)


def _find_shortcodes(issue: Issue) -> Iterator[re.Match[str]]:
    """Yield the shortcodes in the body; none where the site's Markdown does not know them."""
    if issue.profile.renderer == "goldmark":
        yield from _SHORTCODE.finditer(prose_mask.mask_markdown(issue.text, issue.front.body))


def _is_closed_as_opened(match: re.Match[str]) -> bool:
    return _CLOSING[match["open"]] == match["close"]
