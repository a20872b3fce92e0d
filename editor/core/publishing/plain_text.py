"""An issue as plain text: underlined headings, addresses behind their words, no calendar links."""

import re
import textwrap
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from editor.core.issue.issue import Issue
from editor.core.publishing.mail import parse_content

_WIDTH = 76
_BLOCK_TAGS = set(
    "p h1 h2 h3 h4 h5 h6 ul ol dl dt dd table thead tbody tfoot tr pre blockquote hr "
    "div section figure figcaption details summary main li".split()
)
_STRUCK_TAGS = ("del", "s", "strike")


def write_plain_text(issue: Issue) -> str:
    """Write an issue as plain text.

    Args:
        issue: The issue to write.

    Returns:
        The text, wrapped where it can be, ending with a line break.
    """
    tree = parse_content(issue)
    for node in tree.css('a[href^="data:"]'):
        node.decompose()
    lines: list[str] = []
    if tree.body:
        try:
            lines = list(_write_blocks(tree.body, "", ""))
        except RecursionError:  # raw HTML nested a thousandfold: its words without any structure
            lines = tree.body.text().splitlines()
    text = "\n".join(line.rstrip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _write_blocks(parent: LexborNode, lead: str, hang: str) -> Iterator[str]:
    """Yield the lines of an element; ``lead`` begins the first of them, ``hang`` the others."""
    words: list[str] = []
    for node in parent.iter(include_text=True):
        if node.tag not in _BLOCK_TAGS:
            words.append(_write_inline(node))
            continue
        if "".join(words).strip():
            yield from _wrap_text("".join(words), lead, hang)
            lead = hang
        words = []
        yield from _write_block(node, lead, hang)
        lead = hang
    if "".join(words).strip():
        yield from _wrap_text("".join(words), lead, hang)


def _write_block(node: LexborNode, lead: str, hang: str) -> Iterator[str]:
    tag = node.tag or ""
    if re.fullmatch("h[1-6]", tag):
        yield from _write_heading(node, lead)
    elif tag in ("ul", "ol"):
        yield from _write_list(node, hang)
    elif tag == "pre":
        yield from (f"{hang}    {line}" for line in node.text().splitlines())
        yield ""
    elif tag == "hr":
        yield from (hang + "-" * 20, "")
    elif tag == "tr":
        cells = (_join_words(_write_children(cell)) for cell in node.iter())
        yield hang + " | ".join(cells)
    elif tag == "blockquote":
        yield from _write_blocks(node, hang + "> ", hang + "> ")
    else:
        yield from _write_blocks(node, lead, hang)
        if tag in ("p", "table"):
            yield ""


def _write_heading(node: LexborNode, lead: str) -> Iterator[str]:
    title = _join_words(_write_children(node))
    underline = "-"
    if node.tag == "h1":
        underline = "="
    yield from ("", lead + title, lead + underline * min(len(title), _WIDTH), "")


def _write_list(node: LexborNode, hang: str) -> Iterator[str]:
    start = node.attributes.get("start") or ""
    first = int(start) if start.isdigit() else 1
    for number, item in enumerate(node.iter(), first):
        marker = "* "
        if node.tag == "ol":
            marker = f"{number}. "
        yield from _write_blocks(item, hang + marker, hang + " " * len(marker))
    if not hang:
        yield ""


def _write_children(node: LexborNode) -> str:
    return "".join(map(_write_inline, node.iter(include_text=True)))


def _write_inline(node: LexborNode) -> str:
    """Return inline content: what is struck out stays marked, a picture is its description."""
    if node.tag == "-text":
        return node.text_content or ""
    if node.tag == "br":
        return "\n"
    if node.tag == "img":
        description = _join_words(node.attributes.get("alt") or "")
        return description and f"[{description}]"
    if node.tag == "input" and node.attributes.get("type") == "checkbox":
        return "[x]" if "checked" in node.attributes else "[ ]"
    words = _write_children(node)
    if node.tag in _STRUCK_TAGS and words.strip():
        return f"~~{words}~~"
    if node.tag == "a":
        return _write_link(words, node.attributes.get("href") or "")
    return words


def _write_link(words: str, href: str) -> str:
    """Let the address follow the words, unless they are the address."""
    address = href.removeprefix("mailto:").rstrip("/")
    if not href.startswith(("http", "mailto:")) or address == words.strip().rstrip("/"):
        return words
    return f"{words} <{href}>"


def _join_words(text: str) -> str:
    """Return a text on one line, with single spaces."""
    return " ".join(text.split())


def _wrap_text(text: str, lead: str, hang: str) -> Iterator[str]:
    for line in text.split("\n"):
        if line.strip():
            yield from textwrap.wrap(
                _join_words(line),
                max(_WIDTH, len(lead) + 30),
                initial_indent=lead,
                subsequent_indent=hang,
                break_long_words=False,
                break_on_hyphens=False,
            )
            lead = hang
