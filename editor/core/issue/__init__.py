"""The issue: ``parse_issue(text) -> Issue``, how it is named, what earlier ones suggest."""
