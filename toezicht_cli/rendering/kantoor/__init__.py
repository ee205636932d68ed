"""Kantoor: what the writers for Word and for LibreOffice share."""
