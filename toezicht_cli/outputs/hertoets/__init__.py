"""The formats of ``toezicht hertoets``."""
