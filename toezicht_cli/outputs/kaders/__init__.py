"""Formats for a list of kaders."""
