"""Controles of the family STR: see the map in ``toezicht_cli.rules``."""
