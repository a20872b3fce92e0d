"""An issue as a mail: one HTML page that needs nothing but its pictures' own addresses, and the same as plain text.

Mail programs strip ``data:`` links, so calendar links lead to the exported ``.ics`` files; what has no file loses
its link. Styles are written into the elements, since many programs drop style sheets.
"""

import html
import re
import textwrap
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from editor.core.issue import naming
from editor.core.issue.issue import Issue, issue_title
from editor.core.markdown.placeholders import SCHEME
from editor.core.publishing.calendar_files import make_calendar_files
from editor.core.rendering.blocks import render_page, strip_markers

GMAIL_CLIPS_AT = 102 * 1024
"""Bytes from which Gmail cuts a mail off and shows “[Message clipped]”."""
_WIDTH = 76


def write_mail(issue: Issue, css: str, name: str = "") -> str:
    """The mail as HTML; ``name`` is the name of the issue's file where that is not the profile's. Pictures of other sites become links: a mail that loads them tells who reads it."""
    import css_inline  # 20 ms that few starts need

    tree = _tree(issue)
    profile = issue.profile
    targets = calendar_addresses(issue, name)
    for node in tree.css("a[href]"):
        _relinked(node, targets, profile.address)
    for node in tree.css("img"):
        _repictured(node, profile.address)
    content = tree.body.inner_html if tree.body else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{profile.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(issue_title(issue))}</title>\n'
        f"<style>{css}</style>\n</head>\n<body>\n<main>\n{content}\n</main>\n</body>\n</html>\n"
    )
    written: str = css_inline.CSSInliner(
        keep_style_tags=False, load_remote_stylesheets=False
    ).inline(page)
    return _bare(written)


def _bare(page: str) -> str:
    """The page without attributes that only style sheets and scripts read; targets of links within it stay."""
    tree = LexborHTMLParser(page)
    targets = {(node.attributes.get("href") or "")[1:] for node in tree.css('a[href^="#"]')}
    for node in tree.css("[class], [id]"):
        for name in list(node.attributes):
            if name == "class" or (name == "id" and node.attributes.get("id") not in targets):
                del node.attrs[name]
    return f"<!DOCTYPE html>\n{tree.html}\n"


def _tree(issue: Issue) -> LexborHTMLParser:
    content = "\n".join(strip_markers(block.html) for block in render_page(issue))
    return LexborHTMLParser(f"<!DOCTYPE html><body>{content}</body>")


def calendar_folder(issue: Issue, name: str = "") -> str:
    """Where an issue's calendar files lie in the site's folder; "" for a site that has none."""
    folder = issue.profile.events.folder
    if folder:
        return f"{folder}/{(name or naming.file_name(issue)).rpartition('.')[0]}"
    return ""


def calendar_addresses(issue: Issue, name: str = "") -> dict[str, str]:
    """Where the calendar links of an issue lead on the web, by the link in the text."""
    folder, profile = calendar_folder(issue, name), issue.profile
    if not folder or not profile.address:
        return {}
    served = folder.removeprefix(profile.static).strip("/")
    found: dict[str, str] = {}
    for file in make_calendar_files(issue):
        if file.href and file.entry:
            found.setdefault(file.href, urljoin(profile.address, f"{served}/{file.name}"))
    return found


def _relinked(node: LexborNode, targets: dict[str, str], base: str) -> None:
    href = node.attributes.get("href") or ""
    if href.startswith("data:"):
        target = targets.get(href)
        if target is None:
            node.decompose()
            return
        node.attrs["href"] = target
        for name in ("download", "title", "aria-label"):
            if name in node.attributes:
                del node.attrs[name]
    elif href.startswith(f"{SCHEME}:"):
        node.unwrap()
    elif not urlsplit(href).scheme and not href.startswith("#"):
        node.attrs["href"] = urljoin(base, href)


