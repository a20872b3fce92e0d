"""Importers: events from calendars, web pages, mails, tables and text."""
