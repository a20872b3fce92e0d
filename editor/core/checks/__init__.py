"""Checks: functions that read an issue and report what its readers would stumble over."""
