"""Titles that say more than a name: that an event is cancelled, moved, or not yet certain."""

import re
from dataclasses import replace

from editor.core.base.messages import translate
from editor.core.calendar.date_words import find_change, says_cancelled
from editor.core.importers.candidate import Candidate

_AROUND = " \t,.:;|–—-!"
_EMPTY = re.compile(r"\\?[\[(]\s*\\?[\])]")


def split_changes(candidate: Candidate) -> Candidate:
    """Split off the words of a title that say that its date does not hold.

    Args:
        candidate: A candidate.

    Returns:
        The candidate without them: cancelled, or with a doubt that names them.
    """
    data, doubts = candidate.data, candidate.doubts
    if not candidate.is_read:  # its title is the words it was found in
        return candidate
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
