"""Formats of the yearly block: the questions that the IGJ asks gemeenten about a year."""
