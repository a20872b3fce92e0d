"""Trees of rows: what all of them have in common."""

from collections.abc import Collection

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem


def tree_items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """List all rows of a tree from above.

    Args:
        tree: The tree.

    Returns:
        The rows, headings too.
    """
    # not by QTreeWidgetItemIterator: += makes another one in Python (6.11), and the tree tells
    # each of them of every change
    items = []
    waiting = [tree.invisibleRootItem()]
    while waiting:
        item = waiting.pop()
        items.append(item)
        rows = reversed(range(item.childCount()))
        waiting += [child for row in rows if (child := item.child(row))]
    return items[1:]


def expand_parents(tree: QTreeWidget, folded: Collection[str] = ()) -> None:
    """Unfold what has rows below it.

    `expandAll` unfolds the other rows too, and screen readers would call each "expanded".

    Args:
        tree: The tree.
        folded: Texts of rows that stay folded.
    """
    for item in tree_items(tree):
        item.setExpanded(item.childCount() > 0 and item.text(0) not in folded)
