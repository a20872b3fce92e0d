"""Errors whose text is a sentence for the user.

``UserFacingError`` is what callers catch to show a sentence; its children say whose fault it is.
Errors of the network, of git and of Hugo are defined beside the code that raises them.
"""

from editor.core.base.messages import Message


class UserFacingError(Exception):
    """Something that could not be done; ``message`` says what, where, and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class EditRejected(UserFacingError):
    """An edit that cannot be proved harmless: the text would not read back as asked."""


class InputRejected(UserFacingError):
    """Input that cannot be read: a file, a calendar, a page, a profile, a photo."""
