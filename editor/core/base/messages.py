"""Messages for the user: English sentences that a window can translate."""


class Message(str):
    """An English sentence that remembers its template and values, so that it can be translated.

    ``str(message)`` is the English text with its values filled in.
    """

    template: str
    values: dict[str, object]

    def fill(self, **values: object) -> "Message":
        """Return the message with the ``{names}`` of its template filled in."""
        return _make_message(self.template, values)


def _make_message(template: str, values: dict[str, object]) -> Message:
    message = Message(template.format(**values) if values else template)
    message.template, message.values = template, values
    return message


def translate(context: str, template: str) -> Message:
    """Mark a message of the core for translation.

    Args:
        context: Always "core"; Qt's lupdate collects calls of this very name and reads it here.
        template: The English sentence, with ``{names}`` for its values.

    Returns:
        The message, to be filled by ``Message.fill`` where the template has names.
    """
    assert context == "core"
    return _make_message(template, {})
