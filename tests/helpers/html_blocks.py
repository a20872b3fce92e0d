"""HTML as a list of its innermost blocks, to compare what two renderers make of a page."""

import re
from difflib import SequenceMatcher

from selectolax.lexbor import LexborHTMLParser

_BLOCKS = set(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr iframe li main nav ol p pre script section "
    "style summary table tbody td tfoot th thead tr ul video audio".split()
)
_IGNORED = {"id", "class", "rel", "target", "style", "align", "loading", "decoding", "start"}
_IGNORED |= {"data-lang", "tabindex", "role", "aria-hidden", "aria-label", "spellcheck"}
_IGNORED |= {"onclick", "border"}
_HIGHLIGHT = re.compile(r"\b(?:highlight|highlighter-rouge|codehilite)\b")
_SPACE = re.compile(r"[ \t\n\r\f]+")


def list_blocks(html):
    """The text and inline tags of each innermost block, with the blocks around it."""
    body = LexborHTMLParser(f"<!DOCTYPE html><html><body>{html}</body></html>").body
    found, path, run = [], [], []

    def flush():
        words = _SPACE.sub(" ", "".join(run)).strip()
        words = re.sub(r" ?(<br>) ?", r"\1", words)
        if words:
            found.append((tuple(path), words))
        run.clear()

    def walk(node):
        child = node.child
        while child is not None:
            tag = child.tag
            if tag == "-text":
                run.append(child.text_content)
            elif tag == "pre":  # its colors are not compared
                flush()
                found.append(((*path, tag), _SPACE.sub(" ", child.text(deep=True)).strip()))
            elif tag == "div" and _HIGHLIGHT.search(child.attributes.get("class") or ""):
                walk(child)
            elif tag in _BLOCKS:
                flush()
                path.append(tag)
                walk(child)
                flush()
                if child.child is None:
                    found.append((tuple(path), ""))
                path.pop()
            elif not tag.startswith(("-", "_", "!")):
                known = sorted(
                    f'{name}="{value or ""}"'
                    for name, value in child.attributes.items()
                    if name not in _IGNORED
                )
                run.append(f"<{' '.join([tag, *known])}>")
                walk(child)
                run.append(f"</{tag}>" if tag not in ("br", "img", "input") else "")
            child = child.next

    walk(body)
    flush()
    return found


def compare_blocks(ours, theirs):
    """How many blocks are the same, of how many, and the pairs that differ."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    same, pairs = 0, []
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            same += end - start
        else:
            pairs.append((ours[start:end], theirs[other_start:other_end]))
    return same, max(len(ours), len(theirs)), pairs