def _repictured(node: LexborNode, base: str) -> None:
    source, alt = node.attributes.get("src") or "", node.attributes.get("alt") or ""
    own = urljoin(base, source) if base else source
    if urlsplit(own).hostname == urlsplit(base).hostname and own.startswith("http"):
        node.attrs["src"] = own
        return
    words = html.escape(alt or source[:80])
    if own.startswith("http"):
        link = LexborHTMLParser(f'<p><a href="{html.escape(own)}">[{words}]</a></p>').css_first("a")
        node.replace_with(link or words)
    else:
        node.replace_with(f"[{alt}]" if alt else " ")


# --- plain text -----------------------------------------------------------------------------------

_BLOCKS = set(
    "p h1 h2 h3 h4 h5 h6 ul ol dl dt dd table thead tbody tfoot tr pre blockquote hr div section figure figcaption details summary main li".split()
)


def write_plain_text(issue: Issue) -> str:
    """The issue as plain text: underlined headings, addresses behind their words, calendar links left out."""
    tree = _tree(issue)
    for node in tree.css('a[href^="data:"], img'):
        node.decompose()
    try:
        lines = list(_blocks(tree.body, "", "")) if tree.body else []
    except (
        RecursionError
    ):  # raw HTML nested a thousandfold: its words, without their order of importance
        lines = (tree.body.text() if tree.body else "").splitlines()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip() + "\n"


def _blocks(parent: LexborNode, lead: str, hang: str) -> Iterator[str]:
    """The lines of an element's blocks; ``lead`` begins the first of them, ``hang`` the others."""
    words: list[str] = []
    for node in parent.iter(include_text=True):
        if node.tag not in _BLOCKS:
            words.append(_words(node))
            continue
        if "".join(words).strip():
            yield from _wrapped("".join(words), lead, hang)
            lead = hang
        words = []
        yield from _block(node, lead, hang)
        lead = hang
    if "".join(words).strip():
        yield from _wrapped("".join(words), lead, hang)


def _block(node: LexborNode, lead: str, hang: str) -> Iterator[str]:
    tag = node.tag or ""
    if re.fullmatch("h[1-6]", tag):
        title = " ".join(_inner(node).split())
        yield from (
            "",
            lead + title,
            lead + ("=" if tag == "h1" else "-") * min(len(title), _WIDTH),
            "",
        )
    elif tag in ("ul", "ol"):
        first = node.attributes.get("start") or "1"
        for number, item in enumerate(node.iter(), int(first) if first.isdigit() else 1):
            marker = f"{number}. " if tag == "ol" else "* "
            yield from _blocks(item, hang + marker, hang + " " * len(marker))
        if not hang:
            yield ""
    elif tag == "pre":
        yield from (f"{hang}    {line}" for line in node.text().splitlines())
        yield ""
    elif tag == "hr":
        yield from (hang + "-" * 20, "")
    elif tag == "tr":
        yield hang + " | ".join(" ".join(_inner(cell).split()) for cell in node.iter())
    elif tag == "blockquote":
        yield from _blocks(node, hang + "> ", hang + "> ")
    else:
        yield from _blocks(node, lead, hang)
        if tag in ("p", "table"):
            yield ""


def _inner(node: LexborNode) -> str:
    return "".join(map(_words, node.iter(include_text=True)))


def _words(node: LexborNode) -> str:
    """Inline content as words; a link's address stands behind them, unless they are the address."""
    if node.tag == "-text":
        return node.text_content or ""
    if node.tag == "br":
        return "\n"
    inner = _inner(node)
    href = (node.attributes.get("href") or "") if node.tag == "a" else ""
    if not href.startswith(("http", "mailto:")) or href.removeprefix("mailto:").rstrip(
        "/"
    ) == inner.strip().rstrip("/"):
        return inner
    return f"{inner} <{href}>"


def _wrapped(words: str, lead: str, hang: str) -> Iterator[str]:
    for line in words.split("\n"):
        if line.strip():
            yield from textwrap.wrap(
                " ".join(line.split()),
                max(_WIDTH, len(lead) + 30),
                initial_indent=lead,
                subsequent_indent=hang,
                break_long_words=False,
                break_on_hyphens=False,
            )
            lead = hang
