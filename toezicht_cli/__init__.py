"""toezicht: check, tally and compare investigations of Dutch care supervisors.

The map: ``cli`` talks to people, ``services`` holds the use cases, ``rules`` the controles,
``outputs`` the formats, ``analysis`` the calculations, ``loading`` reads files, ``models`` are
the concepts on disk. Imports point only in that order (``pyproject.toml``, import-linter).
"""

__version__ = "0.1.0"
