"""Checks of Markdown in the body: what does not render as meant, and what reads as a slip."""

import re
from collections.abc import Iterator

from editor.core.base.edits import Span, blank_out, find_spans
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, replace_fix
from editor.core.checks.links import find_links
from editor.core.issue.issue import Issue

_STARS = re.compile(r"(?<![*\\])\*\*(?!\*)")


def bold(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Asterisks that were meant as bold and stay asterisks: a blank stands inside them (CommonMark §6.2)."""
    text, body = issue.text, issue.front.body
    prose = prose_mask.mask_words(text, body)
    lines = find_spans(_STARRED, prose, body)
    if not any(_lonely(text, prose, line) for line in lines):
        return
    for block in prose_mask.read_page(text, body).texts:
        for left, right in _lonely(text, prose, block):
            inner = Span(left.end, right.start)
            words = inner.of(text)
            if words == words.strip() or not words.strip() or "\n" in words:
                continue
            before, after = text[left.start - 1 : left.start], text[right.end : right.end + 1]
            new = "**" + words.strip() + "**"
            new = (
                (" " if words[0] == " " and before.isalnum() else "")
                + new
                + (" " if words[-1] == " " and after.isalnum() else "")
            )
            whole = Span(left.start, right.end)
            yield Diagnostic(
                whole,
                translate("core", "This is not bold: a blank stands inside the asterisks."),
                replace_fix(whole, new),
            )


_REST = re.compile(r".*")
_STARRED = re.compile(r"^.*\*\*.*$", re.MULTILINE)


def _lonely(text: str, prose: str, block: Span) -> list[tuple[Span, Span]]:
    """Neighbours among the asterisks that make nothing bold, of which one could, or the line ends there: else they are arithmetic."""
    runs = find_spans(_STARS, prose, block.start, block.end)
    opens = {run: not text[run.end : run.end + 1].isspace() and run.end < block.end for run in runs}
    closes = {
        run: not text[run.start - 1 : run.start].isspace() and run.start > block.start
        for run in runs
    }
    waiting: list[Span] = []
    lonely = []
    for run in runs:
        if closes[run] and waiting:
            waiting.pop()
        elif opens[run]:
            waiting.append(run)
        else:
            lonely.append(run)
    lonely = sorted([*lonely, *waiting])
    beside = len(lonely) == 2 and runs.index(lonely[1]) == runs.index(lonely[0]) + 1
    meant = beside and (
        opens[lonely[0]]
        or closes[lonely[1]]
        or not _REST.match(prose, lonely[1].end)[0].strip(" .,;:!?")  # type: ignore[index]
    )
    if meant:
        return [(lonely[0], lonely[1])]
    return []


_OTHERS = re.compile(r"[^()\[\]]+")


def _is_balanced(words: str) -> bool:
    """Whether every bracket has its partner, at a glance: true for nearly all paragraphs."""
    left = _OTHERS.sub("", words)
    while left:
        less = left.replace("()", "").replace("[]", "")
        if less == left:
            return False
        left = less
    return True


_PAIRS = {"(": ")", "[": "]"}


def brackets(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A bracket that is opened and not closed, or the other way round."""
    text = prose_mask.mask_words(issue.text, issue.front.body)
    text = blank_out(text, [link.url for link in find_links(issue)])
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text[issue.front.body :]):
        base, words = issue.front.body + paragraph.start(), paragraph[0]
        if len(words) > 20_000 or _is_balanced(words):
            continue
        waiting: list[int] = []
        lost: int | None = None
        for match in re.finditer(r"\\.|[()\[\]]|(?<!\S)(?:[a-z\d]{1,2}|[ivx]+)\)|[:;]-?\)", words):
            char = match[0]
            if len(char) > 1 and waiting and char[-1] == ")" and char[0] != "\\":
                char = ")"  # no enumerator: it ends what is open
            if char in _PAIRS:
                waiting.append(match.start())
            elif char in (")", "]"):
                if waiting and _PAIRS[words[waiting[-1]]] == char:
                    waiting.pop()
                elif lost is None:
                    lost = match.end() - 1
        at = waiting[0] if waiting else lost
        if at is not None:
            sentence = translate("core", "“{bracket}” has no partner.").fill(bracket=words[at])
            yield Diagnostic(Span(base + at, base + at + 1), sentence)


