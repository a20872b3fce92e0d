"""Checks of Markdown in the body: what does not render as meant, and what reads as a slip."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.core.checks.links import links
from editor.core.checks.problem import Context, Found, replaced
from editor.core.issue import Issue
from editor.core.text import Span, blanked, matches, translate

_CODE = re.compile(
    r"^(?P<fence>`{3,}+|~{3,}+).*?^(?P=fence)|`[^`\n]+`|<!--.*?(?:-->|\Z)|<[a-zA-Z/][^<>]*>|https?://(?:[^\s<>\"()\[\]]|\[[^\s<>\"\[\]]*\])+",
    re.DOTALL | re.MULTILINE,
)


@lru_cache(maxsize=8)
def words_only(text: str, start: int) -> str:
    """A text with its front matter, code, tags and addresses made blank, everything else in its place."""
    return blanked(text, [Span(0, start), *matches(_CODE, text, start)])


_BOLD = re.compile(r"\*\*(?P<inner>[^*\n]+?)\*\*")


def bold(issue: Issue, _: Context) -> Iterator[Found]:
    """Asterisks that were meant as bold and stay asterisks: a blank stands inside them (CommonMark §6.2)."""
    at = 0
    for line in words_only(issue.text, issue.front.body).splitlines(keepends=True):
        begin, at = at, at + len(line)
        if "**" not in line or line.count("**") % 2:
            continue
        for match in _BOLD.finditer(line):
            inner = issue.text[begin + match.start("inner") : begin + match.end("inner")]  # what is blank in ``line`` may be a tag
            if inner != inner.strip() and inner.strip():
                start = begin + match.start("inner")
                span = Span(start, start + len(inner))
                before, after = issue.text[start - 3 : start - 2], issue.text[span.end + 2 : span.end + 3]
                new = "**" + inner.strip() + "**"
                new = (" " if inner[0] == " " and before.isalnum() else "") + new + (" " if inner[-1] == " " and after.isalnum() else "")
                whole = Span(start - 2, span.end + 2)
                yield Found(whole, translate("core", "This is not bold: a blank stands inside the asterisks."), replaced(whole, new))


_PAIRS = {"(": ")", "[": "]"}


def brackets(issue: Issue, _: Context) -> Iterator[Found]:
    """A bracket that is opened and not closed, or the other way round."""
    text = words_only(issue.text, issue.front.body)
    text = blanked(text, [link.url for link in links(issue)])
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", text[issue.front.body :]):
        base, words = issue.front.body + paragraph.start(), paragraph[0]
        if len(words) > 20_000:
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
            yield Found(Span(base + at, base + at + 1), sentence)


def heading_one(issue: Issue, _: Context) -> Iterator[Found]:
    """A first-level heading: the page has one already, its title."""
    for section in issue.sections if issue.front.text("title") else ():
        if section.heading.level == 1:
            yield Found(section.heading.span, translate("core", "A heading of the first level; the page’s title is one already. Use ##."))


def heading_jump(issue: Issue, _: Context) -> Iterator[Found]:
    """A heading more than one level below the one before."""
    last = 1
    for section in issue.sections:
        level = section.heading.level
        if level > last + 1:
            message = translate("core", "From level {last} to level {level}: a level is left out.")
            yield Found(section.heading.span, message.fill(last=last, level=level))
        last = level


def heading_twice(issue: Issue, _: Context) -> Iterator[Found]:
    """Two headings of one name below the same one: links to them lead to the first."""
    seen: set[tuple[str, ...]] = set()
    above: list[tuple[int, str]] = []
    for section in issue.sections:
        title = " ".join(section.heading.title.casefold().split())
        above = [one for one in above if one[0] < section.heading.level]
        key = title
        if title and (key,) in seen:
            yield Found(section.heading.span, translate("core", "A heading of this name stands here already."))
        seen.add((key,))
        above.append((section.heading.level, title))


def trailing(issue: Issue, _: Context) -> Iterator[Found]:
    """Blanks at the end of a line that has nothing else."""
    for match in re.finditer(r"^[ \t]+$", issue.text[issue.front.body :], re.MULTILINE):
        span = Span(issue.front.body + match.start(), issue.front.body + match.end())
        yield Found(span, translate("core", "Blanks on an empty line."), replaced(span, ""))


_TWICE = re.compile(r"(?<![\w/:*'’-])(?P<word>[^\W\d_]{2,}) (?P=word)(?![\w-])")
_MAY = set("die der das den dem des sie ihr wir uns sich es er had that werden so sehr blah bla ha haha nach und".split()) - {"und"}


_NEVER = set("Der Die Das Den Dem Des Und Er Es Wir Ein Eine Im In Am An Auf Mit Von The A".split())
"""No sentence has these twice at its beginning."""


def doubled(issue: Issue, _: Context) -> Iterator[Found]:
    """A word that stands twice."""
    for match in _TWICE.finditer(words_only(issue.text, issue.front.body), issue.front.body):
        word = match["word"]
        if word.lower() not in _MAY and not word.istitle() or word in _NEVER:
            span = Span(match.start(), match.end())
            yield Found(span, translate("core", "“{word}” stands twice.").fill(word=word), replaced(span, word), sure=False)


_SHORTCODES = "ref relref figure gist highlight instagram param tweet x twitter vimeo youtube qr details".split()
_SHORTCODE = re.compile(r"\{\{(?P<open>[<%])?-?\s*/?(?P<name>[\w-]*)[^{}\n]*?(?P<close>[>%])?\}\}")


def shortcode(issue: Issue, _: Context) -> Iterator[Found]:
    """A shortcode that is not closed as it was opened, or whose name is nearly a known one."""
    import difflib

    if issue.profile.renderer != "goldmark":
        return
    for match in _SHORTCODE.finditer(issue.text, issue.front.body):
        wrong = {"<": ">", "%": "%", None: ""}[match["open"]] != (match["close"] or "")
        near = difflib.get_close_matches(match["name"], _SHORTCODES, 1, 0.75) if match["name"] not in _SHORTCODES else []
        if not match["open"] or wrong:
            yield Found(
                Span(*match.span()), translate("core", "Hugo knows shortcodes as {{{{< name >}}}}; this stops the build, or stays as it is.").fill()
            )
        elif near:
            span = Span(*match.span("name"))
            yield Found(span, translate("core", "Is the shortcode “{name}” meant?").fill(name=near[0]), replaced(span, near[0]), sure=False)
