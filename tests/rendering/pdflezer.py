"""What stands in a PDF, read along its tags: the words in the order in which a screen reader says them."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, StreamObject

_CHAR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)


class Tag(NamedTuple):
    """A tag of the file with the words in it and in all below it."""

    kind: str
    element: DictionaryObject
    words: str


def open_pdf(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


def spoken_text(pdf: bytes) -> str:
    """Return all words along the tags; what is furniture of the page is left out."""
    return tags(pdf)[-1].words


def tags(pdf: bytes) -> list[Tag]:
    """Return the tags, what is inside one before the tag itself; the last one is the whole document."""
    reader = open_pdf(pdf)
    words = {
        (page.indirect_reference.idnum, number): text
        for page in reader.pages
        if page.indirect_reference is not None
        for number, text in _marked(page)
    }
    found: list[Tag] = []
    root = reader.root_object["/StructTreeRoot"].get_object()
    assert isinstance(root, DictionaryObject)
    _read(root, 0, words, found)
    return found


def _read(element: DictionaryObject, page: int, words: dict[tuple[int, int], str], found: list[Tag]) -> str:
    page = element.raw_get("/Pg").idnum if "/Pg" in element else page
    kids = element.get("/K", ArrayObject())
    parts = [_kid(kid, page, words, found) for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
    text = "".join(parts)
    found.append(Tag(str(element.get("/S", "/Root"))[1:], element, text))
    return text


def _kid(kid: object, page: int, words: dict[tuple[int, int], str], found: list[Tag]) -> str:
    kid = kid.get_object() if isinstance(kid, IndirectObject) else kid
    if isinstance(kid, int):
        return words.get((page, kid), "")
    assert isinstance(kid, DictionaryObject)
    if kid.get("/Type") == "/MCR":
        return words.get((kid.raw_get("/Pg").idnum, int(str(kid["/MCID"]))), "")
    return "" if kid.get("/Type") == "/OBJR" else _read(kid, page, words, found)


def _marked(page: PageObject) -> Iterator[tuple[int, str]]:
    """Yield the words of every marked piece of a page, by its number."""
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    fonts = {name: _unicode(font.get_object()) for name, font in resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    font: dict[int, str] = {}
    stack: list[tuple[int | None, str | None]] = []
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in {b"BDC", b"BMC"}:
            stack.append(_mark(operands[1] if operator == b"BDC" else None))
            _add(texts, stack, stack[-1][1] or "")
        elif operator == b"EMC":
            stack.pop()
        elif operator in {b"Tj", b"TJ"} and not any(instead is not None for _, instead in stack):
            _add(texts, stack, _shown(operands[0], font))
    yield from texts.items()


def _mark(properties: object) -> tuple[int | None, str | None]:
    known = properties if isinstance(properties, DictionaryObject) else {}
    return known.get("/MCID"), known.get("/ActualText")


def _add(texts: dict[int, str], stack: list[tuple[int | None, str | None]], text: str) -> None:
    number = next((number for number, _ in reversed(stack) if number is not None), None)
    if number is not None:
        texts[number] = texts.get(number, "") + text


def _shown(operand: object, font: dict[int, str]) -> str:
    pieces = operand if isinstance(operand, ArrayObject) else [operand]
    codes = b"".join(piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes"))
    return "".join(font[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))


def _unicode(font: DictionaryObject) -> dict[int, str]:
    stream = font["/ToUnicode"].get_object()
    assert isinstance(stream, StreamObject)
    table = stream.get_data().decode("ascii")
    found: dict[int, str] = {}
    for kind, body in _BLOCK.findall(table):
        if kind == "char":
            found |= {int(code, 16): _utf16(text) for code, text in _CHAR.findall(body)}
            continue
        for first, last, text in _RANGE.findall(body):
            start = int(text, 16)
            found |= {
                code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)
            }
    return found


def _utf16(text: str) -> str:
    return bytes.fromhex(text).decode("utf-16-be")