def heading_one(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A first-level heading: the page has one already, its title."""
    for section in issue.sections if issue.front.text("title") else ():
        if section.heading.level == 1:
            yield Diagnostic(
                section.heading.span,
                translate(
                    "core", "A heading of the first level; the page’s title is one already. Use ##."
                ),
            )


def heading_jump(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A heading more than one level below the one before."""
    last = 1
    for section in issue.sections:
        level = section.heading.level
        if level > last + 1:
            message = translate("core", "From level {last} to level {level}: a level is left out.")
            yield Diagnostic(section.heading.span, message.fill(last=last, level=level))
        last = level


def heading_twice(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Two headings of one name: links to them lead to the first."""
    seen: set[str] = set()
    for section in issue.sections:
        title = " ".join(section.heading.title.casefold().split())
        if title and title in seen:
            yield Diagnostic(
                section.heading.span,
                translate("core", "A heading of this name stands here already."),
            )
        seen.add(title)


_BLANK = re.compile(r"^[ \t]+$", re.MULTILINE)


def trailing(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Blanks at the end of a line that has nothing else."""
    page = prose_mask.read_page(issue.text, issue.front.body)
    for span in find_spans(_BLANK, issue.text, issue.front.body):
        if not page.is_code(span.start):
            yield Diagnostic(
                span, translate("core", "Blanks on an empty line."), replace_fix(span, "")
            )


_TWICE = re.compile(r"\b(?<![\w/:*'’-])(?P<word>[^\W\d_]{2,}+) (?P=word)(?![\w-])")
_MAY = set(
    "die der das den dem des sie ihr wir uns sich es er had that werden so sehr blah bla ha haha nach".split()
)
"""Words that may stand twice: "die, die die Daten haben"."""
_NEVER = set("Der Die Das Den Dem Des Und Er Es Wir Ein Eine Im In Am An Auf Mit Von The A".split())
"""No sentence has these twice at its beginning."""


def doubled(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A word that stands twice."""
    for match in _TWICE.finditer(
        prose_mask.mask_words(issue.text, issue.front.body), issue.front.body
    ):
        word = match["word"]
        if word.lower() not in _MAY and not word.istitle() or word in _NEVER:
            span = Span(match.start(), match.end())
            yield Diagnostic(
                span,
                translate("core", "“{word}” stands twice.").fill(word=word),
                replace_fix(span, word),
                is_safe_fix=False,
            )


_SHORTCODES = "ref relref figure gist highlight instagram param tweet x twitter vimeo youtube qr details".split()
_SHORTCODE = re.compile(
    r"\{\{(?P<open>[<%])-?\s{0,20}/?(?P<name>[\w-]{0,60})[^{}\n]{0,500}?(?P<close>[>%])?\}\}"
)


def _shortcodes(issue: Issue) -> Iterator[tuple[re.Match[str], bool]]:
    """The shortcodes, and whether each is closed as it was opened."""
    for match in (
        _SHORTCODE.finditer(prose_mask.mask_markdown(issue.text, issue.front.body))
        if issue.profile.renderer == "goldmark"
        else ()
    ):
        yield match, {"<": ">", "%": "%"}[match["open"]] == match["close"]


def shortcode(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A shortcode that is not closed as it was opened: it stops the build."""
    for match, right in _shortcodes(issue):
        if not right:
            yield Diagnostic(
                Span(*match.span()),
                translate("core", "The shortcode is not closed as it was opened; Hugo stops here."),
            )


def shortcode_name(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A shortcode whose name is nearly one that Hugo has."""
    import difflib

    for match, right in _shortcodes(issue):
        name = match["name"]
        if name not in _SHORTCODES:
            near = difflib.get_close_matches(name, _SHORTCODES, 1, 0.75)
        else:
            near = []
        if (
            right
            and near
            and abs(len(name) - len(near[0])) < 2
            and name.rstrip("s") != near[0].rstrip("s")
        ):
            span = Span(*match.span("name"))
            yield Diagnostic(
                span,
                translate("core", "Is the shortcode “{name}” meant?").fill(name=near[0]),
                replace_fix(span, near[0]),
                is_safe_fix=False,
            )
