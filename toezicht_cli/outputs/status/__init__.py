"""Formats for the result of status."""
