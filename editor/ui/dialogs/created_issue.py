"""What the dialog for a new issue has made."""

from pathlib import Path

from msgspec import Struct

from editor.core.base.encoding import FileFormat
from editor.core.profiles.profile import Profile


class CreatedIssue(Struct, frozen=True):
    """The new document: its text, the format of its file, and its profile."""

    text: str
    form: FileFormat
    profile: Profile
    assumed: str = ""
    """The photographer who was only taken over from the old issue; "" for none."""
    home: Path | None = None
    """The folder of the issue that it starts from, without the folders its own name brings."""
