"""Writer: the shape of every format of a document."""

from collections.abc import Callable
from typing import NamedTuple

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.stijl import Stijl


class Writer(NamedTuple):
    """A format: ``write`` turns a document in a house style into the bytes of a file.

    The same document and style give the same bytes, on every machine and every day. ``write`` raises
    ``WriterError`` when it cannot; it never returns half a document.
    """

    name: str
    extension: str
    description: str
    write: Callable[[Document, Stijl], bytes]


class WriterError(Exception):
    """A document could not be written in a format; the text is Dutch and tells why."""
