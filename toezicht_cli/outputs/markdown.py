"""Markdown: escape words of the user for the place where they stand."""

import re

from toezicht_cli.diagnostics import mask

_SPECIAL = re.compile(r"([\\`*_\[\]<>|&])")
_AT_START = re.compile(r"^(\d{1,9})?([-+#=~.)])")


def escape(text: str) -> str:
    """Return ``text`` on one line as it must be written in Markdown to be read literally."""
    line = _SPECIAL.sub(r"\\\1", mask(" ".join(text.split())))
    return _AT_START.sub(lambda match: f"{match[1] or ''}\\{match[2]}", line)
