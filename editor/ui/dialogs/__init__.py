"""The dialogs: import, photo, new issue, renewed links, publication, and comparison."""
