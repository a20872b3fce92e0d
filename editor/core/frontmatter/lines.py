"""Lines of front matter: their columns and their ends."""


def column_at(text: str, position: int) -> int:
    """Return the column of a position.

    Args:
        text: The whole document.
        position: A position in it.

    Returns:
        The number of characters before it in its line.
    """
    return position - (text.rfind("\n", 0, position) + 1)


def line_end_at(text: str, position: int, limit: int) -> int:
    """Return the end of the line that holds a position, comment included, line end not included.

    Args:
        text: The whole document.
        position: A position in it; right behind a line end it counts for the line before.
        limit: Where the front matter ends.

    Returns:
        The position of the line end, or ``limit`` if none comes before.
    """
    if position and text[position - 1] == "\n":
        position -= 1
        if position and text[position - 1] == "\r":
            return position - 1
    end = text.find("\n", position, limit)
    if end < 0:
        end = limit
    if end > position and text[end - 1] == "\r":
        return end - 1
    return end


def newline_before(text: str, line_start: int) -> str:
    """Return the line end of the line before a position.

    Args:
        text: The whole document.
        line_start: Where a line begins.

    Returns:
        LF or CR LF; LF where there is no line before.
    """
    if text[max(0, line_start - 2) : line_start] == "\r\n":
        return "\r\n"
    return "\n"
