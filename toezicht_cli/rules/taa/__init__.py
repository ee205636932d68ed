"""Controles of the family TAA: see the map in ``toezicht_cli.rules``."""
