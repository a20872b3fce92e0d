"""The open document: its text, undo, rendering, and the file it comes from."""
