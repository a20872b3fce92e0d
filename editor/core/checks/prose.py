"""Checks of the Markdown in the body: what does not render as meant, and what reads like a slip."""

import re
from collections.abc import Iterator

from editor.core.base.edits import Span, blank_out, find_spans
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.body_links import find_links
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.issue.issue import Issue

_ASTERISKS = re.compile(r"(?<![*\\])\*\*(?!\*)")


def bold(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A space inside the asterisks keeps words from being bold (CommonMark §6.2)."""
    text, body = issue.text, issue.front.body
    prose = prose_mask.mask_words(text, body)
    lines = _find_lines_with_asterisks(prose, body)
    if not any(_find_unpaired_asterisks(text, prose, line) for line in lines):
        return  # what the lines say is enough for nearly all pages, and spares parsing the blocks
    for block in prose_mask.read_page(text, body).texts:
        asterisks = _find_unpaired_asterisks(text, prose, block)
        if asterisks is None:
            continue
        left, right = asterisks
        words = text[left.end : right.start]
        if words == words.strip() or not words.strip() or "\n" in words:
            continue
        new = f"**{words.strip()}**"
        if words[0] == " " and text[left.start - 1 : left.start].isalnum():
            new = f" {new}"
        if words[-1] == " " and text[right.end : right.end + 1].isalnum():
            new = f"{new} "
        span = Span(left.start, right.end)
        message = translate("core", "This is not bold: a blank stands inside the asterisks.")
        is_address_open = "](" in words and ")" not in words[words.rfind("](") :]
        fix = None if is_address_open else replace_fix(span, new)  # they would become its end
        yield Diagnostic(span, message, fix)


def _find_lines_with_asterisks(prose: str, start: int) -> Iterator[Span]:
    at = prose.find("**", start)
    while at >= 0:
        end = prose.find("\n", at)
        if end < 0:
            end = len(prose)
        yield Span(max(start, prose.rfind("\n", 0, at) + 1), end)
        at = prose.find("**", end)


def _find_unpaired_asterisks(text: str, prose: str, block: Span) -> tuple[Span, Span] | None:
    """Return two neighboring pairs of asterisks in a block that make nothing bold.

    Asterisks that could neither open nor close anything are arithmetic, unless the line ends
    behind them.
    """
    pairs = find_spans(_ASTERISKS, prose, block.start, block.end)
    opening = {pair for pair in pairs if pair.end < block.end and not text[pair.end].isspace()}
    closing = {
        pair for pair in pairs if pair.start > block.start and not text[pair.start - 1].isspace()
    }
    open_pairs: list[Span] = []
    unpaired: list[Span] = []
    for pair in pairs:
        if pair in closing and open_pairs:
            open_pairs.pop()
        elif pair in opening:
            open_pairs.append(pair)
        else:
            unpaired.append(pair)
    unpaired = sorted([*unpaired, *open_pairs])
    if len(unpaired) != 2:
        return None
    left, right = unpaired
    if pairs.index(right) != pairs.index(left) + 1:
        return None
    if left in opening or right in closing or _ends_line(prose, right.end):
        return (left, right)
    return None


def _ends_line(prose: str, position: int) -> bool:
    """Tell whether only punctuation follows in the line."""
    end = prose.find("\n", position)
    if end < 0:
        end = len(prose)
    return not prose[position:end].strip(" .,;:!?")


_NOT_BRACKETS = re.compile(r"[^()\[\]]+")
_BRACKET = re.compile(
    r"""
    \\.                                     # an escaped character
    | [()\[\]]
    | (?<!\S)(?:[a-z\d]{1,2}|[ivx]+)\)      # an enumerator: a) 1) iv)
    | [:;]-?\)                              # a smiley
    """,
    re.VERBOSE,
)
_CLOSING = {"(": ")", "[": "]"}
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_LONGEST_PARAGRAPH = 20_000
"""Characters; a longer one is data, and would take long."""


def brackets(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A bracket is opened and not closed, or closed and not opened."""
    body = issue.front.body
    text = prose_mask.mask_words(issue.text, body)
    text = blank_out(text, [link.url for link in find_links(issue)])
    for paragraph in _PARAGRAPH.finditer(text[body:]):
        words = paragraph[0]
        if len(words) > _LONGEST_PARAGRAPH or _is_balanced(words):
            continue
        position = _find_unpaired_bracket(words)
        if position is not None:
            start = body + paragraph.start() + position
            message = translate("core", "“{bracket}” has no partner.")
            yield Diagnostic(Span(start, start + 1), message.fill(bracket=words[position]))


