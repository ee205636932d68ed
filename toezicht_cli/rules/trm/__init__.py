"""Controles of the family TRM: see the map in ``toezicht_cli.rules``."""
