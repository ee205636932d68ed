"""The formats of ``toezicht termijnen``."""
