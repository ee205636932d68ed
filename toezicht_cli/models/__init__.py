"""The concepts on disk as frozen pydantic models: one concept per file, no I/O, no positions.

A field carries the name it has in the YAML. Every value arrives as text and is typed here
(``waarde.py``, ``datum.py``). Positions are deliberately not stored: ``==`` compares content.
"""
