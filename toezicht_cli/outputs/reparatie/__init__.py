"""Formats for what ``--repareer`` did."""
