"""Outputs of ``verifieer``: see ``toezicht_cli.outputs``."""
