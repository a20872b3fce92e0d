"""Titles and places that say more: that an event is cancelled, moved, or at another hour."""

import re

from msgspec.structs import replace

from editor.core.base.messages import translate
from editor.core.calendar.clock import read_hours
from editor.core.calendar.date_changes import find_change, says_cancelled
from editor.core.calendar.remarks import CLOCK, DOORS
from editor.core.importers.candidate import Candidate

_AROUND = " \t,.:;|–—-!"
_SENTENCE = re.compile(r"(?<!\d)[.!?]\s+\S|^[a-zäöü]+\s.*\.$")
_EMPTY = re.compile(r"\\?[\[(]\s*\\?[\])]")


def split_changes(candidate: Candidate) -> Candidate:
    """Split off the words of a title that say that its date does not hold.

    Args:
        candidate: A candidate.

    Returns:
        The candidate without them: cancelled, or with a doubt that names them.
    """
    data, doubts = candidate.data, candidate.doubts
    if not candidate.is_read or _SENTENCE.search(data.title):
        return candidate  # its title is the words it was found in
    while change := find_change(data.title, 0):
        words = data.title[slice(*change)]
        rest = _EMPTY.sub(" ", data.title[: change[0]] + data.title[change[1] :])
        title = " ".join(rest.split()).strip(_AROUND)
        if not title:
            break
        data = replace(data, title=title)
        if says_cancelled(words):
            data = replace(data, cancelled=True)
        else:
            message = translate("core", "The title said “{words}”: does the date hold?")
            doubts = (*doubts, message.fill(words=words))
    return replace(candidate, data=data, doubts=doubts)


def doubt_hours(candidate: Candidate) -> Candidate:
    """Doubt an event whose title or place names another hour than that at which it starts.

    Args:
        candidate: A candidate.

    Returns:
        The candidate, with a doubt that names the hour.
    """
    data = candidate.data
    if not candidate.is_read:
        return candidate
    start = data.when.start_time if data.when else None
    for words in (data.title, data.address):
        clock = CLOCK.search(DOORS.sub("", words))
        hours = read_hours(f" {clock[0]}", 0)[0] if clock else None
        if clock and (hours is None or hours[0] != start):
            message = translate("core", "“{words}” stands in the title or the place.")
            doubt = message.fill(words=clock[0])
            return replace(candidate, doubts=(*candidate.doubts, doubt))
    return candidate
