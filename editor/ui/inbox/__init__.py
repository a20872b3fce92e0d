"""The page of the inbox: bookmarks that wait, and where each of them may go."""
