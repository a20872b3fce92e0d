"""Checks of what keeps a page from being read by everybody (ATAG 2.0 part B, WCAG 2.2)."""

import re
from collections.abc import Iterator

from editor.core.base.edits import Edit, Span, find_spans
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.body_links import find_links
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Fix
from editor.core.checks.spelling import page_language
from editor.core.issue.issue import Issue
from editor.core.richtext.table_runs import read_grid, trim_cell

_SAYS_NOTHING = frozenset(
    "hier da dort link klick klicken weiter weiterlesen mehr lesen infos details website webseite "
    "seite here click this more read info page".split()
)
"""Words that say nothing of where a link leads, alone or together."""
_WORDS = re.compile(r"[^\W\d_]+")
_BARE = re.compile(r"https?://\S+|www\.\S*/\S+")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]{1,300})\]\((?P<url>[^()\s]+)[^()\n]{0,500}\)")
_FILE_NAME = re.compile(
    r"""
    [\w .-]{1,80} \. (?: jpe?g | png | gif | webp | svg | avif | heic )
    | (?: img | dsc | dscn | pxl | image | bild | foto | photo | screenshot | bildschirmfoto )
      [ _-]? [\d _.-]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BOLD_LINE = re.compile(
    r"^(?P<sign>\*\*|__)(?P<words>[^*_\n]{2,80}?)(?P<stop>:?)(?P=sign)[ \t]*\r?$", re.MULTILINE
)
_NO_HEADING = re.compile(r"[.!?…)]$|[\d,:;|]|^(?:Eure?|Ihre?|Dein|Viele|Liebe|Herzliche|Bis)\b")
"""A sentence, a date, a greeting: bold as a whole, and no heading."""
_CAPITALS = re.compile(r"[A-ZÄÖÜ](?<!\w.)[A-ZÄÖÜ]{3,}(?:[ ]+[A-ZÄÖÜ]{2,}){3,}(?!\w)")
_EMOJI = "[\U0001f300-\U0001faff\u2600-\u2604\u2607-\u27bf]\ufe0f?"
_EMOJI_CHAIN = re.compile(rf"{_EMOJI}(?:\u200d{_EMOJI})*(?: ?{_EMOJI}(?:\u200d{_EMOJI})*){{2,}}")
_TABLE = re.compile(
    r"^[^\n|]*\|[^\n]*\r?\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\r?$",
    re.MULTILINE,
)
_COMMON = {
    "en": frozenset("the and of to is are were with for that this from have our you".split()),
    "de": frozenset(
        "der die das und ist sind war mit für dass nicht von wir ein auf zu im bei alle uns wie "
        "den dem des es sie auch oder als nach vor über bis am zur zum".split()
    ),
}
"""Words that most paragraphs of a language have."""
_FEWEST_WORDS = 12
_FEWEST_COMMON = 4
"""How many different common words a paragraph of a language has."""
_NAMED = re.compile(r"\blang\s*=", re.IGNORECASE)


def link_words(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The words of a link do not say where it leads (WCAG 2.2, 2.4.4)."""
    for link in find_links(issue):
        if link.text and says_nothing(link.text):
            message = translate("core", "“{words}” does not say where the link leads.")
            yield Diagnostic(link.whole, message.fill(words=link.text[:60]))


def says_nothing(words: str) -> bool:
    """Tell whether words do not say where a link leads.

    Args:
        words: The words of a link.

    Returns:
        True for "hier", "read more" and bare addresses.
    """
    if _BARE.fullmatch(words.strip()):
        return True
    found = [word.casefold() for word in _WORDS.findall(words)]
    return bool(found) and all(word in _SAYS_NOTHING for word in found)


def link_wordless(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A link has no words: nobody can see or hear it."""
    for link in find_links(issue):
        source = link.whole.of(issue.text)
        if source.startswith("[") and not link.text.strip():
            yield Diagnostic(link.whole, translate("core", "This link has no words."))


def heading_empty(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A heading has no words."""
    for section in issue.sections:
        if not section.heading.title.strip():
            yield Diagnostic(section.heading.span, translate("core", "This heading has no words."))


def alt_name(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The alt text of a picture is the name of a file, or says only that it is a picture."""
    masked = prose_mask.mask_markdown(issue.text, issue.front.body)
    for match in _IMAGE.finditer(masked):
        words = match["alt"].strip()
        stem = match["url"].rpartition("/")[2].rpartition(".")[0]
        is_stem = words == stem and not (words.isalpha() and words[:1].isupper())
        if _FILE_NAME.fullmatch(words) or is_stem:
            message = translate("core", "“{words}” does not say what the picture shows.")
            yield Diagnostic(Span(*match.span("alt")), message.fill(words=words[:60]))


def bold_heading(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A paragraph is bold as a whole, as a heading would be, and is none (WCAG 2.2, 1.3.1)."""
    text = issue.text
    masked = prose_mask.mask_words(text, issue.front.body)
    for match in _BOLD_LINE.finditer(masked, issue.front.body):
        before, behind = text[: match.start()], text[match.end() :].lstrip("\r")
        is_alone = before.endswith(("\n\n", "\n\r\n")) or match.start() == issue.front.body
        if not is_alone or not behind.startswith(("\n\n", "\n\r\n")):
            continue
        if match["stop"] or _NO_HEADING.search(match["words"].rstrip()):
            continue
        span = Span(match.start(), match.start() + len(match[0].rstrip()))
        level = _level_at(issue, match.start())
        new = "#" * level + " " + Span(*match.span("words")).of(text).strip()
        message = translate("core", "This looks like a heading, and is only bold.")
        yield Diagnostic(span, message, _fix(span, new), is_safe_fix=False)


def _level_at(issue: Issue, position: int) -> int:
    """The level of a heading below the one of a place."""
    above = [section for section in issue.sections if section.span.start <= position]
    return min(above[-1].heading.level + 1, 6) if above else 2


def _fix(span: Span, new: str) -> Fix:
    return lambda: [Edit(span.start, span.end, new)]


def table_head(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """The head of a table is empty: nobody hears what its columns are about (WCAG 2.2, 1.3.1)."""
    page = prose_mask.read_page(issue.text, issue.front.body)
    for span in find_spans(_TABLE, issue.text, issue.front.body):
        source = span.of(issue.text)
        grid = None if page.is_code(span.start) else read_grid(source)
        if grid and len(grid.head.cells) > 1:
            words = [trim_cell(source, cell).of(source) for cell in grid.head.cells]
            if not any(words):
                message = translate("core", "The first row of this table, its head, is empty.")
                yield Diagnostic(span, message)


def capitals(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """Words in capitals are hard to read, and some screen readers spell them."""
    masked = prose_mask.mask_words(issue.text, issue.front.body)
    for span in find_spans(_CAPITALS, masked, issue.front.body):
        yield Diagnostic(span, translate("core", "So many capitals are hard to read."))


def emoji_chain(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A screen reader reads the name of every emoji."""
    masked = prose_mask.mask_words(issue.text, issue.front.body)
    for span in find_spans(_EMOJI_CHAIN, masked, issue.front.body):
        message = translate("core", "Screen readers read the name of each of these signs.")
        yield Diagnostic(span, message)


def language(issue: Issue, _: CheckContext) -> Iterator[Diagnostic]:
    """A paragraph is in another language than the page, and does not say so (WCAG 2.2, 3.1.2)."""
    own = page_language(issue)
    others = [name for name in _COMMON if name != own]
    if own not in _COMMON:
        return
    masked = prose_mask.mask_words(issue.text, issue.front.body)
    for span in _find_paragraphs(masked, issue.front.body):
        words = [word.casefold() for word in _WORDS.findall(span.of(masked))]
        line = issue.text.rfind("\n", 0, span.start) + 1  # a tag may stand before the words
        if len(words) < _FEWEST_WORDS or _NAMED.search(issue.text, line, span.end):
            continue
        if sum(word in _COMMON[own] for word in words):
            continue
        for other in others:
            common = [word for word in words if word in _COMMON[other]]
            if len(common) * 6 >= len(words) and len(set(common)) >= _FEWEST_COMMON:
                yield _foreign(issue, span, other)


def _find_paragraphs(masked: str, start: int) -> Iterator[Span]:
    at = start
    for part in re.split(r"(\n[ \t\r]*\n)", masked[start:]):
        if part.strip() and not part.lstrip().startswith(("#", "|", "<")):
            yield Span(at + len(part) - len(part.lstrip()), at + len(part.rstrip()))
        at += len(part)


def _foreign(issue: Issue, span: Span, other: str) -> Diagnostic:
    message = translate("core", "This paragraph does not say that it is in another language.")
    source = span.of(issue.text)
    fix = None
    if source[:1].isalnum() and "\n" not in source.strip():
        fix = _fix(span, f'<span lang="{other}">{source}</span>')
    return Diagnostic(span, message, fix, is_safe_fix=False)
