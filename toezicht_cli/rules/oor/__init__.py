"""Controles of the family OOR: see the map in ``toezicht_cli.rules``."""
