"""Formats of an afwegingskader."""
