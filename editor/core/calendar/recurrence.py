"""Recurrence in words, such as "jeden dritten Montag im Monat": read as patterns.

Law: ``read_phrase(write_phrase(patterns, language), near).patterns == patterns`` for every set of
patterns that share their limits. A phrase that names no rule gives none; its ``certainty`` says
why.
"""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from editor.core.calendar.phrase import Phrase
from editor.core.calendar.rrule import Pattern, write_rrule
from editor.core.calendar.rule_grammar import take_rule


class Certainty(StrEnum):
    """Whether a phrase names one rule."""

    CERTAIN = "certain"
    AMBIGUOUS = "ambiguous"
    """Two rules may be meant: "jeden zweiten Montag" is every two weeks, or a month's second."""
    CHOICE = "choice"
    """No rule says it: "zweiten oder dritten" leaves a choice."""
    UNREAD = "unread"
    """Words are left over: "jeden Dienstag in den Ferien" is not every Tuesday."""


class Rule(Struct, frozen=True):
    """What a phrase in a text says, up to ``end``: a set of patterns if that is certain.

    Otherwise ``readings`` are the patterns that may be meant.
    """

    patterns: tuple[Pattern, ...]
    end: int
    certainty: Certainty = Certainty.CERTAIN
    readings: tuple[Pattern, ...] = ()
    unread: str = ""
    """The words that are not understood."""

    @property
    def pattern(self) -> Pattern | None:
        """The only pattern; None where there are none or several."""
        return self.patterns[0] if len(self.patterns) == 1 else None

    @property
    def until(self) -> date | None:
        """The last possible day, which all patterns have in common."""
        return self.patterns[0].until if self.patterns else None

    @property
    def rrule(self) -> str:
        """The RRULE value of the only pattern; "" where there are none or several."""
        return write_rrule(self.pattern) if self.pattern else ""


def read_rule(text: str, at: int = 0, near: date | None = None) -> Rule | None:
    """Read the rule that a text names at a place.

    Typos of real issues ("jeden.", "zweiten un vierten") are understood.

    >>> read_rule("jeden zweiten un vierten Mittwoch im Monat").rrule
    'FREQ=MONTHLY;BYDAY=2WE,4WE'

    Args:
        text: Running text, in German or English.
        at: Where the phrase begins.
        near: Dates without a year follow this day.

    Returns:
        The rule; None where no phrase of a rule begins at ``at``.
    """
    phrase = Phrase(text, at)
    read = take_rule(phrase, near)
    if read is None:
        return None
    if read.is_choice:
        return Rule((), phrase.end, Certainty.CHOICE, read.patterns)
    if read.is_ambiguous:
        return Rule((), phrase.end, Certainty.AMBIGUOUS, read.patterns)
    return Rule(read.patterns, phrase.end)


def read_phrase(text: str, near: date | None = None) -> Rule | None:
    """Read a text that is nothing but a rule.

    >>> read_phrase("jeden Dienstag in den Ferien").unread
    'in den Ferien'

    Args:
        text: The phrase.
        near: Dates without a year follow this day.

    Returns:
        The rule; one of no pattern where words are left over; None where it begins with none.
    """
    rule = read_rule(text, 0, near)
    if rule and (left_over := text[rule.end :].strip()):
        return Rule((), len(text), Certainty.UNREAD, unread=left_over)
    return rule
