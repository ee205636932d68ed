"""Teksten: every text that people wrote in a case, and when two texts say the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from toezicht_cli.diagnostics import Place
from toezicht_cli.models.base import Element
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader

_END = " .,;:!?"


@dataclass(frozen=True, slots=True)
class Tekstplaats:
    """A text of the case and the place where it stands."""

    tekst: str
    place: Place


def walk_teksten(dossier: Dossier) -> Iterator[Tekstplaats]:
    """Yield every value of the case that is text, Markdown or plain, in the order of the files.

    The kader is left out: it belongs to many onderzoeken. Ids and other words with a pattern come
    along, for a new kind of text must never be forgotten here.
    """
    kaders = {located.place.file for located in dossier.walk(Toetsingskader)}
    for located in dossier.walk(Element):
        if located.place.file not in kaders:
            for name, value in located.value:
                if isinstance(value, str | tuple):
                    yield from _texts_in(value, located.place.at(name))


def normalize(tekst: str) -> str:
    """Return ``tekst`` without what does not count when two texts are compared.

    Capitals, white space and the punctuation at the end do not count.
    """
    return " ".join(tekst.casefold().split()).rstrip(_END)


def _texts_in(value: str | tuple[object, ...], place: Place) -> Iterator[Tekstplaats]:
    if isinstance(value, str):
        yield Tekstplaats(value, place)
        return
    for index, item in enumerate(value):
        if isinstance(item, str):
            yield Tekstplaats(item, place.at(index))
