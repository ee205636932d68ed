"""Controles of the family KDR: see the map in ``toezicht_cli.rules``."""
