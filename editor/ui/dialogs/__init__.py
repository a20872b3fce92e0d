"""Parts of the window: dialogs."""
