"""Uit PDF: read the text of a PDF page by page, without the heads and feet that every page has."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.alineas import (
    Bronregel,
    drop_double_spacing,
    is_double_spaced,
    join_lines,
)
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BLADZIJDEN, MAX_REGELS, MAX_TEKENS
from toezicht_cli.models.rapporttekst import Rapportregel

_WACHTWOORD = ("deze PDF heeft een wachtwoord", "bewaar een kopie zonder wachtwoord")
_CIJFERS = re.compile(r"[0-9]+")
_RANDREGELS = 3
_MIN_BLADZIJDEN = 3
_MIN_NUMMERS = 5
_WEINIG_TEKENS = 20


def read_pdf(content: bytes) -> list[Rapportregel]:
    """Return the lines of a PDF, with ``bladzijde 4`` as their place.

    Raises:
        BuitenbestandError: damaged, with a password, without text (scanned), or larger than the limits.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells about every flaw; one message is enough
    try:
        pages = list(_walk_pages(content))
    except BuitenbestandError:
        raise
    except DependencyError as error:
        raise BuitenbestandError(*_WACHTWOORD) from error
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        TypeError,
        ValueError,
    ) as error:
        raise BuitenbestandError("deze PDF is beschadigd", "maak hem opnieuw") from error
    except (AssertionError, NotImplementedError, RecursionError) as error:
        raise BuitenbestandError("deze PDF is beschadigd", "maak hem opnieuw") from error
    if sum(len(line.strip()) for page in pages for line in page) < _WEINIG_TEKENS:
        raise BuitenbestandError(
            "in deze PDF staat geen tekst: de bladzijden zijn plaatjes, waarschijnlijk gescand",
            "vraag om het document zelf, of laat de tekst herkennen (OCR)",
        )
    lines = [
        Bronregel(line, f"bladzijde {number}")
        for number, page in enumerate(_without_edges(pages), 1)
        for line in page
    ]
    if len(lines) > MAX_REGELS:
        raise BuitenbestandError(f"dit rapport heeft meer dan {MAX_REGELS} regels")
    return join_lines(drop_double_spacing(lines) if is_double_spaced(lines) else lines, by_shape=True)


def _walk_pages(content: bytes) -> Iterator[list[str]]:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise BuitenbestandError(*_WACHTWOORD)
    if len(reader.pages) > MAX_BLADZIJDEN:
        raise BuitenbestandError(f"deze PDF heeft meer dan {MAX_BLADZIJDEN} bladzijden")
    total = 0
    for page in reader.pages:
        tekst = page.extract_text()
        total += len(tekst)
        if total > MAX_TEKENS:
            raise BuitenbestandError(f"dit rapport heeft meer dan {MAX_TEKENS // 1_000_000} miljoen tekens")
        yield _without_line_numbers(tekst.split("\n"))


def _without_line_numbers(lines: list[str]) -> list[str]:
    """Return the lines of a page without the numbers in its margin: a concept has those."""
    numbers = [int(line) if line.strip().isdecimal() and len(line.strip()) < 6 else None for line in lines]
    dropped: set[int] = set()
    start = 0
    for index in range(1, len(lines) + 1):
        before = numbers[index - 1]
        if index < len(lines) and before is not None and numbers[index] == before + 1:
            continue
        if index - start >= _MIN_NUMMERS:
            dropped.update(range(start, index))
        start = index
    return [line for index, line in enumerate(lines) if index not in dropped]


def _without_edges(pages: list[list[str]]) -> Iterator[list[str]]:
    """Yield the pages without the lines at their top and bottom that most pages have, numbers aside."""
    tops = Counter(shape for page in pages for shape in {_shape(line) for line in page[:_RANDREGELS]})
    bottoms = Counter(shape for page in pages for shape in {_shape(line) for line in page[-_RANDREGELS:]})
    most = max(_MIN_BLADZIJDEN, len(pages) // 2)
    for page in pages:
        edges = {
            index
            for index, line in enumerate(page)
            if (index < _RANDREGELS and tops[_shape(line)] >= most)
            or (index >= len(page) - _RANDREGELS and bottoms[_shape(line)] >= most)
        }
        yield [line for index, line in enumerate(page) if index not in edges]


def _shape(line: str) -> str:
    return _CIJFERS.sub("0", line.strip())
