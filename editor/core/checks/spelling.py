"""Spelling, in prose only: never in links, code or calendar data. The dictionary is somebody else's."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from editor.core.base.edits import Span, blank_out
from editor.core.base.messages import translate
from editor.core.checks import prose_mask
from editor.core.checks.diagnostic import CheckContext, Diagnostic, Speller
from editor.core.checks.german_compounds import is_compound, may_begin_compound
from editor.core.checks.links import find_links
from editor.core.issue.issue import Issue

_WORD = re.compile(
    r"[^\W\d_]+(?:[’'’-][^\W\d_]+)*(?:[:*_/]{1,2}(?:innen[^\W\d_]*|in|r|n|m|s|e|es|er|en)\b)?"
)
_GENDERED = re.compile(r"(?P<stem>\w+?)[:*_/]{1,2}(?P<ending>innen\w*|in|r|n|m|s|e|es|er|en)$")
_NAME = re.compile(r"\w*[A-ZÄÖÜ]{2}\w*|\w*[a-zäöüß][A-ZÄÖÜ]\w*")
_BEFORE = re.compile(r"(?<!\w)([^\W\d_a-zäöüß][^\W\d_]+)[ \u00a0]\Z")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_a-zäöüß][^\W\d_]+)")
_MOST = 300
"""Findings after which a text is in another language than its dictionary."""


def spelling(issue: Issue, context: CheckContext) -> Iterator[Diagnostic]:
    """A word no dictionary knows."""
    speller = context.speller
    if speller is None:
        return
    hosts = " ".join(link.url.of(issue.text).lower() for link in find_links(issue))
    found = [
        span
        for span in _spans(issue, lambda line: _unknown(line, speller))
        if span.of(issue.text).lower() not in hosts
    ]
    often = Counter(span.of(issue.text) for span in found)
    found = [
        span for span in found if often[word := span.of(issue.text)] == 1 or not word[0].isupper()
    ]  # a name comes again
    for span in found if len(found) <= _MOST else ():
        word = span.of(issue.text)
        message = translate("core", "No dictionary knows “{word}”.").fill(word=word)
        yield Diagnostic(
            span, message, is_safe_fix=False, proposals=partial(speller.proposals, word)
        )


def prose_words(issue: Issue) -> list[Span]:
    """The words of the prose, with their places; names in capitals or with capitals inside left out."""
    return list(_spans(issue, _in_line))


Places = tuple[tuple[int, int], ...]


def _spans(issue: Issue, places: Callable[[str], Places]) -> Iterator[Span]:
    """What a function finds in each line of the prose; a line is remembered, since people type in one of them."""
    at = 0
    silent = [link.url for link in find_links(issue)] + [
        entry.place_span for entry in issue.entries if entry.place_span
    ]
    for line in blank_out(prose_mask.mask_words(issue.text, issue.front.body), silent).splitlines(
        keepends=True
    ):
        yield from (Span(at + start, at + end) for start, end in places(line))
        at += len(line)


@lru_cache(maxsize=20_000)
def _unknown(line: str, speller: Speller) -> Places:
    found = [
        (start, end) for start, end in _in_line(line) if not is_known(line[start:end], speller)
    ]
    return tuple(
        (start, end)
        for start, end in found
        if not _is_shortened(line, start, end, speller) and not _is_name(line, start, end, speller)
    )


def _is_shortened(line: str, start: int, end: int, speller: Speller) -> bool:
    """Whether a part of a word stands here: "bzw.", "Gesundheits- und", "-veranstaltern"."""
    word, before, after = line[start:end], line[max(start - 1, 0) : start], line[end : end + 1]
    return (
        (after == "." and speller.knows(word + "."))
        or (after == "-" and may_begin_compound(word, speller))
        or (before == "-" and is_known(word.capitalize(), speller))
    )


def _is_name(line: str, start: int, end: int, speller: Speller) -> bool:
    """Whether a word is beside another one with a capital that no sentence gave it: "Leena Schrems"."""
    beside = (_BEFORE.search(line, 0, start), _AFTER.match(line, end))
    return line[start].isupper() and any(
        found and not speller.knows(found[1].lower()) for found in beside
    )


@lru_cache(maxsize=20_000)
def _in_line(line: str) -> Places:
    """Where the words of a line begin and end."""
    found = []
    for match in _WORD.finditer(line):
        before, after = (
            line[max(match.start() - 1, 0) : match.start()],
            line[match.end() : match.end() + 2],
        )
        if after[:1] == "." and after[1:].isalnum():
            continue  # the name of a file or a host
        if (
            len(match[0]) > 2
            and not _NAME.fullmatch(match[0])
            and before not in ("@", "#", ".", "_", "/")
            and not (after[:1].isdigit() or before.isdigit())
        ):
            found.append(match.span())
    return tuple(found)


def clear_known_words() -> None:
    """A speller has learned: what was remembered may be known now."""
    is_known.cache_clear()
    _unknown.cache_clear()


@lru_cache(maxsize=50_000)
def is_known(word: str, speller: Speller) -> bool:
    """Whether a word is right (remembered: whoever teaches a speller a word clears this); "Bürger:innen" is if "Bürgerinnen" is, a joined word if its parts are.

    >>> class Few:
    ...     knows = has = staticmethod(lambda word: word in ("Bürgerinnen", "Bürger", "Daten"))
    >>> is_known("Bürger:innen", Few()), is_known("Bürger*innen-Daten", Few()), is_known("Datten", Few())
    (True, True, False)
    """
    if speller.knows(word) or _NAME.fullmatch(word):
        return True
    if gendered := _GENDERED.match(word):
        stem, ending = gendered["stem"], gendered["ending"]
        if ending in ("in", "innen"):
            whole = [stem + ending, stem]
        elif ending.startswith("innen"):
            whole = [stem + ending]
        else:
            whole = [stem]
        return any(is_known(one, speller) for one in whole)
    parts = [part for part in re.split(r"[-–'’]", word) if part]
    if len(parts) > 1:
        return all(
            len(part) < 3 or is_known(part, speller) or is_known(part.capitalize(), speller)
            for part in parts
        )
    bare = re.sub(r"[’']s?$", "", word)
    return (bare != word and speller.knows(bare)) or is_compound(word, speller)
