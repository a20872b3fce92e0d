"""Checks of the header's picture and of pictures in the body."""

import re
from collections.abc import Iterator

from editor.core.attribution.line import OWN_PHOTO, read_attribution
from editor.core.base.edits import Span
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, put_fix
from editor.core.issue.issue import Issue

_MARKDOWN = re.compile(r"!\[(?P<alt>[^\]\n]{0,500})\]\((?P<url>[^()\s]+)[^()\n]{0,500}\)")
_HTML = re.compile(r"<img\b(?P<attributes>[^<>]{0,2000})>", re.IGNORECASE)


def _header(issue: Issue) -> tuple[str, Span] | None:
    """The header's name and where it stands; None where the page has none, or names none."""
    node = issue.front.node(*issue.profile.image.name) if issue.profile.image.name else None
    if node and node.kind == "scalar" and node.text:
        return (node.text, node.span)
    return None


def missing(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A header picture that is not in its folder."""
    header = _header(issue)
    if (
        header
        and context.pictures
        and header[0] not in context.pictures.names
        and not _other_case(header[0], context)
    ):
        yield Diagnostic(
            header[1],
            translate("core", "The picture “{name}” is not in its folder.").fill(name=header[0]),
        )


def case(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A name that differs from its file's in capital letters: fine on one's own computer, missing on the server."""
    header = _header(issue)
    other = _other_case(header[0], context) if header else ""
    if header and other:
        message = translate(
            "core", "The file is called “{name}”; capital letters count on the server."
        )
        yield Diagnostic(header[1], message.fill(name=other), _renamed(issue, header[0], other))


def _renamed(issue: Issue, old: str, new: str) -> Fix:
    """The fix that names a picture otherwise, wherever the header names it."""
    image = issue.profile.image
    places = [path for path in (image.name, *image.also) if issue.front.text(*path) == old]
    return lambda: [edit for path in places for edit in put_fix(issue, path, new)()]


def _other_case(name: str, context: CheckContext) -> str:
    names = context.pictures.names if context.pictures else ()
    if name not in names:
        return next(
            (other for other in names if other != name and other.casefold() == name.casefold()), ""
        )
    return ""


def alt(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A picture that says nothing to people who do not see it."""
    header, path = _header(issue), issue.profile.image.alt
    if header and path and not issue.front.text(*path).strip():
        yield Diagnostic(
            header[1],
            translate(
                "core", "The header has no alt text: say in a sentence what the picture shows."
            ),
        )
    text = prose_mask.mask_markdown(issue.text, issue.front.body)
    for match in _MARKDOWN.finditer(text):
        if not match["alt"].strip():
            yield Diagnostic(
                Span(*match.span()), translate("core", "A picture without an alt text.")
            )
    for match in _HTML.finditer(text):
        if not re.search(
            r"\balt\s*=", match["attributes"], re.IGNORECASE
        ):  # an empty one says: for decoration
            yield Diagnostic(
                Span(*match.span()), translate("core", "A picture without an alt text.")
            )


def attribution(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A header picture that does not say who made it."""
    header, path = _header(issue), issue.profile.image.attribution
    if not header or not path:
        return
    line = issue.front.text(*path).strip()
    parts = read_attribution(line) if line else None
    if not line:
        yield Diagnostic(
            header[1], translate("core", "The header does not say who made the picture.")
        )
    elif parts and parts.author in ("", "?") and not parts.own and parts.noun not in OWN_PHOTO:
        node = issue.front.node(*path)
        yield Diagnostic(
            node.span if node else header[1], translate("core", "The attribution names nobody.")
        )


_LICENCE_SITES = re.compile(r"flickr\.com|commons\.wikimedia\.org|wikipedia\.org")


def licence(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A picture from where each has its own licence, without one."""
    path = issue.profile.image.attribution
    node = issue.front.node(*path) if path else None
    parts = read_attribution(node.text) if node and node.kind == "scalar" else None
    if (
        node
        and parts
        and not parts.licence
        and _LICENCE_SITES.search(" ".join((parts.photo_url, parts.platform_url, parts.author_url)))
    ):
        yield Diagnostic(
            node.span,
            translate(
                "core", "Pictures of {platform} have licences of their own, and ask to name them."
            ).fill(platform=parts.platform),
        )


def size(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A picture with too few pixels, or in another proportion."""
    header, known, spec = _header(issue), context.pictures, issue.profile.image
    if not header or not known or not known.size:
        return
    width, height = known.size
    if width < spec.width:
        message = translate("core", "The picture is {width} pixels wide; the page shows {wanted}.")
        yield Diagnostic(header[1], message.fill(width=width, wanted=spec.width))
    elif abs(width / height / (spec.width / spec.height) - 1) > 0.03:
        message = translate(
            "core", "The picture is {width} × {height} pixels; the page wants {wanted} × {high}."
        )
        yield Diagnostic(
            header[1], message.fill(width=width, height=height, wanted=spec.width, high=spec.height)
        )


def weight(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A picture that takes long to load."""
    header, known, most = _header(issue), context.pictures, issue.profile.image.weight
    if header and known and known.weight > most * 1024:
        message = translate("core", "The picture weighs {weight} kB; the page allows {most} kB.")
        yield Diagnostic(header[1], message.fill(weight=known.weight // 1024, most=most))
