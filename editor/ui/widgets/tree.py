"""Trees of rows: what all of them have in common."""

from collections.abc import Collection

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator


def tree_items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """List all rows of a tree from above.

    Args:
        tree: The tree.

    Returns:
        The rows, headings too.
    """
    items = []
    iterator = QTreeWidgetItemIterator(tree)
    while item := iterator.value():
        items.append(item)
        iterator += 1
    return items


def expand_parents(tree: QTreeWidget, folded: Collection[str] = ()) -> None:
    """Unfold what has rows below it.

    `expandAll` unfolds the other rows too, and screen readers would call each "expanded".

    Args:
        tree: The tree.
        folded: Texts of rows that stay folded.
    """
    for item in tree_items(tree):
        item.setExpanded(item.childCount() > 0 and item.text(0) not in folded)
