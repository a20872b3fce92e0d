"""The inline content of a paragraph as runs; what no rule of the parser has taken is text."""

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from editor.core.base.edits import Span
from editor.core.base.remembering import remember
from editor.core.events.item_reading import CALENDAR_ANCHOR
from editor.core.markdown.goldmark.markup import image_text
from editor.core.markdown.parser import Definitions, Dialect
from editor.core.richtext.blocks import (
    LINE_BREAK,
    AtomKind,
    Construct,
    Mark,
    Run,
    RunKind,
    picture_label,
)
from editor.core.richtext.watching import Match, watch_rules

_MAX_REMEMBERED = 8000
_DELIMITERS = {"em": Mark.EMPHASIS, "strong": Mark.STRONG, "s": Mark.STRIKE}
_PLAIN_RULES = {"text", "typographer"}
_LINE_TAGS = ("<br>", "<br/>", "<br />")


class InlineRuns(NamedTuple):
    """The runs that tile an inline content, and the constructs in it, outer ones first."""

    runs: tuple[Run, ...]
    constructs: tuple[Construct, ...]


@remember(_MAX_REMEMBERED, at=1)
def read_inline(dialect: Dialect, content: str, definitions: Definitions) -> InlineRuns:
    """Read an inline content.

    Args:
        dialect: How the site reads Markdown.
        content: The content of a paragraph or heading, as the block rules give it.
        definitions: What the document defines.

    Returns:
        Its runs, with positions in the content.
    """
    return _RunMaker(content).make(watch_rules(dialect, content, definitions))


class _Open(Struct):
    """A construct whose end is not known yet."""

    mark: Mark
    outer: int
    inner: int
    address: str = ""
    label_end: int = -1
    end: int = -1


class _RunMaker(Struct):
    """Makes the runs of a content from what rules have taken of it."""

    content: str
    at: int = 0
    runs: list[Run] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    constructs: list[Construct] = field(default_factory=list)

    def make(self, matches: list[Match]) -> InlineRuns:
        anchors = _find_anchors(self.content)
        for match in matches:
            if match.start < self.at:
                continue  # part of a calendar link
            self._close_links(match.start)
            self._add_text(match.start)
            if match.rule == "newline" and match.tokens[-1].type == "hardbreak":
                self._take_blanks()
            anchor = anchors.get(match.start)
            if anchor and match.rule == "html_inline":
                self._add_atom(anchor, "📅", AtomKind.CALENDAR)
            else:
                self._add_match(match)
        self._close_links(len(self.content))
        self._add_text(len(self.content))
        self.constructs.sort(key=lambda construct: (construct.outer.start, -construct.outer.end))
        return InlineRuns(tuple(_join_runs(self.runs)), tuple(self.constructs))

    def _add_match(self, match: Match) -> None:
        if match.rule == "link":
            token = next(token for token in match.tokens if token.type == "link_open")
            self._hide(match.start + 1)
            address = str(token.attrs.get("href") or "")
            self.open.append(
                _Open(Mark.LINK, match.start, self.at, address, match.label_end, match.end)
            )
        elif match.rule in ("emphasis", "strikethrough"):
            self._add_delimiters(match)
        elif match.rule == "escape" and self.content[match.start + 1] != "\n":
            self._add_escape(match)
        elif match.rule == "backticks":
            self._add_code(match)
        elif match.rule in ("autolink", "goldmark_linkify", "linkify"):
            self._add_bare_link(match)
        elif match.rule == "task" and not match.start:
            self._hide(match.end)  # the parser's own mark of an item
        elif match.rule in _PLAIN_RULES:
            self._add_text(match.end)
        else:
            self._add_atom(match.end, *_describe_atom(match, self.content))
            if match.rule == "image" and match.tokens:
                address = str(match.tokens[-1].attrs.get("src") or "")
                self.runs[-1] = replace(self.runs[-1], address=address)

    def _add_text(self, end: int) -> None:
        if end > self.at:
            shown = self.content[self.at : end]
            self.runs.append(Run(RunKind.TEXT, self.at, end, shown, self._marks()))
            self.at = end

    def _hide(self, end: int) -> None:
        if end > self.at:
            self.runs.append(Run(RunKind.HIDDEN, self.at, end, ""))
            self.at = end

    def _add_atom(self, end: int, shown: str, kind: AtomKind) -> None:
        self.runs.append(Run(RunKind.ATOM, self.at, end, shown, self._marks(), kind))
        self.at = end

    def _take_blanks(self) -> None:
        """Blanks that make a line break are part of it."""
        run = self.runs[-1]
        words = run.shown.rstrip(" ")
        if run.kind is RunKind.TEXT:
            self.at -= len(run.shown) - len(words)
            self.runs[-1:] = [replace(run, end=self.at, shown=words)] if words else []

    def _marks(self) -> frozenset[Mark]:
        return frozenset(construct.mark for construct in self.open)

    def _close_links(self, position: int) -> None:
        """End the links whose words end before a position."""
        while links := [link for link in self.open if 0 <= link.label_end <= position]:
            link = links[-1]
            self._add_text(link.label_end)
            self.open.remove(link)
            self._close(link, self.at, link.end)
            self._hide(link.end)

    def _close(self, construct: _Open, inner_end: int, outer_end: int) -> None:
        outer, inner = Span(construct.outer, outer_end), Span(construct.inner, inner_end)
        self.constructs.append(Construct(construct.mark, outer, inner, construct.address))

    def _add_delimiters(self, match: Match) -> None:
        """The marks of emphasis, one token each; those that are none are text."""
        for token, width in _find_delimiters(match):
            kind = token.type.partition("_")[0]
            mark = _DELIMITERS.get(kind)
            if mark and token.nesting > 0:
                is_strong = kind == "strong"  # its outer mark has passed
                self._hide(self.at + width)
                self.open.append(_Open(mark, self.at - width - is_strong, self.at))
            elif mark:
                self._close_mark(mark, width, is_strong=kind == "strong")
            elif token.content:
                self._add_text(self.at + width)
            else:
                self._hide(self.at + width)

    def _close_mark(self, mark: Mark, width: int, *, is_strong: bool) -> None:
        construct = next(item for item in reversed(self.open) if item.mark is mark)
        self.open.remove(construct)
        self._close(construct, self.at, self.at + width + is_strong)
        self._hide(self.at + width)

    def _add_escape(self, match: Match) -> None:
        """A backslash is hidden where it escapes, else it is text as on the page."""
        if match.tokens[-1].content != self.content[match.start : match.end]:
            self._hide(match.start + 1)
        self._add_text(match.end)

    def _add_code(self, match: Match) -> None:
        if not match.tokens or match.tokens[-1].type != "code_inline":
            self._add_text(match.end)
            return
        width = len(match.tokens[-1].markup)
        inside = self.content[match.start + width : match.end - width].replace("\n", " ")
        if match.tokens[-1].content != inside:
            width += 1  # the spaces inside
        code = _Open(Mark.CODE, match.start, match.start + width)
        self._hide(code.inner)
        self.open.append(code)
        for index, line in enumerate(self.content[code.inner : match.end - width].split("\n")):
            if index:
                self._add_atom(self.at + 1, " ", AtomKind.BREAK)
            self._add_text(self.at + len(line))
        self.open.remove(code)
        self._close(code, self.at, match.end)
        self._hide(match.end)

    def _add_bare_link(self, match: Match) -> None:
        """An address that is a link by itself, or between ``<`` and ``>``."""
        opening = next(token for token in match.tokens if token.type == "link_open")
        width = int(match.rule == "autolink")
        link = _Open(
            Mark.LINK, match.start, match.start + width, str(opening.attrs.get("href") or "")
        )
        self._hide(link.inner)
        self.open.append(link)
        self._add_text(match.end - width)
        self.open.remove(link)
        self._close(link, self.at, match.end)
        self._hide(match.end)


