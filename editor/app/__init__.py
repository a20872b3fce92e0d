"""The application: what an open document is, and how it meets the disk. QtCore and QtGui only."""
