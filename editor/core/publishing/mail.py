"""An issue as an HTML mail that needs nothing but the pictures of its own site.

Mail programs strip ``data:`` links, so calendar links lead to the exported ``.ics`` files; a link
without such a file is removed. Styles are written into the elements, since many mail programs
drop style sheets.
"""

import html
from collections.abc import Callable, Mapping
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from editor.core.issue import naming
from editor.core.issue.issue import Issue, issue_title
from editor.core.markdown.placeholders import SCHEME
from editor.core.publishing.calendar_files import make_calendar_files
from editor.core.rendering.blocks import strip_markers
from editor.core.rendering.page import render_page

GMAIL_CLIPS_AT = 102 * 1024
"""Bytes from which Gmail cuts a mail off and shows “[Message clipped]”."""


_SUMMARIES = ("excerpt", "description", "summary")
"""Keys of the front matter that say in a sentence what the issue is about."""
_WIDEST = 600
"""Pixels that a picture may be wide: Outlook follows the attribute alone."""


def write_mail(
    issue: Issue,
    css: str,
    name: str = "",
    width_of: Callable[[str], int | None] = lambda _: None,
) -> str:
    """Write an issue as an HTML mail.

    Pictures of other sites become links: a mail that loads them tells those sites who reads it.

    Args:
        issue: The issue to send.
        css: The style sheet to write into the elements.
        name: The name of the issue's file; "" for the one its profile gives it.
        width_of: Returns how many pixels a picture of the site is wide, None where that is not
            known.

    Returns:
        A complete HTML document without style sheets and ``data:`` links.
    """
    import css_inline  # 20 ms that few starts need

    tree = parse_content(issue)
    profile = issue.profile
    targets = calendar_addresses(issue, name)
    for node in tree.css("a[href]"):
        _rewrite_link(node, targets, profile.address)
    for node in tree.css("img"):
        _rewrite_picture(node, profile.address, width_of)
    page = _write_page(issue, css, (tree.body.inner_html if tree.body else "") or "")
    inliner = css_inline.CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)
    return _strip_unused_attributes(inliner.inline(page))


def _write_page(issue: Issue, css: str, content: str) -> str:
    summary = next((text for key in _SUMMARIES if (text := issue.front.text(key))), "")
    preheader = ""
    if summary:
        # lists of mails show these words beside the subject
        words = html.escape(" ".join(summary.split()))
        preheader = f'<div style="display: none; max-height: 0; overflow: hidden">{words}</div>\n'
    return (
        f'<!DOCTYPE html>\n<html lang="{issue.profile.language}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{html.escape(issue_title(issue))}</title>\n"
        f"<style>{css}</style>\n"
        f"</head>\n<body>\n{preheader}<main>\n{content}\n</main>\n</body>\n</html>\n"
    )


def calendar_folder(issue: Issue, name: str = "") -> str:
    """Return where the calendar files of an issue lie in the site's folder.

    Args:
        issue: The issue the files belong to.
        name: The name of the issue's file; "" for the one its profile gives it.

    Returns:
        The path from the site's root; "" for a site without a folder for calendar files.
    """
    folder = issue.profile.events.folder
    if folder and issue.profile.events.links_files:
        return folder  # their names are the same in every issue
    if folder:
        return f"{folder}/{(name or naming.file_name(issue)).rpartition('.')[0]}"
    return ""


def calendar_addresses(issue: Issue, name: str = "") -> dict[str, str]:
    """Return where the calendar links of an issue lead on the web.

    Args:
        issue: The issue with the links.
        name: The name of the issue's file; "" for the one its profile gives it.

    Returns:
        The address of the exported file by the link in the text; empty for a site without an
        address or without a folder for calendar files.
    """
    folder, profile = calendar_folder(issue, name), issue.profile
    if not folder or not profile.address:
        return {}
    served = folder.removeprefix(profile.static).strip("/")
    addresses: dict[str, str] = {}
    for file in make_calendar_files(issue):
        if file.href and file.entry:
            addresses.setdefault(file.href, urljoin(profile.address, f"{served}/{file.name}"))
    return addresses


def parse_content(issue: Issue) -> LexborHTMLParser:
    """Parse the rendered content of an issue.

    Args:
        issue: The issue to render.

    Returns:
        The tree of a page that holds nothing but the content.
    """
    content = "\n".join(strip_markers(block.html) for block in render_page(issue))
    return LexborHTMLParser(f"<!DOCTYPE html><body>{content}</body>")


def _strip_unused_attributes(page: str) -> str:
    """Remove what only style sheets and scripts read, except the targets of links in the page."""
    tree = LexborHTMLParser(page)
    targets = {(node.attributes.get("href") or "")[1:] for node in tree.css('a[href^="#"]')}
    for node in tree.css("[class], [id]"):
        for name in list(node.attributes):
            if name == "class" or (name == "id" and node.attributes.get("id") not in targets):
                del node.attrs[name]
    page = (tree.html or "").removeprefix("<!DOCTYPE html>").lstrip()
    return f"<!DOCTYPE html>\n{page}\n"


def _limit_width(node: LexborNode, width: int | None) -> None:
    """Say how wide a picture is; one that is too wide, or of unknown size, gets the whole width."""
    given = node.attributes.get("width") or ""
    if given.isdecimal():
        width = int(given)
    node.attrs["width"] = str(min(width or _WIDEST, _WIDEST))
    if "height" in node.attributes and (width is None or width > _WIDEST):
        del node.attrs["height"]  # the other one would press it flat


def _rewrite_link(node: LexborNode, targets: Mapping[str, str], base: str) -> None:
    href = node.attributes.get("href") or ""
    if href.startswith("data:"):
        _rewrite_calendar_link(node, targets.get(href))
    elif href.startswith(f"{SCHEME}:"):
        node.unwrap()
    elif not urlsplit(href).scheme and not href.startswith("#"):
        node.attrs["href"] = urljoin(base, href)


def _rewrite_calendar_link(node: LexborNode, target: str | None) -> None:
    if target is None:
        node.decompose()
        return
    node.attrs["href"] = target
    for name in ("download", "title", "aria-label"):
        if name in node.attributes:
            del node.attrs[name]


def _rewrite_picture(node: LexborNode, base: str, width_of: Callable[[str], int | None]) -> None:
    source, alt = node.attributes.get("src") or "", node.attributes.get("alt") or ""
    address = source
    if base:
        address = urljoin(base, source)
    is_web = address.startswith("http")
    if is_web and urlsplit(address).hostname == urlsplit(base).hostname:
        node.attrs["src"] = address
        _limit_width(node, width_of(source))
    elif is_web:
        words = html.escape(alt or source[:80])
        markup = f'<p><a href="{html.escape(address)}">[{words}]</a></p>'
        link = LexborHTMLParser(markup).css_first("a")
        node.replace_with(link or words)
    elif alt:
        node.replace_with(f"[{alt}]")
    else:
        node.replace_with(" ")
