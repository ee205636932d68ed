"""Formats for the result of bronnen."""
