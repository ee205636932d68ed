"""Formats of one weighing of a signaal."""
