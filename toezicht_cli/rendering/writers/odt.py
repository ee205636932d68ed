"""OpenDocument: the same document for LibreOffice, and for who must use an open standard."""

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.base import Writer


def write(document: Document, stijl: Stijl) -> bytes:
    """Return ``document`` as an OpenDocument text (.odt) in the house style.

    Raises:
        WriterError: the document cannot be an OpenDocument text.
    """
    from toezicht_cli.rendering.odt.pakket import make_odt

    return make_odt(document, stijl)


WRITER = Writer("odt", "odt", "OpenDocument (LibreOffice): een open standaard om in te werken", write)
