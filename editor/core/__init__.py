"""The pure floor: text in, values and edits out. No Qt, no files, no clock."""
