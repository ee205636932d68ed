"""Kadermigratie: what becomes of an onderzoek that goes over to a later edition of its kader.

People judge: of a norm that changed the bevindingen stay, and the oordeel is marked as given under the old
edition until somebody looked at it again (OOR014). Nothing is guessed and nothing is thrown away.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.overgang import Gang, map_categorie, map_norm
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.base import Element
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import NietOnderzocht
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.models.uitzondering import Uitzondering

BEVINDINGEN = "bevindingen"


class Normlot(NamedTuple):
    """What becomes of one file of a norm.

    ``sleutel`` and ``naar`` are ``norm`` or ``norm@vestiging``, before and after (None: it is put away).
    ``opnieuw``: its oordeel must be given again. ``oordeel`` is its categorie as it is called now.
    """

    bestand: str
    sleutel: str
    soort: Gang
    naar: str | None
    opnieuw: bool
    oordeel: str | None


class Waarde(NamedTuple):
    """A value that becomes another one."""

    place: Place
    waarde: str


class Migratieplan(NamedTuple):
    """All that changes. ``nagaan`` are Dutch lines about what people must look at themselves.

    ``verwarrend`` are the files that name a norm that fell away, with its id: one that another norm has now.
    """

    loten: tuple[Normlot, ...]
    waarden: tuple[Waarde, ...]
    nieuw: tuple[str, ...]
    nagaan: tuple[str, ...]
    verwarrend: tuple[tuple[str, str], ...]

    @property
    def vervallen(self) -> tuple[str, ...]:
        """Return the normen with a file that fell away, by their old id."""
        return tuple(dict.fromkeys(_norm(lot.sleutel) for lot in self.loten if lot.naar is None))

    @property
    def gewijzigd(self) -> tuple[str, ...]:
        """Return the normen of which the oordeel must be given again, by their new id."""
        return tuple(dict.fromkeys(_norm(lot.naar) for lot in self.loten if lot.naar and lot.opnieuw))


def make_plan(dossier: Dossier, nieuw: Toetsingskader, keten: Sequence[Kaderovergang]) -> Migratieplan:
    """Return what must change when ``dossier`` goes over to ``nieuw`` along ``keten``.

    Every norm of the dossier must be known to the first overgang.
    """
    loten = tuple(_lot(located.place.file, located.value, nieuw, keten) for located in dossier.normoordelen)
    waarden: list[Waarde] = []
    nagaan: list[str] = []
    verwarrend: list[tuple[str, str]] = []
    for place, norm in _references(dossier):
        gang = map_norm(keten, norm)
        if gang.norm is None and nieuw.find_norm(norm) is not None:
            verwarrend.append((place.file, norm))
        elif gang.norm is None:
            nagaan.append(f"{place.file} noemt norm {norm}, en die is er niet meer: kies zelf wat het wordt")
        elif gang.norm != norm:
            waarden.append(Waarde(place, gang.norm))
    waarden += _uitzonderingen(dossier, {lot.sleutel: lot.naar for lot in loten})
    nagaan += _missing_parts(dossier, nieuw, loten)
    if dossier.onderzoek.eindoordeel is not None:
        nagaan.append("er staat een eindoordeel in onderzoek.yaml: kijk of het onder het nieuwe kader past")
    mapped = {gang.norm for norm in _ids(keten) if (gang := map_norm(keten, norm)).norm}
    fresh = tuple(norm.id for norm in nieuw.normen if norm.id not in mapped)
    return Migratieplan(loten, tuple(waarden), fresh, tuple(dict.fromkeys(nagaan)), tuple(verwarrend))


def _ids(keten: Sequence[Kaderovergang]) -> Iterator[str]:
    return (item.van for item in keten[0].normen if item.van is not None)


def _norm(sleutel: str | None) -> str:
    return (sleutel or "").partition("@")[0]


def _lot(bestand: str, item: Normoordeel, nieuw: Toetsingskader, keten: Sequence[Kaderovergang]) -> Normlot:
    gang = map_norm(keten, item.norm)
    if gang.norm is None:
        return Normlot(bestand, item.sleutel, gang.soort, None, opnieuw=False, oordeel=None)
    naar = f"{gang.norm}@{item.locatie}" if item.locatie else gang.norm
    if item.oordeel is None:
        return Normlot(bestand, item.sleutel, gang.soort, naar, opnieuw=False, oordeel=None)
    categorie = map_categorie(keten, item.oordeel)
    fits = nieuw.schaal.find(categorie) is not None
    opnieuw = gang.soort != "zelfde" or not fits
    return Normlot(bestand, item.sleutel, gang.soort, naar, opnieuw, categorie if fits else item.oordeel)


def _references(dossier: Dossier) -> Iterator[tuple[Place, str]]:
    """Yield every place outside the kader that names a norm, whatever file it stands in."""
    kaders = {located.place.file for located in dossier.walk(Toetsingskader)}
    for located in dossier.walk(Element):
        value, place = located.value, located.place
        if place.file in kaders or isinstance(value, Normoordeel):
            continue
        norm = getattr(value, "norm", None)
        if isinstance(norm, str):
            yield place.at("norm"), norm
        if isinstance(value, NietOnderzocht):
            for index, name in enumerate(value.normen):
                yield place.at("normen", index), name


def _uitzonderingen(dossier: Dossier, naar: dict[str, str | None]) -> Iterator[Waarde]:
    for located in dossier.walk(Uitzondering):
        item = located.value
        sleutel = item.bestand.removeprefix(f"{BEVINDINGEN}/").removesuffix(".yaml")
        new = naar.get(sleutel)
        if item.bestand.startswith(f"{BEVINDINGEN}/") and new is not None and new != sleutel:
            yield Waarde(located.place.at("bestand"), f"{BEVINDINGEN}/{new}.yaml")
        elif item.plaats is not None and (new := naar.get(item.plaats)) is not None and new != item.plaats:
            yield Waarde(located.place.at("plaats"), new)


def _missing_parts(dossier: Dossier, nieuw: Toetsingskader, loten: Sequence[Normlot]) -> Iterator[str]:
    """Yield a line per norm of which a bevinding names a criterium that the new norm does not have."""
    for located, lot in zip(dossier.normoordelen, loten, strict=True):
        norm = nieuw.find_norm(_norm(lot.naar))
        if norm is None:
            continue
        known = {criterium.id for criterium in norm.walk_criteria()}
        named = dict.fromkeys(name for item in located.value.bevindingen for name in item.criteria)
        gone = [name for name in named if name not in known]
        if gone:
            yield f"norm {lot.naar} heeft geen criterium {', '.join(gone)} meer: kijk de bevindingen na"
        if lot.oordeel is not None and nieuw.schaal.find(lot.oordeel) is None:
            yield f"het oordeel {lot.oordeel} op norm {lot.naar} bestaat niet in het nieuwe kader"
