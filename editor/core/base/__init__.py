"""Spans and edits, messages and errors, file encoding, web addresses: what every package stands on."""
