"""Words that stand beside hours and places without being either, such as "Einlass 18 Uhr"."""

import re

from editor.core.base.phrasebook import MONTH_NAMES

_DOORS = r"Einla(?:ss|ß)|Türöffnung|Anmeldung|doors|registration"
_TIME = r"\d{1,2}(?:[:.]\d\d)?(?:\s?(?:Uhr|h|[ap]\.?m\.?))?"
CLOCK = re.compile(
    r"""
    (?<! [\d.] ) (?: [01]?\d | 2[0-4] )
    (?: :[0-5]\d (?!\.?\d) (?: \s?[ap]\.?m\b )? | \.[0-5]\d (?![.\d]) (?: \s?Uhr )? | h[0-5]\d
      | \s?(?:Uhr|h|am|pm|a\.m\.|p\.m\.)(?!\w) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""A time of day as it is written; a date is none."""
DOORS = re.compile(rf"\(? \b (?:{_DOORS})\b [^,)]* \)?", re.IGNORECASE | re.VERBOSE)
"""When one may come in or sign up: another hour, which says nothing against the one read."""
DOORS_HOUR = re.compile(
    rf"\b(?:{_DOORS})\b:?\s+(?:(?:ab|um|ist|from|at|open)\s+)?{_TIME}", re.IGNORECASE
)
"""The hour of the doors alone, as in "Einlass 19:00 / Beginn 19:30"."""
_BRACKETED = re.compile(
    rf"\s*\([^()\[\]]{{1,120}}\)(?=\s*,) | \s*\((?:{_DOORS})\b[^()\[\]]{{1,120}}\)",
    re.IGNORECASE | re.VERBOSE,
)
_FREE = r"(?:Eintritt|Zutritt|Teilnahme)\s+(?:ist\s+)?(?:frei|kostenlos|kostenfrei)"
_SIGN_UP = (
    r"(?:bitte\s+)?(?:vorher\s+)?anmelden|"
    r"(?:mit|ohne)\s+Anmeldung|Anmeldung\s+(?:erforderlich|erwünscht|nötig|empfohlen)|pünktlich|"
    r"Anmeldung\s+bis\s+[^,:]+"
)
_PIECE = re.compile(
    rf"""
    (?: \s* [,;/] \s* | \s (?=pünktlich) )
    (?: (?:{_DOORS}) :? \s+ (?:(?:ab|um|ist|from|at|open)\s+)? {_TIME}
      | {_FREE} | {_SIGN_UP} | kostenlos | kostenfrei | free \s (?: entry | admission ) )
    (?= \s* (?: [,;] | :(?!\d) | $ ) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ODD = re.compile(
    rf"""
    (?<! [\d.] ) (?: [01]?\d | 2[0-4] )
      (?: :[0-5]\d (?![.:]?\d) | \s?(?:Uhr|[ap]\.m\.|pm)(?!\w) | [ap]m\b | h[0-5]\d )
  | ^ \W* (?-i: UTC | GMT | WEZ | EST | EDT | ET | PST | PDT | PT | BST | IST | CST | CDT ) \b
  | \b (?: \w*-? (?: Standard | Orts | Sommer | Winter )zeit | Eastern | Pacific ) \b
  | \b (?: abends | morgens | vormittags | nachmittags | mittags | nachts ) \b
  | \b (?: ein | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf
      | \w+zehn | \w*zwanzig ) \s Uhr \b
  | \b (?: ab | bis | um | gegen | until | till | at ) \s+ \d{{1,2}} \s? h \b
  | ^ \s* \?+ | \s \?+ (?= \s* (?: [,)] | $ ) ) | \d \s? [-–] \s? \?
  | (?<! [\w.] ) \d{{1,2}} \. \s? \d{{1,2}} \. (?! \d )
  | \b (?: auch | und | sowie | statt | also | and ) \s+ (?: (?: am | on ) \s+ )?
      (?: \d{{1,2}} \. \s? (?: {MONTH_NAMES} | \d{{1,2}}\. ) | (?:{MONTH_NAMES}) \s+ \d )
  | \b (?: Dauer | Ende | Duration ) :? \s+ (?: (?: ca | etwa | gegen | um | about ) \.? \s+ )? \d
  | \b \d+ (?: [,.]\d )? \s? (?: Std | Stunden? | hours? ) \b
  | \b \d+ \s? (?: min | Minuten | minutes ) \b (?! \s (?: vom? | zum? | from | to | Fuß ) )
  | \b (?: UK | London | Eastern | Pacific | Central | local ) \s time \b
  | \b (?: geschlossen | closed | Ausnahme | feiertags | Feiertag\w* | holidays? ) \b
  | \b (?: nicht | not ) \s (?: am | im | an | in | on ) \b
  | \b im \s (?: {MONTH_NAMES} ) \s nicht \b
  | (?! ^ ) \b (?: nur | jetzt | diesmal | only ) \s online \b | \b \d \s?x\s im \s Monat \b
  | \b (?: abwechselnd | wechselnd | alternating | zur \s Zeit | neuer \s Ort | new \s venue ) \b
  | \b (?: nach \s Sonnenuntergang | im \s Anschluss | afterwards ) \b
  | ~~ | ❌
  | \b (?: Uhrzeit | Zeit | Beginn | time ) \s (?: folgt | wird | noch | tb[acd] | to\s be ) \b
  | \b (?: derzeit | aktuell | zurzeit | momentan | vorerst | vorläufig | currently
      | temporarily ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)


_SIGN = re.compile(r":(?:\s[^,]*)?$|~~|\*\*")
"""A colon in the last part of a place, or a mark."""


def skip_listed_remarks(text: str, at: int) -> int:
    """Skip remarks between commas behind hours: ", Einlass 18:30", ", Eintritt frei".

    >>> skip_listed_remarks("19 Uhr, Einlass 18:30, Haus", 6)
    21

    Args:
        text: A line.
        at: Where its hours end.

    Returns:
        Where the last remark ends; ``at`` where there is none.
    """
    while match := _PIECE.match(text, at):
        at = match.end()
    return at


def skip_bracketed_remark(text: str, at: int) -> int:
    """Skip a remark in parentheses between a time and a comma, or about the doors.

    Args:
        text: A line.
        at: Where its time ends.

    Returns:
        Where the remark ends; ``at`` where there is none.
    """
    match = _BRACKETED.match(text, at)
    return match.end() if match else at


def find_odd_words(words: str) -> str:
    """Find words beside a date that speak of hours, a length, another day or a condition.

    >>> find_odd_words("Haus (bis 21 Uhr)"), find_odd_words("Straße des 17. Juni 135")
    ('21 Uhr', '')

    Args:
        words: Where a place is expected, or what stands behind a title.

    Returns:
        The first such words; "" where there are none.
    """
    match = _ODD.search(DOORS.sub("", words))
    return match[0].strip(" ,()") if match else ""


def find_sign(place: str) -> str:
    """Find a colon or a mark of Markdown in a place: words of a title, or what is struck through.

    Args:
        place: The words of a line where its place is expected.

    Returns:
        The first such sign; "" where there is none.
    """
    match = _SIGN.search(place)
    return match[0].strip() if match else ""
