"""Werkmap: what ``toezicht.yaml`` says, for the services that need it."""

from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.lezen import make_document, read_document
from toezicht_cli.loading.vinden import WERKMAP
from toezicht_cli.models.werkmap import Werkmap


def read_werkmap(folder: Path) -> Werkmap:
    """Return the ``toezicht.yaml`` in ``folder``.

    Raises:
        ToezichtError: it cannot be used; the text names line and column.
    """
    return read_document(folder, WERKMAP, Werkmap).require()


def parse_werkmap(content: bytes, file: str) -> Werkmap:
    """Return a ``toezicht.yaml`` of which the bytes were read elsewhere; raises as ``read_werkmap`` does."""
    return make_document(lambda: content, file, Werkmap).require()


def find_gemeente(werkmap: Werkmap, gevraagd: str) -> str:
    """Return a gemeente as ``toezicht.yaml`` writes it: that very one, else whatever its capitals.

    Raises:
        ToezichtError: it is not there; the help names the nearest, or those that are.
    """
    namen, gevraagd = [gemeente.naam for gemeente in werkmap.gemeenten], gevraagd.strip()
    same = [naam for naam in namen if naam.casefold() == gevraagd.casefold()]
    if gevraagd in same or len(same) == 1:
        return gevraagd if gevraagd in same else same[0]
    known = f"deze staan in toezicht.yaml: {', '.join(namen)}" if namen else "toezicht.yaml noemt er geen"
    hulp = suggest(gevraagd, namen) or known
    raise ToezichtError(f"gemeente {quote(gevraagd)} staat niet in toezicht.yaml", hulp)
