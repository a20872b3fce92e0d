"""What the fields of the front matter form have in common."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.core.frontmatter.model import Node, Shape
from editor.core.frontmatter.shapes import shape_of_node
from editor.core.profiles.profile import Field as FieldSettings
from editor.ui.widgets.form_parts import mark_invalid


class Field(QWidget):
    """A field of the front matter form."""

    edited = Signal(object)
    """What the field says now: a str, a bool or a ListChange."""
    left = Signal()
    """The field was left: an undo step ends."""

    def __init__(self, settings: FieldSettings, zone: str) -> None:
        super().__init__()
        self.settings, self.zone = settings, zone
        self.refusal = ""
        """Why what the field says could not be written; "" where it could."""
        self._shown: Shape | None = None
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)

    def show_value(self, node: Node | None) -> None:
        """Show a value of the front matter, but keep what was refused while the value is the same.

        Args:
            node: The value; None where the key is missing.
        """
        shape = shape_of_node(node)
        if self.refusal and shape == self._shown:
            return
        self.refuse("")
        self._shown = shape
        self.load(node)

    def refuse(self, reason: str) -> None:
        """Frame the field, because what it says could not be written.

        Args:
            reason: Why; "" where it could.
        """
        self.refusal = reason
        mark_invalid(self, reason)

    def load(self, node: Node | None) -> None:
        """Show a value of the front matter.

        Args:
            node: The value; None where the key is missing.
        """
        raise NotImplementedError

    def offer(self, values: Sequence[str]) -> None:
        """Propose what other pages of the site hold here.

        Args:
            values: The values.
        """


def text_of(node: Node | None) -> str:
    """Return the text of a value.

    Args:
        node: The value; None where the key is missing.

    Returns:
        The text of a scalar; "" for anything else.
    """
    if node:
        return node.text
    return ""
