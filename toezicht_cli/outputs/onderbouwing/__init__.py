"""Formats for the result of onderbouwing."""
