"""Formats of one entry of a register."""
