"""What kramdown does otherwise than CommonMark, as a plugin for markdown-it-py.

Attribute lists ``{: …}``, line breaks by ``\\\\``, extensions ``{::…}``, links whose label stands
behind a blank, tables without a header, items that are tight or loose each for itself, and dashes.
Source: kramdown's syntax, https://kramdown.gettalong.org/syntax.html
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"\{:(?!:)(?P<inside>(?:[^{}\"'\n]|\"[^\"\n]*\"|'[^'\n]*')*)\}")
_ATTRIBUTE_LINE = re.compile(rf" {{0,3}}{_ATTRIBUTES.pattern}[ \t]*")
_EXTENSION = re.compile(r" {0,3}\{:(?::(?P<name>\w+)(?P<rest>[^{}\n]*)|(?P<end>/\w*))\}[ \t]*")
_ATTRIBUTE = re.compile(
    r"""
    \#(?P<id>[\w:-]+) | \.(?P<class>[\w-]+)
    | (?P<name>[\w:-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"\[(?P<words>[^\[\]\n]+)\][ \n]\[(?P<label>[^\[\]\n]+)\]")
_CELLS = re.compile(r"(?<!\\)\|")
_DASHES = (
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<!-)--(?!-)"), "–"),
    (re.compile(r"\.\.\."), "…"),
)
_OPENS = ("link_open", "em_open", "strong_open", "s_open")
_SINGLE = ("image", "code_inline")
_MARKS = set("*_~")


def kramdown_plugin(md: MarkdownIt, *, quotes: bool) -> None:
    """Teach a parser kramdown's ways.

    Args:
        md: The parser.
        quotes: Whether hyphens and dots become dashes and ellipses.
    """
    md.block.ruler.before(
        "paragraph", "kramdown_attributes", _read_attribute_line, {"alt": ["paragraph", "list"]}
    )
    md.block.ruler.before(
        "paragraph", "kramdown_extension", _read_extension, {"alt": ["paragraph", "list"]}
    )
    md.block.ruler.before("paragraph", "kramdown_table", _read_bare_table)
    md.inline.ruler.before("link", "kramdown_label", _read_label)
    md.inline.ruler.before("escape", "kramdown_break", _read_break)
    md.inline.ruler.push("kramdown_span_attributes", _read_attributes)
    md.core.ruler.after("block", "item_marks", _loosen_items)
    if quotes:
        md.core.ruler.at("replacements", _replace_dashes)


# --- blocks ---------------------------------------------------------------------------------------


