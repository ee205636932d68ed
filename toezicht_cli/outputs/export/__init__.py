"""Formats of the answer to ``toezicht export --sql``."""
