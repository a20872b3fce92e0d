"""The workspace: outline, source pane, list of diagnostics, around one session."""
