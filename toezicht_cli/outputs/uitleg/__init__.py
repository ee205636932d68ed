"""Formats for the explanation of one controle."""
