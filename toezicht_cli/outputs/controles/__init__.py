"""Formats for the list of controles."""
