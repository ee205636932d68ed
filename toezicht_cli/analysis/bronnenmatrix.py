"""Bronnenmatrix: per norm how many different bronnen of each kind its bevindingen rest on.

A row of the bronnenlijst counts once, however many pieces it stands for. Only what a bevinding names
counts, in its list or in its text.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from toezicht_cli.analysis.bronlabels import ROLLEN, SOORTEN
from toezicht_cli.analysis.bronnen import kind_of_bron
from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.models.bron import Bron, Bronsoort, Rol
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Oordeelscategorie
from toezicht_cli.models.normoordeel import Normoordeel, Status

Merk = Literal["geen-bron", "een-soort", "onbekende-bron"]
BUITEN_KADER = "niet in het kader"


class Kolom(NamedTuple):
    """A kind of bronnen: an interview by the role of who spoke, everything else by its soort."""

    soort: Bronsoort
    rol: Rol | None = None

    @property
    def id(self) -> str:
        """Return the name of the kind for programs, such as ``interview-client``."""
        if self.soort != "interview":
            return self.soort
        return f"interview-{self.rol or 'zonder-rol'}"

    @property
    def label(self) -> str:
        """Return the kind in words, in the plural."""
        if self.soort != "interview":
            return SOORTEN[self.soort].meervoud
        return f"interviews met {ROLLEN[self.rol].meervoud}" if self.rol else "interviews zonder rol"


KOLOMMEN = (
    *(Kolom("interview", rol) for rol in ROLLEN),
    Kolom("interview"),
    *(Kolom(soort) for soort in SOORTEN if soort != "interview"),
)


class Matrixrij(NamedTuple):
    """One norm (of one vestiging): the number of bronnen per kolom, and what is thin about it.

    ``onbekend`` holds the ids that the bronnenlijst lacks; they are of no kind and in no number.
    """

    sleutel: str
    titel: str
    categorie: Oordeelscategorie | None
    status: Status | None
    aantallen: tuple[int, ...]
    onbekend: tuple[str, ...]
    merk: Merk | None

    @property
    def totaal(self) -> int:
        """Return how many different bronnen the norm rests on."""
        return sum(self.aantallen)


class Matrixthema(NamedTuple):
    """The rows of one thema, and the different bronnen of the whole thema per kolom."""

    id: str
    titel: str
    rijen: tuple[Matrixrij, ...]
    aantallen: tuple[int, ...]

    @property
    def totaal(self) -> int:
        """Return how many different bronnen the thema rests on."""
        return sum(self.aantallen)


class Bronnenmatrix(NamedTuple):
    """The whole: the kinds that occur in the bronnenlijst, and the themas of the kader."""

    kolommen: tuple[Kolom, ...]
    themas: tuple[Matrixthema, ...]
    aantallen: tuple[int, ...]

    @property
    def rijen(self) -> Iterator[Matrixrij]:
        """Yield every row, in the order of the kader."""
        for thema in self.themas:
            yield from thema.rijen


class Matrixresultaat(NamedTuple):
    """What ``toezicht bronnen --matrix`` shows; ``matrix`` is None when a needed file could not be read."""

    inzage: Inzage
    matrix: Bronnenmatrix | None


class _Data(NamedTuple):
    dossier: Dossier
    bron_by_id: dict[str, Bron]
    found: dict[str, tuple[Normoordeel, ...]]
    kolommen: tuple[Kolom, ...]


def kolom_of(bron: Bron) -> Kolom:
    """Return the kind that a bron belongs to."""
    return Kolom(bron.soort, bron.rol if bron.soort == "interview" else None)


def make_matrix(dossier: Dossier) -> Bronnenmatrix:
    """Return the matrix of a dossier with a kader; a norm that the kader lacks has a row at the end."""
    bronnen = [located.value for located in dossier.bronnen]
    present = {kolom_of(bron) for bron in bronnen}
    found: dict[str, tuple[Normoordeel, ...]] = {}
    for located in dossier.normoordelen:
        sleutel = located.value.sleutel
        found[sleutel] = (*found.get(sleutel, ()), located.value)
    data = _Data(
        dossier,
        {bron.id: bron for bron in bronnen},
        found,
        tuple(kolom for kolom in KOLOMMEN if kolom in present),
    )
    themas = tuple(_walk_themas(data))
    every = {bron_id for items in found.values() for item in items for bron_id in item.alle_bronnen}
    return Bronnenmatrix(data.kolommen, themas, _count(every, data))


def _walk_themas(data: _Data) -> Iterator[Matrixthema]:
    left = dict(data.found)
    for thema in data.dossier.kader.themas:
        rows: list[tuple[str, str]] = []
        for norm in thema.normen:
            for sleutel in list_sleutels(data.dossier, norm.id):
                left.pop(sleutel, None)
                rows.append((sleutel, norm.titel))
        yield _thema(thema.id, thema.titel, rows, data)
    if left:
        yield _thema("?", BUITEN_KADER, [(sleutel, "") for sleutel in left], data)


def list_sleutels(dossier: Dossier, norm_id: str) -> tuple[str, ...]:
    """Return what the normoordelen on a norm are called: the norm, or one per vestiging."""
    if dossier.kader.per == "aanbieder":
        return (norm_id,)
    return tuple(f"{norm_id}@{vestiging.id}" for vestiging in dossier.onderzoek.aanbieder.vestigingen)


def _thema(thema_id: str, titel: str, rows: Sequence[tuple[str, str]], data: _Data) -> Matrixthema:
    ids = {
        bron_id
        for sleutel, _ in rows
        for item in data.found.get(sleutel, ())
        for bron_id in item.alle_bronnen
    }
    rijen = tuple(_rij(sleutel, norm_titel, data) for sleutel, norm_titel in rows)
    return Matrixthema(thema_id, titel, rijen, _count(ids, data))


def _rij(sleutel: str, titel: str, data: _Data) -> Matrixrij:
    items = data.found.get(sleutel, ())
    ids = tuple(dict.fromkeys(bron_id for item in items for bron_id in item.alle_bronnen))
    oordeel = next((item.oordeel for item in items if item.oordeel), None)
    return Matrixrij(
        sleutel,
        titel,
        data.dossier.kader.schaal.find(oordeel) if oordeel else None,
        next((item.status for item in items if item.status), None),
        _count(ids, data),
        tuple(bron_id for bron_id in ids if bron_id not in data.bron_by_id),
        _merk(ids, data, is_beoordeeld=oordeel is not None),
    )


def _count(bron_ids: Iterable[str], data: _Data) -> tuple[int, ...]:
    kolommen = [kolom_of(data.bron_by_id[item]) for item in bron_ids if item in data.bron_by_id]
    return tuple(kolommen.count(kolom) for kolom in data.kolommen)


def _merk(bron_ids: Sequence[str], data: _Data, *, is_beoordeeld: bool) -> Merk | None:
    """Return what is thin about an oordeel; the rest categories hold bronnen of all sorts."""
    if any(bron_id not in data.bron_by_id for bron_id in bron_ids):
        return "onbekende-bron"
    if not is_beoordeeld:
        return None
    if not bron_ids:
        return "geen-bron"
    kinds = {kind_of_bron(data.bron_by_id[bron_id])[0] for bron_id in bron_ids}
    return "een-soort" if len(kinds) == 1 else None
