"""Formats for the difference between two kaders."""
