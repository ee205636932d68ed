"""Verifieer: hold an onderzoek against its vastgestelde versies; it only reads.

It works for a copy without git. Where git is, and still holds the version, it also tells what changed in it.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.telling import TellingError
from toezicht_cli.analysis.vaststelling import BESTAND, align, find_geldend
from toezicht_cli.analysis.verificatie import (
    VERANDERD,
    Bestandslot,
    Lot,
    Opnieuwgemaakt,
    Verificatie,
    Versiecontrole,
)
from toezicht_cli.analysis.vingerafdruk import fingerprint, fingerprint_element, fingerprint_files
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.kaders import KaderNotFoundError, hash_kader
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES
from toezicht_cli.models.verloop import Versie
from toezicht_cli.rendering.writers import find_writer, writer_names
from toezicht_cli.services.herkomst import hash_bytes, hash_sjabloon, hash_stijl, list_programma
from toezicht_cli.services.huisstijl import find_stijl
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Wensen, ondertekening_of, prepare
from toezicht_cli.services.vaststellen import MAP, make_uitvoer
from toezicht_cli.services.versiegeschiedenis import compare_met_nu, find_commit


class NietVastgesteldError(ToezichtError):
    """There is no version to hold anything against."""


def verify(
    root: Path, here: Path, today: date, nummer: str | None, tell: Callable[[str], None]
) -> Verificatie:
    """Return what is the same and what changed since the versions of the onderzoek in ``root``.

    Args:
        root: the folder of the onderzoek.
        here: the working directory.
        today: the day that it is, for the comparison with git.
        nummer: one version; None: all.
        tell: is called with a line before something that takes long.

    Raises:
        NietVastgesteldError: there is no version, or not the one that was asked.
        ToezichtError: ``vaststelling.yaml`` cannot be read.
    """
    load = load_dossier(root, kadermap_for(root))
    if "vaststelling" in load.dossier.onleesbaar:
        raise ToezichtError(f"{BESTAND} is niet te lezen", "toezicht controleer laat zien wat er mis is")
    versies = load.dossier.vaststelling.versies
    if not versies:
        message = f"{load.dossier.naam} is niet vastgesteld met toezicht: er is niets om mee te vergelijken"
        raise NietVastgesteldError(message, "stel eerst vast: toezicht vaststellen")
    chosen = [versie for versie in versies if nummer in (None, versie.nummer)]
    if not chosen:
        known = ", ".join(versie.nummer for versie in versies)
        raise NietVastgesteldError("deze versie is er niet", f"deze zijn er: {known}")
    geldend = find_geldend(load.dossier)
    nu = geldend.value if geldend else versies[-1]
    found = tuple(_check(load, here, versie, is_nu=versie is nu, tell=tell) for versie in chosen)
    verschil = None
    for item in found:
        if item.is_nu and item.commit and not item.is_inhoud_gelijk:
            verschil = compare_met_nu(root, item.commit, today)
    return Verificatie(load.dossier.naam, found, verschil)


def _check(
    load: LoadResult, here: Path, versie: Versie, *, is_nu: bool, tell: Callable[[str], None]
) -> Versiecontrole:
    kader = _check_kader(load.root, versie)
    invoer = tuple(_check_invoer(load, versie, is_nu=is_nu))
    uitvoer = tuple(check_uitvoer(load.root, versie))
    commit = find_commit(load.root, versie)
    found = Versiecontrole(versie, is_nu, kader, invoer, uitvoer, Opnieuwgemaakt("niet-gedaan"), commit)
    vorm = tuple(_check_vorm(load, here, versie)) if is_nu else ()
    found = found._replace(vorm=vorm, is_vingerafdruk_goed=_is_vingerafdruk_goed(load, found))
    return found._replace(opnieuw=_make_again(load, here, found, tell))


def _is_vingerafdruk_goed(load: LoadResult, found: Versiecontrole) -> bool:
    """Whether the fingerprint of a version is that of its files; only to be told while these are the same."""
    if not (found.is_nu and found.is_inhoud_gelijk) or load.dossier.onleesbaar - {"omgeving"}:
        return True
    versie = found.versie
    return fingerprint(align(load.dossier, versie)) == versie.gegevens


def _check_vorm(load: LoadResult, here: Path, versie: Versie) -> Iterator[Bestandslot]:
    """Yield the templates and the house style, each the same as then or not."""
    for naam, hash_ in versie.sjablonen.items():
        try:
            bron = prepare(load, "definitief", Wensen(("markdown",), naam), here)
        except (ToezichtError, OSError, ValueError):
            yield Bestandslot(f"sjabloon {naam}", "verdwenen")
            continue
        yield Bestandslot(
            f"sjabloon {naam}", "gelijk" if hash_sjabloon(bron.sjabloon) == hash_ else "veranderd"
        )
    try:
        same = hash_stijl(find_stijl(load.root, None)) == versie.huisstijl
    except ToezichtError:
        same = False
    yield Bestandslot("huisstijl", "gelijk" if same else "veranderd")


def _check_kader(root: Path, versie: Versie) -> Lot:
    try:
        document = kadermap_for(root).read(versie.kader).document
    except KaderNotFoundError:
        return "verdwenen"
    same = document.text is not None and hash_kader(document.text.value) == versie.kader_hash
    return "gelijk" if same else "veranderd"


def _check_invoer(load: LoadResult, versie: Versie, *, is_nu: bool) -> Iterator[Bestandslot]:
    frozen = fingerprint_files(load.dossier, versie.vastgesteld_op)
    for naam, then in versie.invoer.items():
        lot = _lot(load.root, naam, then.bestand)
        if lot == "gelijk" and then.inhoud not in (None, frozen.get(naam)):
            lot = "veranderd"  # what is noted of this file does not belong together
        if lot == "veranderd" and then.inhoud is not None and frozen.get(naam) == then.inhoud:
            lot = "opmaak" if _is_whole(load, naam, then.inhoud) else "later"
        if lot in VERANDERD and not is_nu:
            lot = "niet-hier"
        yield Bestandslot(naam, lot)
    if is_nu:
        yield from (Bestandslot(naam, "nieuw") for naam in frozen if naam not in versie.invoer)


def _is_whole(load: LoadResult, naam: str, inhoud: str) -> bool:
    """Whether a file says the same as then, with all in it that may come later."""
    element = load.dossier.documents.get(naam)
    return element is not None and fingerprint_element(element) == inhoud


def check_uitvoer(root: Path, versie: Versie) -> Iterator[Bestandslot]:
    """Yield every document of a version, and what lies beside them without being named."""
    for naam, hash_ in versie.uitvoer.items():
        yield Bestandslot(naam, _lot(root, naam, hash_))
    folder = f"{MAP}/{versie.nummer}"
    found = sorted((root / folder).glob("*")) if (root / folder).is_dir() else []
    names = [f"{folder}/{path.name}" for path in found if not path.name.startswith((".", "~$"))]
    yield from (Bestandslot(naam, "nieuw") for naam in names if naam not in versie.uitvoer)
    for sjabloon in versie.sjablonen:  # each template gave at least one document
        if not any(f"-{sjabloon}." in naam for naam in versie.uitvoer):
            yield Bestandslot(f"{folder}/…-{sjabloon}", "verdwenen")


def _lot(root: Path, naam: str, expected: str) -> Lot:
    try:
        content = read_bytes(root, naam, most=MAX_BYTES)
    except BestandError:
        return "veranderd" if os.path.lexists(root / naam) else "verdwenen"
    return "gelijk" if hash_bytes(content) == expected else "veranderd"


def _make_again(
    load: LoadResult, here: Path, found: Versiecontrole, tell: Callable[[str], None]
) -> Opnieuwgemaakt:
    """Make the documents again where they must come out the same, and compare every byte."""
    reden = _reason_not(found)
    if reden is not None:
        return Opnieuwgemaakt("niet-gedaan", reden)
    try:
        made = _render(load, here, found.versie, tell)
    except (ToezichtError, TellingError, LookupError, OSError) as error:
        return Opnieuwgemaakt("niet-gedaan", f"de documenten zijn niet opnieuw te maken: {error}")
    other = [naam for naam, hash_ in found.versie.uitvoer.items() if made.get(naam) != hash_]
    if other:
        return Opnieuwgemaakt("anders", f"opnieuw gemaakt komt er iets anders uit: {', '.join(other)}")
    return Opnieuwgemaakt("gelijk")


def _reason_not(found: Versiecontrole) -> str | None:
    """Return why making the documents again would prove nothing; None when it does."""
    if not found.is_nu:
        return "de bestanden van deze versie staan niet meer in deze map"
    if not found.is_inhoud_gelijk:
        return "de gegevens zijn veranderd"
    if not found.is_vorm_gelijk:
        return "het sjabloon of de huisstijl is veranderd"
    now, then = list_programma(), found.versie.programma
    other = [
        f"{naam} {then.get(naam, '?')} → {versie}" for naam, versie in now.items() if then.get(naam) != versie
    ]
    if other:
        return f"ze zijn gemaakt met andere versies van het programma ({', '.join(other)})"
    return None


def _render(load: LoadResult, here: Path, versie: Versie, tell: Callable[[str], None]) -> dict[str, str]:
    """Return the hash of every document made again."""
    formats = {find_writer(naam).extension: naam for naam in writer_names()}
    extensions = dict.fromkeys(naam.rpartition(".")[2] for naam in versie.uitvoer)
    formaten = tuple(formats[extension] for extension in extensions if extension in formats)
    made: dict[str, str] = {}
    for naam in versie.sjablonen:
        bron = prepare(load, "definitief", Wensen(formaten, naam), here)
        bron = bron._replace(ondertekening=ondertekening_of(versie))
        documents = make_uitvoer(bron, here, naam, formaten, tell)
        made |= {document: hash_bytes(content) for document, content in documents.items()}
    return made
