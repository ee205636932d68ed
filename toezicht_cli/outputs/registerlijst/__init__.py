"""Formats of a list of entries of a register."""
