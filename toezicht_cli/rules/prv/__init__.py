"""Controles of the family PRV: see the map in ``toezicht_cli.rules``."""
