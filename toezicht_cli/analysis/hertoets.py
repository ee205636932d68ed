"""Hertoets: what an earlier onderzoek said of each norm, and what is said now; kept apart in the tally."""

from typing import Literal, NamedTuple

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.oordeelverschil import describe_stand
from toezicht_cli.analysis.verschil import Oordeelstand
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import EerderOordeel, Normoordeel

EERDER_GETOETST = "eerder-getoetst"
# "anders" where the two cannot be put in an order: another schaal, or a status on one side.
Uitkomst = Literal["beter", "slechter", "gelijk", "anders", "open"]
UITKOMSTEN: tuple[Uitkomst, ...] = ("beter", "gelijk", "slechter", "anders", "open")


class Hertoetsregel(NamedTuple):
    """A norm that is tested again (or a norm on a vestiging): then and now."""

    sleutel: str
    titel: str
    locatie: str | None
    toen: Oordeelstand | None
    nu: Oordeelstand
    uitkomst: Uitkomst
    motivering: str | None


class Eerder(NamedTuple):
    """A norm that is not tested again: what was said of it, and in which onderzoek."""

    sleutel: str
    titel: str
    stand: Oordeelstand | None
    onderzoek: str | None


class Hertoets(NamedTuple):
    """A hertoets: the normen that are tested again, and those that were tested earlier."""

    van: str | None
    regels: tuple[Hertoetsregel, ...]
    eerder: tuple[Eerder, ...]

    def count(self, uitkomst: Uitkomst) -> int:
        """Return how many normen have this outcome."""
        return sum(regel.uitkomst == uitkomst for regel in self.regels)


class Hertoetsuitkomst(NamedTuple):
    """What ``toezicht hertoets`` shows: the onderzoek, its hertoets, and where the two onderzoeken disagree.

    ``tegenspraak`` says in sentences where the earlier onderzoek, when it stands beside this one, says
    something else than what is noted of it here.
    """

    inzage: Inzage
    hertoets: Hertoets
    tegenspraak: tuple[str, ...] = ()


def make_hertoets(dossier: Dossier) -> Hertoets:
    """Return the hertoets that ``dossier`` is, in the order of the kader; empty lists when it is none.

    Raises:
        LookupError: ``onderzoek.yaml`` or the kader could not be read.
    """
    kader = dossier.kader
    rank = {norm.id: index for index, norm in enumerate(kader.normen)}
    items = sorted(
        (located.value for located in dossier.normoordelen),
        key=lambda item: (rank.get(item.norm, len(rank)), item.locatie or ""),
    )
    regels = [_regel(item, kader) for item in items if _is_getoetst(item)]
    eerder = [_eerder(item, kader) for item in items if item.status == EERDER_GETOETST]
    return Hertoets(dossier.onderzoek.hertoets_van, tuple(regels), tuple(eerder))


def find_tegenspraak(hertoets: Dossier, eerder: Dossier) -> tuple[str, ...]:
    """Return where the earlier onderzoek says something else than is noted of it in the hertoets."""
    then = {located.value.sleutel: located.value for located in eerder.normoordelen}
    found = []
    for located in hertoets.normoordelen:
        item = located.value
        if item.eerder is None or item.eerder.onderzoek != eerder.naam:
            continue
        real = then.get(item.sleutel)
        if real is None:
            found.append(f"norm {item.sleutel}: in {eerder.naam} staat deze norm niet")
        elif real.oordeel != item.eerder.oordeel:
            said, noted = real.oordeel or "geen oordeel", item.eerder.oordeel or "geen oordeel"
            found.append(f"norm {item.sleutel}: {eerder.naam} zegt {said}, hier staat {noted}")
    return tuple(found)


def _is_getoetst(item: Normoordeel) -> bool:
    """Whether a norm is tested in this onderzoek, or still to be: then a new norm of the kader counts too."""
    return item.status is None or (item.status != EERDER_GETOETST and item.eerder is not None)


def _regel(item: Normoordeel, kader: Toetsingskader) -> Hertoetsregel:
    toen = _stand(item.eerder, kader)
    nu = describe_stand(item, kader)
    assert nu is not None  # noqa: S101 - there is a normoordeel
    return Hertoetsregel(
        item.sleutel, _titel(item, kader), item.locatie, toen, nu, _compare(item, kader), item.motivering
    )


def _eerder(item: Normoordeel, kader: Toetsingskader) -> Eerder:
    onderzoek = item.eerder.onderzoek if item.eerder else None
    return Eerder(item.sleutel, _titel(item, kader), _stand(item.eerder, kader), onderzoek)


def _stand(eerder: EerderOordeel | None, kader: Toetsingskader) -> Oordeelstand | None:
    if eerder is None or eerder.oordeel is None:
        return None
    categorie = kader.schaal.find(eerder.oordeel) if _same_schaal(eerder, kader) else None
    if categorie is None:
        return Oordeelstand(eerder.oordeel, eerder.oordeel.replace("-", " "), "?")
    return Oordeelstand(categorie.id, categorie.label, categorie.symbool)


def _same_schaal(eerder: EerderOordeel, kader: Toetsingskader) -> bool:
    """Whether the words of then may be read with the schaal of now: the same kader, in any edition."""
    return eerder.kader.partition("@")[0] == kader.naam


def _compare(item: Normoordeel, kader: Toetsingskader) -> Uitkomst:
    if item.oordeel is None:
        return "anders" if item.status else "open"
    eerder = item.eerder
    if eerder is None or eerder.oordeel is None or not _same_schaal(eerder, kader):
        return "anders"
    steps = [categorie.id for categorie in kader.schaal.from_best]
    if eerder.oordeel not in steps or item.oordeel not in steps:
        return "anders"
    moved = steps.index(item.oordeel) - steps.index(eerder.oordeel)
    return "gelijk" if moved == 0 else ("slechter" if moved > 0 else "beter")


def _titel(item: Normoordeel, kader: Toetsingskader) -> str:
    norm = kader.find_norm(item.norm)
    return norm.titel if norm else ""
