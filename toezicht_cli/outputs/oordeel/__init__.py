"""Formats for the result of a oordeel."""
