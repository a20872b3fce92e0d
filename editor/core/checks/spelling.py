"""Spelling, in prose only: never in links, code or calendar data. The dictionary is somebody else's."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from editor.core.checks.links import links
from editor.core.checks.problem import Context, Fix, Found, Speller
from editor.core.checks.prose import blanked, words_only
from editor.core.issue import Issue
from editor.core.text import Edit, Refused, Span, translate

_WORD = re.compile(r"[^\W\d_]+(?:[’'’-][^\W\d_]+)*(?:[:*_/]{1,2}(?:in|innen|r|n|m|s|e|es|er|en)\b)?")
_GENDERED = re.compile(r"(?P<stem>\w+?)[:*_/]{1,2}(?P<ending>in|innen|r|n|m|s|e|es|er|en)$")
_NAME = re.compile(r"\w*[A-ZÄÖÜ]{2}\w*|\w*[a-zäöüß][A-ZÄÖÜ]\w*")
_MOST = 300
"""Findings after which a text is in another language than its dictionary."""


def spelling(issue: Issue, context: Context) -> Iterator[Found]:
    """A word no dictionary knows."""
    speller = context.speller
    if speller is None:
        return
    hosts = " ".join(link.url.of(issue.text).lower() for link in links(issue))
    found = [span for span in words(issue) if not known(span.of(issue.text), speller) and span.of(issue.text).lower() not in hosts]
    often = Counter(span.of(issue.text) for span in found)
    found = [span for span in found if often[word := span.of(issue.text)] == 1 or not word[0].isupper()]  # a name comes again
    for span in found if len(found) <= _MOST else ():
        word = span.of(issue.text)
        yield Found(span, translate("core", "No dictionary knows “{word}”.").fill(word=word), _proposal(span, word, speller))


def _proposal(span: Span, word: str, speller: Speller) -> Fix:
    def make() -> list[Edit]:
        proposals = speller.proposals(word)
        if not proposals:
            raise Refused(translate("core", "No dictionary knows “{word}”.").fill(word=word))
        return [Edit(span.start, span.end, proposals[0])]

    return make


def words(issue: Issue) -> list[Span]:
    """The words of the prose, with their places; names in capitals or with capitals inside left out."""
    return list(_words(issue.text, issue.front.body, tuple(link.url for link in links(issue))))


@lru_cache(maxsize=4)
def _words(text: str, start: int, urls: tuple[Span, ...]) -> tuple[Span, ...]:
    prose = blanked(words_only(text, start), urls)
    found = []
    for match in _WORD.finditer(prose, start):
        before = prose[match.start() - 1 : match.start()]
        after = prose[match.end() : match.end() + 1]
        if after == "." and prose[match.end() + 1 : match.end() + 2].isalnum():
            continue  # the name of a file or a host
        if (
            len(match[0]) > 2
            and not _NAME.fullmatch(match[0])
            and before not in ("@", "#", ".", "_", "/")
            and not (after.isdigit() or before.isdigit())
        ):
            found.append(Span(*match.span()))
    return tuple(found)


@lru_cache(maxsize=50_000)
def known(word: str, speller: Speller) -> bool:
    """Whether a word is right (remembered: whoever teaches a speller a word clears this); "Bürger:innen" is if "Bürgerinnen" is, a joined word if its parts are.

    >>> class Few:
    ...     knows = staticmethod(lambda word: word in ("Bürgerinnen", "Bürger", "Daten"))
    >>> known("Bürger:innen", Few()), known("Bürger*innen-Daten", Few()), known("Datten", Few())
    (True, True, False)
    """
    if speller.knows(word):
        return True
    if gendered := _GENDERED.match(word):
        stem, ending = gendered["stem"], gendered["ending"]
        whole = [stem + ending, stem] if ending in ("in", "innen") else [stem]
        return any(known(one, speller) for one in whole)
    parts = [part for part in re.split(r"[-–]", word) if part]
    if len(parts) > 1:
        return all(len(part) < 3 or known(part, speller) or known(part.capitalize(), speller) for part in parts)
    bare = re.sub(r"[’']s?$", "", word)
    return bare != word and speller.knows(bare)
