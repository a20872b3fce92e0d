"""The command line. Qt is imported only to open the window, so that scripts start at once."""
