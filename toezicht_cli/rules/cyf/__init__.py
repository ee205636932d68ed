"""Controles of the family CYF: see the map in ``toezicht_cli.rules``."""
