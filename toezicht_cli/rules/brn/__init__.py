"""Controles of the family BRN: see the map in ``toezicht_cli.rules``."""
