"""Dossier: one onderzoek as it was read, with its kader; what the controles look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from toezicht_cli.diagnostics import Place
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.rapporttekst import Rapporttekst
from toezicht_cli.models.termijn import Kalender
from toezicht_cli.models.uitvraag import Uitvraag
from toezicht_cli.models.verbeterpunt import Verbeterpunt, Verbeterpunten
from toezicht_cli.models.verloop import CollegialeToets, Handhaving, Vaststelling, Verzonden, Wederhoor
from toezicht_cli.models.werkmap import Werkmap

if TYPE_CHECKING:  # only registers have these, and every command starts with this module
    from toezicht_cli.models.afweging import Afwegingskader
    from toezicht_cli.models.bevoegdheid import Bevoegdheden

E = TypeVar("E", bound=Element)
R = TypeVar("R", bound=Element)


@dataclass(frozen=True, slots=True)
class Located(Generic[E]):
    """An element and the place where it stands."""

    value: E
    place: Place


class Omgeving(NamedTuple):
    """What an onderzoek has around it: ``toezicht.yaml`` of its werkmap, and which days are no werkdagen.

    ``werkmap`` is None without a werkmap, or when its file cannot be read; ``kalender`` is None when no term
    asks for it, or when it cannot be read. The rest is there for the registers of a werkmap only: the
    onderzoeken that could be read, with their places, the afwegingskaders that a weging names, and who is
    competent. ``kaders`` are the two editions around an overgang, as far as they could be read.
    """

    werkmap: Werkmap | None = None
    kalender: Kalender | None = None
    onderzoeken: tuple[Located[Onderzoek], ...] = ()
    afwegingskaders: "tuple[Afwegingskader, ...]" = ()
    bevoegdheden: "Bevoegdheden | None" = None
    kaders: tuple[Toetsingskader, ...] = ()


class Tekstplaats(NamedTuple):
    """A text of the case and the place where it stands."""

    tekst: str
    place: Place


class Dossier:
    """The readable files of one onderzoek, and the kader that it names.

    ``documents`` maps a file name, as seen from the folder of the onderzoek, to what it holds;
    the kader stands among them under its own path. ``onleesbaar`` names the parts (``onderzoek``,
    ``bevindingen``, ``bronnen``, …, ``kader``) of which a file could not be read or is missing:
    a controle that draws conclusions from what is absent does not run on those. ``kader_hash`` is
    the fingerprint of the kader as it is now, None when it could not be read. ``rapporten`` are the
    reports that were looked at; they are no part of the data, and neither is the ``omgeving``.
    """

    rapporten: tuple[Rapporttekst, ...] = ()
    omgeving: Omgeving = Omgeving()

    def __init__(
        self,
        naam: str,
        documents: Mapping[str, Element],
        onleesbaar: frozenset[str] = frozenset(),
        kader_hash: str | None = None,
    ) -> None:
        self.naam = naam
        self.documents = documents
        self.onleesbaar = onleesbaar
        self.kader_hash = kader_hash

    def with_rapporten(self, rapporten: tuple[Rapporttekst, ...]) -> "Dossier":
        """Return this dossier with the reports ``rapporten`` beside it."""
        dossier = self.with_documents(self.documents)
        dossier.rapporten = rapporten
        return dossier

    def with_omgeving(self, omgeving: Omgeving) -> "Dossier":
        """Return this dossier with its werkmap and kalender around it."""
        dossier = self.with_documents(self.documents)
        dossier.omgeving = omgeving
        return dossier

    def with_documents(self, documents: Mapping[str, Element]) -> "Dossier":
        """Return this dossier with other contents and all else the same."""
        dossier = Dossier(self.naam, documents, self.onleesbaar, self.kader_hash)
        dossier.rapporten, dossier.omgeving = self.rapporten, self.omgeving
        return dossier

    def walk(self, kind: type[E]) -> Iterator[Located[E]]:
        """Yield every element of ``kind`` with its place, in the order of the files."""
        yield from cast("tuple[Located[E], ...]", self._located.get(kind, ()))

    @property
    def onderzoek(self) -> Onderzoek:
        """Return ``onderzoek.yaml``; raise LookupError when it could not be read."""
        return self._get(Onderzoek)

    @property
    def kader(self) -> Toetsingskader:
        """Return the kader; raise LookupError when it could not be read."""
        return self._get(Toetsingskader)

    def find_kader(self) -> Toetsingskader | None:
        """Return the kader, or None when it could not be read."""
        return self._find(Toetsingskader)

    @property
    def normoordelen(self) -> tuple[Located[Normoordeel], ...]:
        """Return the normoordelen in the order of their files."""
        return tuple(self.walk(Normoordeel))

    @property
    def bronnen(self) -> tuple[Located[Bron], ...]:
        """Return the rows of the bronnenlijst."""
        return tuple(self.walk(Bron))

    @property
    def verbeterpunten(self) -> tuple[Located[Verbeterpunt], ...]:
        """Return the points, of every soort."""
        return tuple(self.walk(Verbeterpunt))

    @property
    def bronnenlijst(self) -> Bronnenlijst:
        """Return ``bronnen.yaml``, empty when there is none."""
        return self._find(Bronnenlijst) or Bronnenlijst()

    @property
    def cijfers(self) -> Cijfers:
        """Return ``cijfers.yaml``, empty when there is none."""
        return self._find(Cijfers) or Cijfers()

    @property
    def uitvraag(self) -> Uitvraag:
        """Return ``uitvraag.yaml``, empty when there is none."""
        return self._find(Uitvraag) or Uitvraag()

    @property
    def puntenlijst(self) -> Verbeterpunten:
        """Return ``verbeterpunten.yaml``, empty when there is none."""
        return self._find(Verbeterpunten) or Verbeterpunten()

    @property
    def wederhoor(self) -> Wederhoor:
        """Return ``wederhoor.yaml``, empty when there is none."""
        return self._find(Wederhoor) or Wederhoor()

    @property
    def handhaving(self) -> Handhaving:
        """Return ``handhaving.yaml``, empty when there is none."""
        return self._find(Handhaving) or Handhaving()

    @property
    def collegiale_toets(self) -> CollegialeToets:
        """Return ``collegiale_toets.yaml``, empty when there is none."""
        return self._find(CollegialeToets) or CollegialeToets()

    @property
    def verzonden(self) -> Verzonden:
        """Return ``verzonden.yaml``, empty when there is none."""
        return self._find(Verzonden) or Verzonden()

    @property
    def vaststelling(self) -> Vaststelling:
        """Return ``vaststelling.yaml``, without versies when there is none."""
        return self._find(Vaststelling) or Vaststelling(formaat="1")

    @cached_property
    def teksten(self) -> tuple[Tekstplaats, ...]:
        """Return every value of the case that is text, Markdown or plain, in the order of the files.

        The kader is left out: it belongs to many onderzoeken. Ids and other words with a pattern come
        along, for a new kind of text must never be forgotten here.
        """
        kaders = {located.place.file for located in self.walk(Toetsingskader)}
        return tuple(
            tekst
            for element, place in self._elements
            if place.file not in kaders
            for tekst in _texts_of(element, place)
        )

    @cached_property
    def _located(self) -> dict[type[Element], tuple[Located[Element], ...]]:
        """Return the elements by their class, for every controle walks; ``Element`` itself means all."""
        found: dict[type[Element], list[Located[Element]]] = {Element: []}
        for value, place in self._elements:
            located = Located(value, place)
            found[Element].append(located)
            found.setdefault(type(value), []).append(located)
        return {kind: tuple(items) for kind, items in found.items()}

    @cached_property
    def _elements(self) -> tuple[tuple[Element, Place], ...]:
        return tuple(
            found for file, element in self.documents.items() for found in _walk(element, Place(file))
        )

    def _find(self, kind: type[R]) -> R | None:
        return next((item for item in self.documents.values() if isinstance(item, kind)), None)

    def _get(self, kind: type[R]) -> R:
        found = self._find(kind)
        if found is None:
            raise LookupError(f"{kind.__name__} is not in this dossier")
        return found


def _walk(value: object, place: Place) -> Iterator[tuple[Element, Place]]:
    if isinstance(value, Element):
        yield value, place
        for name, child in value:
            if isinstance(child, Element | tuple | dict):
                yield from _walk(child, place.at(name))
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _walk(child, place.at(index))
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _walk(child, place.at(key))


def _texts_of(element: Element, place: Place) -> Iterator[Tekstplaats]:
    for name, value in element:
        if isinstance(value, str):
            yield Tekstplaats(value, place.at(name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield Tekstplaats(item, place.at(name, index))
