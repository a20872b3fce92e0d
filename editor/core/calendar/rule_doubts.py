"""Why a rule cannot be followed by a calendar, in a sentence that names its words."""

from editor.core.base.messages import Message, translate
from editor.core.calendar.recurrence import Certainty, Rule
from editor.core.calendar.rule_writing import write_phrase


def explain_doubt(rule: Rule, words: str, language: str) -> Message | None:
    """Explain why no calendar can follow a rule.

    Args:
        rule: What was read.
        words: The rule as it stands in the text.
        language: ISO 639-1 code of the language in which its readings are named.

    Returns:
        The sentence; None for a rule that is certain.
    """
    if rule.certainty is Certainty.AMBIGUOUS:
        first, second = (write_phrase(reading, language) for reading in rule.readings[:2])
        message = translate("core", "“{rule}” can mean “{first}” or “{second}”.")
        return message.fill(rule=words, first=first, second=second)
    if rule.certainty is Certainty.CHOICE:
        message = translate("core", "“{rule}” leaves a choice, which no calendar knows.")
        return message.fill(rule=words)
    if rule.certainty is Certainty.UNREAD:
        message = translate(
            "core", "“{unread}” in “{rule}” is not understood, so no calendar entry follows it."
        )
        return message.fill(rule=words, unread=rule.unread)
    return None
