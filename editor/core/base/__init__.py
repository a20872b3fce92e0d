"""Spans and edits, messages and errors, file encoding, web addresses: the ground of the core."""
