"""The formats of ``toezicht portefeuille trends``."""