def _find_anchors(content: str) -> dict[int, int]:
    """Where calendar links begin and end."""
    if "text/calendar" not in content:
        return {}
    return {anchor.start(): anchor.end() for anchor in CALENDAR_ANCHOR.finditer(content)}


def _find_delimiters(match: Match) -> list[tuple[Token, int]]:
    """The tokens of the marks with their widths: a text that was pending may stand before them."""
    found: list[tuple[Token, int]] = []
    missing = match.end - match.start
    for token, width in zip(reversed(match.tokens), reversed(match.widths), strict=True):
        if missing <= 0:
            break
        found.insert(0, (token, width))
        missing -= width
    return found


def _describe_atom(match: Match, content: str) -> tuple[str, AtomKind]:
    """What is seen in place of what a rule has taken."""
    source = content[match.start : match.end]
    token = match.tokens[-1] if match.tokens else None
    if match.rule in ("newline", "escape"):
        if token and token.type == "hardbreak":
            return LINE_BREAK, AtomKind.BREAK
        return " ", AtomKind.BREAK
    if match.rule == "entity" and token:
        return token.content, AtomKind.CHARACTER
    if match.rule == "image" and token:
        return picture_label(image_text(token.children or ())), AtomKind.IMAGE
    if match.rule == "footnote_ref":
        return f"[{source[2:-1]}]", AtomKind.FOOTNOTE
    if match.rule == "task":
        return _describe_task(source), AtomKind.TASK
    if source.lower() in _LINE_TAGS:
        return LINE_BREAK, AtomKind.BREAK
    return " ".join(source.split()), AtomKind.HTML  # a tag may go over several lines


def _describe_task(source: str) -> str:
    box = "☐" if source[1].isspace() else "☑"
    return box + source[3:]


def _join_runs(runs: list[Run]) -> Iterator[Run]:
    """Join neighbours that are alike."""
    before: Run | None = None
    for run in runs:
        if before and _are_alike(before, run):
            shown = before.shown + run.shown
            before = Run(run.kind, before.start, run.end, shown, run.marks)
            continue
        if before:
            yield before
        before = run
    if before:
        yield before


def _are_alike(left: Run, right: Run) -> bool:
    return left.kind is right.kind is not RunKind.ATOM and left.marks == right.marks
