"""Formats for what ``toezicht rapport`` made."""
