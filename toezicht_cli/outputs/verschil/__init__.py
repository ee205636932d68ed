"""Formats for the difference between two moments of an onderzoek."""
