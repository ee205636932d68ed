"""Formats of the figures of a year."""
