"""Formats for one kader."""
