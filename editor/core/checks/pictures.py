"""Checks of the header's picture, and of pictures in the body."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.core.attribution.line import OWN_PHOTO, Attribution, read_attribution
from editor.core.base.edits import Edit, Span
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix, put_fix
from editor.core.issue.issue import Issue

_MARKDOWN_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]{0,500})\]\((?P<url>[^()\s]+)[^()\n]{0,500}\)")
_HTML_IMAGE = re.compile(r"<img\b(?P<attributes>[^<>]{0,2000})>", re.IGNORECASE)
_ALT_ATTRIBUTE = re.compile(r"\balt\s*=", re.IGNORECASE)

_PROPORTION_TOLERANCE = 0.03


class _HeaderPicture(NamedTuple):
    """The file name of the header's picture, and where it stands in the front matter."""

    name: str
    span: Span


def _find_header_picture(issue: Issue) -> _HeaderPicture | None:
    """Return the header's picture; None where pages have none, or this one names none."""
    path = issue.profile.image.name
    if not path:
        return None
    node = issue.front.node(*path)
    if node is None or node.kind != "scalar" or not node.text:
        return None
    return _HeaderPicture(node.text, node.span)


def missing(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The header's picture is not in its folder."""
    header = _find_header_picture(issue)
    if (
        header
        and context.pictures
        and header.name not in context.pictures.names
        and not _find_other_case(header.name, context)
    ):
        message = translate("core", "The picture “{name}” is not there yet.")
        yield Diagnostic(header.span, message.fill(name=header.name))


def case(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The picture's name has other capital letters than its file, which is missing on a server."""
    header = _find_header_picture(issue)
    if header is None:
        return
    file_name = _find_other_case(header.name, context)
    if file_name:
        message = translate(
            "core", "The file is called “{name}”; capital letters count on the server."
        ).fill(name=file_name)
        yield Diagnostic(header.span, message, _rename_fix(issue, header.name, file_name))


def _rename_fix(issue: Issue, old: str, new: str) -> Fix:
    """Return the fix that renames a picture wherever the front matter names it."""
    image = issue.profile.image

    def make_edits() -> list[Edit]:
        edits: list[Edit] = []
        for path in (image.name, *image.also):
            if issue.front.text(*path) == old:
                edits += put_fix(issue, path, new)()
        return edits

    return make_edits


def _find_other_case(name: str, context: CheckContext) -> str:
    """Return the file whose name differs in capital letters alone; "" where there is none."""
    if context.pictures is None or name in context.pictures.names:
        return ""
    for file_name in context.pictures.names:
        if file_name.casefold() == name.casefold():
            return file_name
    return ""


def alt(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A picture has no alt text for readers who cannot see it."""
    header, path = _find_header_picture(issue), issue.profile.image.alt
    if header and path and not issue.front.text(*path).strip():
        message = translate(
            "core", "The header has no alt text: say in a sentence what the picture shows."
        )
        yield Diagnostic(header.span, message)
    text = prose_mask.mask_markdown(issue.text, issue.front.body)
    for match in _MARKDOWN_IMAGE.finditer(text):
        if not match["alt"].strip():
            yield _missing_alt(match)
    for match in _HTML_IMAGE.finditer(text):
        if not _ALT_ATTRIBUTE.search(match["attributes"]):  # an empty one marks a decoration
            yield _missing_alt(match)


def _missing_alt(match: re.Match[str]) -> Diagnostic:
    return Diagnostic(Span(*match.span()), translate("core", "A picture without an alt text."))


def attribution(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The header does not say who made its picture."""
    header, path = _find_header_picture(issue), issue.profile.image.attribution
    if not header or not path:
        return
    line = issue.front.text(*path).strip()
    if not line:
        message = translate("core", "The header does not say who made the picture.")
        yield Diagnostic(header.span, message)
    elif _names_nobody(read_attribution(line)):
        node = issue.front.node(*path)
        span = header.span
        if node:
            span = node.span
        yield Diagnostic(span, translate("core", "The attribution names nobody."))


def _names_nobody(parts: Attribution | None) -> bool:
    if parts is None or parts.own or parts.noun in OWN_PHOTO:
        return False
    return parts.author in ("", "?")


_LICENSE_SITES = re.compile(r"flickr\.com|commons\.wikimedia\.org|wikipedia\.org")
"""Platforms on which every picture has a license of its own."""


def missing_license(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The picture is from a platform of many licenses, and its attribution names none."""
    path = issue.profile.image.attribution
    if not path:
        return
    node = issue.front.node(*path)
    if node is None or node.kind != "scalar":
        return
    parts = read_attribution(node.text)
    if parts is None or parts.license:
        return
    if _LICENSE_SITES.search(" ".join((parts.photo_url, parts.platform_url, parts.author_url))):
        message = translate(
            "core", "Pictures of {platform} have licences of their own, and ask to name them."
        )
        yield Diagnostic(node.span, message.fill(platform=parts.platform))


def size(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The picture has too few pixels, or the wrong proportions."""
    header, pictures, wanted = _find_header_picture(issue), context.pictures, issue.profile.image
    if not header or not pictures or not pictures.size:
        return
    width, height = pictures.size
    if width < wanted.width:
        message = translate("core", "The picture is {width} pixels wide; the page shows {wanted}.")
        yield Diagnostic(header.span, message.fill(width=width, wanted=wanted.width))
    elif abs(width / height / (wanted.width / wanted.height) - 1) > _PROPORTION_TOLERANCE:
        message = translate(
            "core", "The picture is {width} × {height} pixels; the page wants {wanted} × {high}."
        ).fill(width=width, height=height, wanted=wanted.width, high=wanted.height)
        yield Diagnostic(header.span, message)


def weight(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """The picture takes long to load."""
    header, pictures, limit = (
        _find_header_picture(issue),
        context.pictures,
        issue.profile.image.weight,
    )
    if header and pictures and pictures.weight > limit * 1024:
        message = translate("core", "The picture weighs {weight} kB; the page allows {most} kB.")
        yield Diagnostic(header.span, message.fill(weight=pictures.weight // 1024, most=limit))
