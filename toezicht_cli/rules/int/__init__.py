"""Controles of the family INT: see the map in ``toezicht_cli.rules``."""
