"""Publishing: page, mail, plain text, calendar files, site files, and the next issue."""
