"""Calendars: dates and rules in words, entries, their links, and the rules of RFC 5545."""
