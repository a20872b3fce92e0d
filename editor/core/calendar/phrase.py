"""The words of a phrase, read one by one from left to right.

Readers of dates, hours and rules take what they understand and leave the phrase where they stopped;
what they took in vain they put back by setting ``index``.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from editor.core.calendar.vocabulary import KNOWN, ROLES
from editor.core.calendar.words import Word

_TOKEN = re.compile(
    r"""
    (?P<gap>\s*)
    (?P<text>
        \d+ | [⁰¹²³⁴-⁹]+
      | o['’]clock\b
      | [ap]\.m\b\.? | [cs]\.\s?t\b\.?                           # 7 p.m., 19 c.t.
      | (?:bi-weekly|all-day|odd-numbered|even-numbered|open-end)\b
      | [^\W\d_]+
      | .
    )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
DASHES = "-–—→"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits of minutes: 19⁰⁰."""


class Token(NamedTuple):
    """A word, a number or a sign."""

    text: str
    """In lower case, a shortened "p.m." without its last full stop."""
    start: int
    end: int
    gap: bool
    """Whether there is a blank before it."""

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal() and self.text.isascii()

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()

    @property
    def is_known(self) -> bool:
        """Whether it is a number, or a word that dates, hours and rules have."""
        return self.is_number or self.text in KNOWN

    def does(self, *words: Word) -> bool:
        """Tell whether it does one of some things."""
        roles = ROLES.get(self.text)
        return roles is not None and not roles.isdisjoint(words)


class Phrase:
    """The tokens of a text from a place on, and how far they have been read."""

    def __init__(self, text: str, at: int = 0) -> None:
        self.text = text
        self.index = 0
        """How many tokens have been read."""
        self._at = at
        self._tokens: list[Token] = []

    @property
    def end(self) -> int:
        """Where the last token that has been read ends in the text."""
        return self._tokens[self.index - 1].end if self.index else self._at

    def peek(self, ahead: int = 0) -> Token:
        """Return a token that has not been read: the next, or one behind it; "" at the end."""
        tokens, wanted = self._tokens, self.index + ahead
        if wanted < len(tokens):
            return tokens[wanted]
        while len(tokens) <= wanted:
            start = tokens[-1].end if tokens else self._at
            match = _TOKEN.match(self.text, start)
            if match is None:
                return Token("", len(self.text), len(self.text), False)
            word = match["text"].lower()
            if word[0] in _RAISED:
                word = unicodedata.normalize("NFKC", word)
            if len(word) > 2 and word[1] == ".":
                word = word.replace(" ", "").rstrip(".")
            tokens.append(Token(word, match.start("text"), match.end(), bool(match["gap"])))
        return tokens[wanted]

    def rest(self) -> Iterator[Token]:
        """Read all tokens that have not been read."""
        while (token := self.peek()).text:
            self.index += 1
            yield token

    def take(self, *words: Word) -> bool:
        """Read a word that does one of some things; tell whether it stands there."""
        roles = ROLES.get(self.peek().text)
        if roles is None or roles.isdisjoint(words):
            return False
        self.index += 1
        return True

    def take_text(self, *texts: str) -> bool:
        """Read a word or sign; tell whether it stands there."""
        return self._take_if(self.peek().text in texts)

    def take_sign(self, signs: str) -> bool:
        """Read one of some signs; tell whether it stands there."""
        text = self.peek().text
        return self._take_if(len(text) == 1 and text in signs)

    def take_name(self, names: Mapping[str, int]) -> int | None:
        """Read one of some names, with a full stop that shortens it; return its number."""
        token = self.peek()
        number = names.get(token.text)
        if number is None:
            return None
        self.index += 1
        if self.peek().text == "." and not self.peek().gap:
            self.index += 1
        return number

    def take_number(self, least: int, most: int, digits: int = 2) -> int | None:
        """Read a number of so many digits at most, in some bounds."""
        token = self.peek()
        if not token.is_number or len(token.text) > digits or not least <= int(token.text) <= most:
            return None
        self.index += 1
        return int(token.text)

    def _take_if(self, it_stands_there: bool) -> bool:
        self.index += it_stands_there
        return it_stands_there
