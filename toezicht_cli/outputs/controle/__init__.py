"""Formats for the result of a controle."""
