"""Controles of the family VST: see the map in ``toezicht_cli.rules``."""
