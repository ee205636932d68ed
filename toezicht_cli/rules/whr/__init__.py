"""Controles of the family WHR: see the map in ``toezicht_cli.rules``."""
