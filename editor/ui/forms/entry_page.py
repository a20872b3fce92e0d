"""What the fields of an entry need of the page they are on."""

from collections.abc import Callable, Sequence
from typing import Protocol

from editor.app.document.session import Session
from editor.core.base.edits import Edit
from editor.core.checks.diagnostic import Diagnostic
from editor.core.events.edit_context import EditContext
from editor.core.events.model import EntryKind, Event


class EntryPage(Protocol):
    """A page with the entries of one kind, of which one is shown in the fields."""

    session: Session
    kind: EntryKind

    @property
    def entries(self) -> tuple[Event, ...]:
        """All entries of the page's kind, in the order of the text."""

    @property
    def entry_shown(self) -> Event | None:
        """The entry in the form; None for none."""

    def show_now(self) -> None:
        """Show what was typed in the table, too, as ``Form.show_now`` does."""

    def put(
        self, make: Callable[[], list[Edit]], label: str, merge: str = "", *, quiet: bool = False
    ) -> bool:
        """Make edits and apply them, as ``Form.put`` does."""

    def put_entries(
        self,
        make: Callable[[EditContext], list[Edit]],
        label: str,
        merge: str = "",
        *,
        quiet: bool = False,
    ) -> bool:
        """Make edits to entries and apply them, as ``Form.put_entries`` does."""

    def diagnostics_shown(self) -> Sequence[Diagnostic]:
        """Collect what is wrong with the entry in the form."""
