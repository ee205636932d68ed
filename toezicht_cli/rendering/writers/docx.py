"""Word: a document in real styles, which an organisation can go on working in."""

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.base import Writer


def write(document: Document, stijl: Stijl) -> bytes:
    """Return ``document`` as a Word file (.docx) in the house style.

    Raises:
        WriterError: the document cannot be a Word file.
    """
    from toezicht_cli.rendering.word.pakket import make_docx

    return make_docx(document, stijl, None)


def write_with_reference(document: Document, stijl: Stijl, reference: bytes) -> bytes:
    """Return ``document`` as a Word file that looks like the Word document ``reference``.

    Its styles count by their name, and so do its numbering, its theme and the size of its page; styles
    that it lacks are added. Its text, pictures, macros and what stands above and below its pages do not
    come along.

    Raises:
        WriterError: the reference is not a sound Word document, or the document cannot be a Word file.
    """
    from toezicht_cli.rendering.word.pakket import make_docx
    from toezicht_cli.rendering.word.referentie import read_reference

    return make_docx(document, stijl, read_reference(reference))


def write_to_react(document: Document, stijl: Stijl, reference: bytes | None) -> bytes:
    """Return ``document`` as a Word file in which every change is tracked, for somebody to react in.

    Raises:
        WriterError: as ``write_with_reference``.
    """
    from toezicht_cli.rendering.word.pakket import make_docx
    from toezicht_cli.rendering.word.referentie import read_reference

    found = None if reference is None else read_reference(reference)
    return make_docx(document, stijl, found, is_te_lezen=True)


WRITER = Writer("docx", "docx", "Word-document: om in te werken en op te reageren", write)