def _line_at(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _read_attribute_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of attributes belongs to the block above it, else to the one below: it is not seen."""
    match = _ATTRIBUTE_LINE.fullmatch(_line_at(state, start))
    if match is None or state.is_code_block(start):
        return False
    if not silent:
        _decorate_block(state.tokens, match["inside"])
        state.line = start + 1
    return True


def _decorate_block(tokens: list[Token], inside: str) -> None:
    """Give attributes to the block that has ended last, if it is one that has a tag."""
    if not tokens:
        return
    level = tokens[-1].level
    for token in reversed(tokens):
        if token.level == level and token.nesting >= 0 and token.type != "inline":
            _set_attributes(token, inside)
            return


def _read_extension(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``{::options /}`` and its kin are not seen, a comment not with all that it holds."""
    match = _EXTENSION.fullmatch(_line_at(state, start))
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    state.line = start + 1
    if match["name"] == "comment" and not match["rest"].rstrip().endswith("/"):
        for line in range(start + 1, end):
            closing = _EXTENSION.fullmatch(_line_at(state, line))
            if closing and closing["end"] in ("/", "/comment"):
                state.line = line + 1
                break
    return True


def _read_bare_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lines with pipes are a table, though no line of dashes says so."""
    lines = []
    for line in range(start, end):
        text = _line_at(state, line)
        if not text.strip() or not _CELLS.search(text) or state.sCount[line] - state.blkIndent > 3:
            break
        lines.append(text)
    if not lines or silent or any(_is_no_row(line) for line in lines):
        return False
    behind = start + len(lines)
    if behind < end and not state.isEmpty(behind):
        return False  # the paragraph goes on in words
    opening = state.push("table_open", "table", 1)
    opening.map = [start, behind]
    state.push("tbody_open", "tbody", 1)
    for number, row in enumerate(lines, start):
        state.push("tr_open", "tr", 1).map = [number, number + 1]
        for cell in _split_cells(row):
            state.push("td_open", "td", 1)
            token = state.push("inline", "", 0)
            token.map, token.content, token.children = [number, number + 1], cell, []
            state.push("td_close", "td", -1)
        state.push("tr_close", "tr", -1)
    state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)
    state.line = behind
    return True


def _is_no_row(line: str) -> bool:
    """Whether the pipes of a line stand in code, in a link or in HTML."""
    outside = re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]*>", "", line)
    return not _CELLS.search(outside)


def _split_cells(line: str) -> list[str]:
    inner = line.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _CELLS.split(inner)]


# --- items ----------------------------------------------------------------------------------------


def _loosen_items(state: StateCore) -> None:
    """Make each item loose that has an empty line behind its first paragraph, and no other."""
    lines = state.src.split("\n")
    lists: list[list[tuple[Token, int]]] = []
    for number, token in enumerate(state.tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append([])
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            _mark_items(lists.pop(), state.tokens, lines)
        elif token.type == "list_item_open" and lists:
            lists[-1].append((token, number))


def _mark_items(items: list[tuple[Token, int]], tokens: list[Token], lines: list[str]) -> None:
    """Show or hide the tags of the first paragraph of each item of a list."""
    tight_before = False
    for place, (item, number) in enumerate(items):
        first = tokens[number + 1]
        if first.type != "paragraph_open" or not first.map or not item.map:
            continue
        is_last = place == len(items) - 1
        behind = first.map[1]
        has_more = any(line.strip() for line in lines[behind : item.map[1]])
        is_tight = behind >= len(lines) or bool(lines[behind].strip()) or (is_last and not has_more)
        if is_last and len(items) > 1:
            is_tight = is_tight and tight_before
        tight_before = tight_before or is_tight
        first.hidden = tokens[number + 3].hidden = is_tight


# --- inline content -------------------------------------------------------------------------------


def _read_break(state: StateInline, silent: bool) -> bool:
    """Two backslashes at the end of a line break it, as one does."""
    if state.src.startswith("\\\\\n", state.pos):
        if not silent:
            state.push("hardbreak", "br", 0)
        state.pos += 3
        while state.pos < state.posMax and state.src[state.pos] in " \t":
            state.pos += 1
        return True
    return False


def _read_label(state: StateInline, silent: bool) -> bool:
    """``[words] [label]``: a blank may stand between them."""
    match = _LABEL.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    references = state.env.get("references", {})
    reference = references.get(" ".join(match["label"].split()).upper())
    if reference is None:
        return False
    if not silent:
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": reference["href"]}
        if reference.get("title"):
            opening.attrs["title"] = reference["title"]
        end = state.posMax
        state.pos, state.posMax = match.start("words"), match.end("words")
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.posMax = end
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _read_attributes(state: StateInline, silent: bool) -> bool:
    """Attributes right behind a link, picture, code or marked words belong to them."""
    if state.src[state.pos] != "{" or state.pending:
        return False
    match = _ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if match is None or not state.tokens:
        return False
    if not silent and not _decorate_span(state.tokens, match["inside"]):
        return False
    state.pos = match.end()
    return True


def _decorate_span(tokens: list[Token], inside: str) -> bool:
    last = tokens[-1]
    if last.type in _SINGLE:
        _set_attributes(last, inside)
        return True
    if last.type == "link_close":
        for token in reversed(tokens):
            if token.type in _OPENS and token.level == last.level:
                _set_attributes(token, inside)
                return True
    return last.type == "text" and set(last.content) <= _MARKS  # of emphasis, not yet paired


def _set_attributes(token: Token, inside: str) -> None:
    for match in _ATTRIBUTE.finditer(inside):
        if match["class"]:
            token.attrJoin("class", match["class"])
        elif match["id"]:
            token.attrSet("id", match["id"])
        else:
            token.attrSet(match["name"], match["double"] or match["single"] or "")


def _replace_dashes(state: StateCore) -> None:
    if not state.md.options.typographer:
        return
    for block in state.tokens:
        for token in block.children or ():
            if token.type == "text":
                for expression, sign in _DASHES:
                    token.content = expression.sub(sign, token.content)
