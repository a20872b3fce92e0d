"""Which rows of a table of entries a change leads to."""

from collections.abc import Sequence


def follow_entry(row: int, before: Sequence[str], after: Sequence[str]) -> int:
    """Find the row to select after a change, so that the selection stays with its entry.

    Args:
        row: The row selected before; -1 for none.
        before: The lines of the entries before the change.
        after: Their lines now.

    Returns:
        The new row of the entry; -1 where the selection stays in its row: the entry is gone, or
        nothing but this row differs, because the user types in its form.
    """
    if not 0 <= row < len(before) or before[row] not in after:
        return -1
    is_typing = (
        len(before) == len(after)
        and before[:row] == after[:row]
        and before[row + 1 :] == after[row + 1 :]
    )
    if is_typing:
        return -1
    return after.index(before[row])
