"""The check of spelling, in prose alone: not in links, code or calendar data.

Which words are right is for a ``Speller`` to say; gendered words, joined words and German compounds
are taken apart first.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from editor.core.base.edits import Span, blank_out
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.body_links import find_links
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Speller
from editor.core.checks.german_compounds import is_compound, may_begin_compound
from editor.core.issue.issue import Issue

_WORD = re.compile(
    r"""
    [^\W\d_]+ (?: [’'’-][^\W\d_]+ )*                                # letters, joined parts
    (?: [:*_/]{1,2}                                                 # a gendered ending
        (?: innen[^\W\d_]* | in | r | n | m | s | e | es | er | en )\b
    )?
    """,
    re.VERBOSE,
)
_GENDERED = re.compile(
    r"""
    (?P<stem> \w+? )
    [:*_/]{1,2}
    (?P<ending> innen\w* | in | r | n | m | s | e | es | er | en )$
    """,
    re.VERBOSE,
)
_CAPITALS_INSIDE = re.compile(r"\w*[A-ZÄÖÜ]{2}\w*|\w*[a-zäöüß][A-ZÄÖÜ]\w*")
"""An abbreviation or a name, such as "API" or "GitHub"."""
_CAPITALIZED_BEFORE = re.compile(r"(?<!\w)([^\W\d_a-zäöüß][^\W\d_]+)[ \u00a0]\Z")
_CAPITALIZED_AFTER = re.compile(r"[ \u00a0]([^\W\d_a-zäöüß][^\W\d_]+)")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_]|$)")
_FOREIGN = re.compile(
    r"""
    <(?P<name>\w+) \s [^<>]{0,300}? \b lang = ["']? (?P<language>[\w-]{2,20}) [^<>]{0,300} >
    (?P<words> .{0,5000}? )
    </(?P=name)>
    """,
    re.DOTALL | re.VERBOSE,
)
_JOINT = re.compile(r"[-–'’]")
_GENITIVE = re.compile(r"[’']s?$")
_DIAGNOSTICS_LIMIT = 300
"""A text with more unknown words is in another language than the dictionary."""

Ranges = tuple[tuple[int, int], ...]
"""Where words of a line start and end, counted from the start of the line."""


def spelling(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A word is in no dictionary, and does not look like a name."""
    speller = context.speller
    if speller is None:
        return
    text = issue.text
    addresses = " ".join(link.url.of(text).lower() for link in find_links(issue))
    spans = [
        span
        for span in _find_in_lines(issue, lambda line: _find_unknown_words(line, speller))
        if span.of(text).lower() not in addresses
    ]
    counts = Counter(span.of(text) for span in spans)
    spans = [span for span in spans if not _is_repeated_name(span.of(text), counts)]
    if len(spans) > _DIAGNOSTICS_LIMIT:
        return
    for span in spans:
        word = span.of(text)
        yield Diagnostic(
            span,
            translate("core", "No dictionary knows “{word}”.").fill(word=word),
            is_safe_fix=False,
            proposals=partial(speller.proposals, word),
        )


def _is_repeated_name(word: str, counts: Counter[str]) -> bool:
    """Tell whether a word comes again with a capital, as names do and slips do not."""
    return counts[word] > 1 and word[0].isupper()


def prose_words(issue: Issue) -> list[Span]:
    """Find the words of the prose that are looked up.

    Args:
        issue: The issue.

    Returns:
        Their places in the text, in order; words with capitals inside are left out.
    """
    return list(_find_in_lines(issue, _find_words))


def _find_in_lines(issue: Issue, find_ranges: Callable[[str], Ranges]) -> Iterator[Span]:
    """Yield what a function finds in each line of the prose.

    The function remembers its lines, since the user types in one of them at a time.
    """
    silent = [link.url for link in find_links(issue)]
    silent += [entry.place_span for entry in issue.entries if entry.place_span]
    silent += _find_foreign(issue)
    prose = blank_out(prose_mask.mask_words(issue.text, issue.front.body), silent)
    line_start = 0
    for line in prose.splitlines(keepends=True):
        for start, end in find_ranges(line):
            yield Span(line_start + start, line_start + end)
        line_start += len(line)


def page_language(issue: Issue) -> str:
    """Return the language that an issue is written in.

    Args:
        issue: The issue.

    Returns:
        What its front matter says, such as "en" for ``lang: en-GB``; else that of its profile.
    """
    for key in ("lang", "language"):
        match = _LANGUAGE.match(issue.front.text(key))
        if match:
            return match[1].lower()
    return issue.profile.language


def _find_foreign(issue: Issue) -> list[Span]:
    """What an element says is in another language, such as ``<span lang="fr">``."""
    if "lang=" not in issue.text:
        return []
    own = page_language(issue)
    return [
        Span(match.start("words"), match.end("words"))
        for match in _FOREIGN.finditer(issue.text, issue.front.body)
        if not match["language"].lower().startswith(own)
    ]


@lru_cache(maxsize=20_000)
def _find_unknown_words(line: str, speller: Speller) -> Ranges:
    return tuple(
        (start, end)
        for start, end in _find_words(line)
        if not is_known(line[start:end], speller)
        and not _is_shortened(line, start, end, speller)
        and not _is_part_of_name(line, start, end, speller)
    )


def _is_shortened(line: str, start: int, end: int, speller: Speller) -> bool:
    """Tell whether part of a word stands here: "bzw.", "Gesundheits- und", "-veranstaltern"."""
    word, before, after = line[start:end], line[max(start - 1, 0) : start], line[end : end + 1]
    return (
        (after == "." and speller.knows(word + "."))
        or (after == "-" and may_begin_compound(word, speller))
        or (before == "-" and is_known(word.capitalize(), speller))
    )


def _is_part_of_name(line: str, start: int, end: int, speller: Speller) -> bool:
    """Tell whether a word is beside another one that is always capitalized: "Leena Schrems"."""
    if not line[start].isupper():
        return False
    neighbors = (_CAPITALIZED_BEFORE.search(line, 0, start), _CAPITALIZED_AFTER.match(line, end))
    return any(match and not speller.knows(match[1].lower()) for match in neighbors)


@lru_cache(maxsize=20_000)
def _find_words(line: str) -> Ranges:
    return tuple(match.span() for match in _WORD.finditer(line) if _is_plain_word(line, match))


def _is_plain_word(line: str, match: re.Match[str]) -> bool:
    """Tell whether a word is neither a name by its capitals nor part of an address or a number."""
    word = match[0]
    before = line[max(match.start() - 1, 0) : match.start()]
    after = line[match.end() : match.end() + 2]
    if after[:1] == "." and after[1:].isalnum():
        return False  # the name of a file or a host
    return (
        len(word) > 2
        and not _CAPITALS_INSIDE.fullmatch(word)
        and before not in ("@", "#", ".", "_", "/")
        and not (after[:1].isdigit() or before.isdigit())
    )


def clear_known_words() -> None:
    """Forget which words are unknown, since a speller has learned some."""
    is_known.cache_clear()
    _find_unknown_words.cache_clear()


@lru_cache(maxsize=50_000)
def is_known(word: str, speller: Speller) -> bool:
    """Tell whether a word is right, as a whole or in its parts.

    "Bürger:innen" is right if "Bürgerinnen" is, and a joined word if its parts are. Answers are
    remembered: whoever teaches a speller a word calls ``clear_known_words``.

    Args:
        word: The word; not empty.
        speller: The dictionary.

    Returns:
        True where it is right, or has capitals inside as only names have.

    >>> class Few:
    ...     words = ("Bürgerinnen", "Bürger", "Daten")
    ...     knows = knows_in_site_language = staticmethod(lambda word: word in Few.words)
    >>> is_known("Bürger:innen", Few()), is_known("Bürger*innen-Daten", Few())
    (True, True)
    >>> is_known("Datten", Few())
    False
    """
    if speller.knows(word) or _CAPITALS_INSIDE.fullmatch(word):
        return True
    gendered = _GENDERED.match(word)
    if gendered:
        forms = _list_gendered_forms(gendered["stem"], gendered["ending"])
        return any(is_known(form, speller) for form in forms)
    parts = [part for part in _JOINT.split(word) if part]
    if len(parts) > 1:
        return all(
            len(part) < 3 or is_known(part, speller) or is_known(part.capitalize(), speller)
            for part in parts
        )
    bare = _GENITIVE.sub("", word)
    return (bare != word and speller.knows(bare)) or is_compound(word, speller)


def _list_gendered_forms(stem: str, ending: str) -> list[str]:
    """Return the words of which one has to be known: "Autorin" or "Autor" for "Autor:in"."""
    if ending in ("in", "innen"):
        return [stem + ending, stem]
    if ending.startswith("innen"):
        return [stem + ending]
    return [stem]
