"""Controles of the family NRM: see the map in ``toezicht_cli.rules``."""
