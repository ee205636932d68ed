"""The formats of ``toezicht opvolging``."""
