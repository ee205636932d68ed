"""Taal: the language of a document as office programs want it."""

import re

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.writers.base import WriterError

_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Z]{2})?")
_COUNTRIES = {"nl": "nl-NL", "en": "en-GB", "fy": "fy-NL"}


def full_language(document: Document) -> str:
    """Return the language with its country.

    Raises:
        WriterError: it is not a code of a language.
    """
    if not _LANGUAGE.fullmatch(document.language):
        raise WriterError("de taal van het document is geen taalcode zoals nl")
    return _COUNTRIES.get(document.language, document.language)
