"""Formats for the result of bronnenmatrix."""
