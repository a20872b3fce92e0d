"""Words that say that a date does not hold: "abgesagt", "verschoben auf 4. März", "fällt aus"."""

import re

from editor.core.calendar.date_words import is_time_token
from editor.core.calendar.phrase import DASHES, Phrase, Token
from editor.core.calendar.vocabulary import WORDS
from editor.core.calendar.words import Word

_ADDRESS = re.compile(r"https?://[^\s)]+")
_CHANGES = (Word.TENTATIVE, Word.MOVED, Word.INSTEAD, Word.CANCELLED)
_ENDS_OF_DATES = (Word.MOVED, Word.CANCELLED)
"""What changes a date behind other words, too: "Stammtisch verschoben"."""
_PAIRS = (("neuer", "termin"), ("neues", "datum"), ("new", "date"), ("called", "off"))
"""Words that say only together that a date does not hold, as "fällt" and "aus" do."""
_NONE = ("kein", "keine", "no")
_MEETINGS = (
    "treffen", "termin", "stammtisch", "sitzung", "sprechstunde", "plenum", "veranstaltung",
    "meeting", "meetup", "session", "event",
)  # fmt: skip
"""How words end behind "kein" where something does not take place."""
_NOT_TAKING_PLACE = (("fällt", "aus"), ("nicht", "statt"), ("called", "off"), ("take", "place"))
_NEGATIONS = ("fällt", "not", "won", "doesn", "t")
_CHANGED = (
    "fällt", "take place", *dict(_PAIRS), *_NONE,
    *(text for word in _CHANGES for text in WORDS[word]),
)  # fmt: skip
"""What a line without such a change does not hold: the quickest way to tell."""
_ENDS_OF_PIECE = ("", ",", ";", ":", "(", ")", "[", "]", "*", "|", "!", "·", "\\")


def find_change(text: str, at: int) -> tuple[int, int] | None:
    """Find words behind a date that say it does not hold: "(abgesagt)", "verschoben auf 4. März".

    >>> find_change("4. März, Haus: **Treffen** (fällt aus)", 7)
    (28, 37)

    Args:
        text: A line.
        at: Where to look from.

    Returns:
        Where they stand; None for none.
    """
    lowered = text[at:].lower()
    if not any(word in lowered for word in _CHANGED):
        return None
    phrase = Phrase(_ADDRESS.sub(lambda match: "x" * len(match[0]), text), at)
    while phrase.peek().text:
        if _is_called_off(phrase):
            return phrase.peek().start, phrase.peek().end
        start, changes = _read_piece(phrase)
        if changes and not _is_title(text, start, phrase.end):
            return start + len(text[start:]) - len(text[start:].lstrip()), phrase.end
        phrase.index += bool(phrase.peek().text)
    return None


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether words are the whole of a title and name no date: "**Neuer Termin**"."""
    words = tuple(text[start:end].lower().split())
    before, behind = text[:start].rstrip(), text[end:].lstrip()
    is_bold = before.endswith("**") and behind.startswith("**")
    is_linked = before.endswith("[") and behind.startswith("](")
    return (is_bold or is_linked) and words in _PAIRS[:3]


def _read_piece(phrase: Phrase) -> tuple[int, bool]:
    """Read a piece of a line: where its last words about a time begin, and if they change one."""
    begin = start = phrase.peek().start
    changes, negation = False, None
    while not _ends_piece(phrase):
        token = phrase.peek()
        pair = (token.text, phrase.peek(1).text)
        ends_negation = token.text == "aus" or pair == ("take", "place")
        is_pair = pair in _PAIRS or bool(negation and ends_negation)
        if negation and ends_negation:
            start = min(start, negation.start)
        elif token.text in _NEGATIONS:
            negation = token
        phrase.index += 2 if is_pair and token.text != "aus" else 1
        if not (is_pair or _belongs_to_change(token)):
            start, changes = token.end, False  # what changes a date stands behind its words
        is_whole = start == begin
        changes = changes or is_pair or token.does(*(_CHANGES if is_whole else _ENDS_OF_DATES))
    return start, changes


def _belongs_to_change(token: Token) -> bool:
    """Whether words that change a date may go on with one."""
    return is_time_token(token) or token.does(Word.AUXILIARY) or token.text in (*_NEGATIONS, *"'’")


def _is_called_off(phrase: Phrase) -> bool:
    """Whether a piece begins with a word that calls off what follows: "ABGESAGT Treffen"."""
    token, behind = phrase.peek(), phrase.peek(1)
    if token.text in _NONE:
        return behind.text.endswith(_MEETINGS)
    is_name = behind.is_word and behind.text != "an" and not is_time_token(behind)
    if token.text == "closed":  # "closed beta"
        return False
    return token.does(*_ENDS_OF_DATES) and is_name and not behind.does(Word.AUXILIARY)


def says_cancelled(words: str) -> bool:
    """Tell whether words say that something does not take place at all.

    >>> says_cancelled("fällt leider aus"), says_cancelled("verschoben")
    (True, False)

    Args:
        words: As ``find_change`` finds them.

    Returns:
        Whether they do.
    """
    found = {token.text for token in Phrase(words).rest()}
    is_said = any({*pair} <= found for pair in _NOT_TAKING_PLACE) or not found.isdisjoint(_NONE)
    return is_said or not found.isdisjoint(WORDS[Word.CANCELLED])


def _ends_piece(phrase: Phrase) -> bool:
    """Whether a sign ends a piece of a line; a full stop and a dash do before a blank."""
    token, behind = phrase.peek(), phrase.peek(1)
    if token.text == "." and phrase.index and phrase.peek(-1).is_number:
        return False
    if token.text in (*DASHES, ".", ":"):
        return behind.gap or not behind.text
    return token.text in _ENDS_OF_PIECE