def _is_balanced(words: str) -> bool:
    """Tell quickly whether every bracket has its partner, as in nearly all paragraphs."""
    brackets_left = _NOT_BRACKETS.sub("", words)
    while brackets_left:
        fewer = brackets_left.replace("()", "").replace("[]", "")
        if fewer == brackets_left:
            return False
        brackets_left = fewer
    return True


def _find_unpaired_bracket(words: str) -> int | None:
    """Return the first bracket that is not closed, or else the first that is not opened."""
    open_brackets: list[int] = []
    unopened: int | None = None
    for match in _BRACKET.finditer(words):
        char = match[0]
        if len(char) > 1 and open_brackets and char[-1] == ")" and char[0] != "\\":
            char = ")"  # neither enumerator nor smiley: it closes what is open
        if char in _CLOSING:
            open_brackets.append(match.start())
        elif char in (")", "]"):
            if open_brackets and _CLOSING[words[open_brackets[-1]]] == char:
                open_brackets.pop()
            elif unopened is None:
                unopened = match.end() - 1
    if open_brackets:
        return open_brackets[0]
    return unopened


def heading_one(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A heading is of the first level, as the page's title is already."""
    if not issue.front.text("title"):
        return
    for section in issue.sections:
        if section.heading.level == 1:
            message = translate(
                "core", "A heading of the first level; the page’s title is one already. Use ##."
            )
            yield Diagnostic(section.heading.span, message)


def heading_jump(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A heading is more than one level below the one before it."""
    last = 1
    for section in issue.sections:
        level = section.heading.level
        if level > last + 1:
            message = translate("core", "From level {last} to level {level}: a level is left out.")
            yield Diagnostic(section.heading.span, message.fill(last=last, level=level))
        last = level


def heading_twice(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Two headings have the same name, so links to the second lead to the first."""
    seen: set[str] = set()
    for section in issue.sections:
        title = " ".join(section.heading.title.casefold().split())
        if title and title in seen:
            yield Diagnostic(
                section.heading.span,
                translate("core", "A heading of this name stands here already."),
            )
        seen.add(title)


_SPACES_ONLY = re.compile(r"^[ \t]+$", re.MULTILINE)


def spaces_only(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A line holds nothing but spaces."""
    page = prose_mask.read_page(issue.text, issue.front.body)
    for span in find_spans(_SPACES_ONLY, issue.text, issue.front.body):
        if not page.is_code(span.start):
            yield Diagnostic(
                span, translate("core", "Blanks on an empty line."), replace_fix(span, "")
            )


_DOUBLED = re.compile(r"\b(?<![\w/:*'’-])(?P<word>[^\W\d_]{2,}+) (?P=word)(?![\w-])")
_MAY_BE_DOUBLED = frozenset(
    "die der das den dem des sie ihr wir uns sich es er had that werden so sehr "
    "blah bla ha haha nach".split()
)
"""Words that may stand twice: "die, die die Daten haben"."""
_NEVER_DOUBLED = frozenset(
    "Der Die Das Den Dem Des Und Er Es Wir Ein Eine Im In Am An Auf Mit Von The A".split()
)
"""Words that no sentence has twice at its beginning; others with a capital may be names."""


def doubled(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A word stands twice."""
    text = prose_mask.mask_words(issue.text, issue.front.body)
    for match in _DOUBLED.finditer(text, issue.front.body):
        word = match["word"]
        if word not in _NEVER_DOUBLED and (word.istitle() or word.lower() in _MAY_BE_DOUBLED):
            continue
        span = Span(*match.span())
        message = translate("core", "“{word}” stands twice.").fill(word=word)
        yield Diagnostic(span, message, replace_fix(span, word), is_safe_fix=False)
