"""Lines that say what several dates have in common: "Jeweils um 18 Uhr im Haus, Weg 1, Berlin"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from editor.core.importers.candidate import Candidate, ImportContext
from editor.core.importers.places import add_location
from editor.core.importers.text_blocks import ADDRESS
from editor.core.importers.text_parts import find_place
from editor.core.importers.written_hours import add_hours

_SHARED = re.compile(r"^\W*(?:jeweils|immer|alle|each|always|all)\b", re.IGNORECASE)


def share_line(
    candidates: Sequence[Candidate], lines: Sequence[str], context: ImportContext
) -> list[Candidate]:
    """Give events the hours and the place that a line says of all of them.

    Args:
        candidates: The events of a list.
        lines: The lines of the list, with those above and below.
        context: The issue they are read for.

    Returns:
        The candidates; those that say hours or a place keep their own.
    """
    shared = next((ADDRESS.sub(" ", line) for line in lines if _SHARED.match(line)), "")
    place = find_place(shared)
    made: list[Candidate] = []
    for candidate in candidates:
        data, doubts = candidate.data, candidate.doubts
        if shared and data.when and data.when.start_time is None:
            found = add_hours(data.when, shared, context.profile.timezone)
            data, doubts = replace(data, when=found.when), (*doubts, *found.doubts)
        if place and not data.address:
            data = add_location(data, place.address, context.profile.timezone)
        made.append(replace(candidate, data=data, doubts=doubts))
    return made
