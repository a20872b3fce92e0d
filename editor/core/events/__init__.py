"""Events, meetings and deadlines: read from lines, changed by edits, linked to calendars."""
