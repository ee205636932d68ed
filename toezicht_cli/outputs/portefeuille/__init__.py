"""The formats of ``toezicht portefeuille``."""
