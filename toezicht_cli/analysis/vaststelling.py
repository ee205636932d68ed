"""Vaststelling: the version that counts, and what the onderzoek holds now beside what it held then."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from toezicht_cli.analysis.vingerafdruk import fingerprint_files
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verloop import Versie

BESTAND = "vaststelling.yaml"
_DIGITS = 9
Inhoud = Literal["gelijk", "veranderd", "verdwenen", "nieuw"]


class Bestandsstand(NamedTuple):
    """A file of the onderzoek, and what became of its content since a version was vastgesteld."""

    bestand: str
    inhoud: Inhoud


def find_geldend(dossier: Dossier) -> Located[Versie] | None:
    """Return the version that counts; the last one when there are more, None without one."""
    found = [located for located in dossier.walk(Versie) if located.value.status == "geldend"]
    return found[-1] if found else None


def align(dossier: Dossier, versie: Versie) -> Dossier:
    """Return a dossier with the day of vaststelling and the name of the kader that ``versie`` has.

    Then only what differs besides those two is found when it is compared with the version.
    """
    onderzoek = dossier.documents.get("onderzoek.yaml")
    if not isinstance(onderzoek, Onderzoek) or onderzoek.momenten is None:
        return dossier
    momenten = onderzoek.momenten.model_copy(update={"vastgesteld_op": versie.vastgesteld_op})
    changed = onderzoek.model_copy(update={"momenten": momenten, "kader": versie.kader})
    return dossier.with_documents({**dossier.documents, "onderzoek.yaml": changed})


def compare_invoer(dossier: Dossier, versie: Versie) -> Iterator[Bestandsstand]:
    """Yield every file of a version and of now, sorted, with what became of its content.

    The day of vaststelling and the kader are left to others to compare: see ``align``.
    """
    now = fingerprint_files(align(dossier, versie), versie.vastgesteld_op)
    for bestand in sorted({*now, *versie.invoer}):
        yield Bestandsstand(bestand, _compare(now.get(bestand), versie, bestand))


def _compare(now: str | None, versie: Versie, bestand: str) -> Inhoud:
    then = versie.invoer.get(bestand)
    if then is None:
        return "nieuw"
    if now is None:
        return "verdwenen"
    return "gelijk" if then.inhoud == now else "veranderd"


def number_of(nummer: str) -> int | None:
    """Return the number that a version has as its nummer, None when that is no number."""
    return int(nummer) if nummer.isdecimal() and len(nummer) <= _DIGITS else None


def find_normen_zonder_tekst(dossier: Dossier) -> tuple[str, ...]:
    """Return the normen that were judged while the kader does not give their official text.

    A kader of which the organisation says that the wording is its own needs none.
    """
    if dossier.kader.eigen_bewoording:
        return ()
    judged = dict.fromkeys(item.value.norm for item in dossier.normoordelen if item.value.is_beoordeeld)
    normen = {norm.id: norm for norm in dossier.kader.normen}
    return tuple(name for name in judged if name in normen and normen[name].tekst_officieel is None)
