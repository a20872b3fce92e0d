"""What the window does for the parts it owns."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from editor.ui.widgets.message_bar import Action

if TYPE_CHECKING:
    from editor.core.checks.diagnostic import Diagnostic


class WindowCallbacks(Struct, frozen=True):
    """Functions of the window, handed to its parts so that they need not know it."""

    say: Callable[[str, Sequence[Action], bool], object]
    """Show a message with its answers, as a warning or not."""
    finish_field: Callable[[], object]
    """Let what is typed in a field count, although the user has not left it."""
    begin: Callable[[Callable[[], None]], bool]
    """Let the session have another document, and show it."""
    refresh_pictures: Callable[[], object]
    """Look at the pictures again: they may have moved."""
    hold_disk: Callable[[bool], object]
    """Look at the open file no more, until the files of its site are written."""
    show_position: Callable[[int], object]
    """Show a place of the text, counted in characters."""
    diagnostics: "Callable[[], Sequence[Diagnostic]]"
    """What checks have found in the open document."""
