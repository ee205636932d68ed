"""Controles of the family VBP: see the map in ``toezicht_cli.rules``."""
