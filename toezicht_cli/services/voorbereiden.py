"""Voorbereiden: make the letters, guides and lists of an onderzoek before it begins."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple, get_args

from toezicht_cli.analysis.lijsten import Lijst
from toezicht_cli.analysis.lijstmaken import make_dossierlijst, make_uitvraaglijst
from toezicht_cli.analysis.voorbereiding import (
    MEESTE_DOSSIERS,
    find_kolommen,
    find_rollen,
    find_steekproeven,
    make_verzoeken,
    name_dossiers,
)
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.diagnostics import CheckResult, ToezichtError
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.loading.yaml_schrijven import write_scalar
from toezicht_cli.models.bron import Rol
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.uitvraag import Verzoek
from toezicht_cli.rendering.lijsten.werkboek import write_lijst
from toezicht_cli.rendering.writers import find_writer, writer_names
from toezicht_cli.services.klaarleggen import Klaargelegd, lay_down
from toezicht_cli.services.mapmaken import make_folder
from toezicht_cli.services.plek import Paden, kadermap_for
from toezicht_cli.services.rapport import Wensen, build, check_vooraf, prepare, write
from toezicht_cli.services.uiterlijk import find_uiterlijk

MAP = "bijlagen/voorbereiding"
UITVRAAG = "uitvraag.yaml"
XLSX = "xlsx"
FORMATEN = (*writer_names(), XLSX)
STANDAARD = ("docx", "pdf", XLSX)
DELEN = ("aankondiging", "uitvraag", "leidraad", "dossierlijst")


class Voorbereidingswens(NamedTuple):
    """What the user asked for; ``uit`` is None for the folder of the onderzoek."""

    formaten: tuple[str, ...] = STANDAARD
    delen: tuple[str, ...] = DELEN
    uit: Path | None = None
    opnieuw: bool = False


class Voorbereiding(NamedTuple):
    """What was made in ``map``, what else to tell, and what stood in the way (then ``klaar`` is None)."""

    naam: str
    map: str
    klaar: Klaargelegd | None
    berichten: tuple[str, ...]
    check: CheckResult


class _Stuk(NamedTuple):
    """A document to make: the name of its file without end, its template, and for which role."""

    naam: str
    sjabloon: str
    rol: Rol | None = None


def prepare_onderzoek(
    root: Path, here: Path, today: date, wens: Voorbereidingswens, tell: Callable[[str], None]
) -> Voorbereiding:
    """Make what ``wens`` asks for the onderzoek in ``root``; ``uitvraag.yaml`` too when there is none.

    Args:
        root: the folder of the onderzoek.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended.
        wens: which formats and parts, where, and whether to write over changed files.
        tell: is called with a line before something that takes long.

    Raises:
        ToezichtError: a template or text is wrong, or a file could not be made.
    """
    folder = wens.uit or root / MAP
    shown = Paden.around(root, here).shown(folder.resolve())
    load = load_dossier(root, kadermap_for(root))
    check = check_vooraf(load, here, today)
    if check.has_errors:
        return Voorbereiding(load.dossier.naam, shown, None, (), check)
    berichten = []
    if "uitvraag" in wens.delen and not load.dossier.uitvraag.uitvraag:
        berichten.append(_make_uitvraag(load))
        load = load_dossier(root, kadermap_for(root))
    files = dict(_make_files(load, here, wens, tell))
    berichten += _berichten(load.dossier, wens)
    if not files:
        raise ToezichtError("er is niets te maken", " ".join(berichten) or "kies andere delen of formaten")
    if wens.uit is None:
        make_folder(root, folder)  # refuses a link that leads out of the onderzoek
    klaar = lay_down(folder, files, opnieuw=wens.opnieuw)
    return Voorbereiding(load.dossier.naam, shown, klaar, tuple(berichten), check)


def _make_files(
    load: LoadResult, here: Path, wens: Voorbereidingswens, tell: Callable[[str], None]
) -> Iterator[tuple[str, bytes]]:
    documents = [formaat for formaat in wens.formaten if formaat != XLSX]
    uiterlijk = find_uiterlijk(load.dossier)
    for stuk in _find_stukken(load.dossier, wens.delen):
        tell(f"{stuk.naam} maken …")
        bron = prepare(load, "definitief", Wensen((), stuk.sjabloon), here)
        bron = bron._replace(rol=stuk.rol, uiterlijk=uiterlijk, ondertekening=None)
        document = build(bron, here) if documents else None
        for formaat in documents:
            assert document is not None  # noqa: S101 - made above when there are formats
            yield f"{stuk.naam}.{find_writer(formaat).extension}", write(document, bron, formaat)
    if XLSX in wens.formaten:
        for naam, lijst in _find_lijsten(load.dossier, wens.delen, uiterlijk):
            yield f"{naam}.{XLSX}", write_lijst(lijst)


def _find_stukken(dossier: Dossier, delen: tuple[str, ...]) -> Iterator[_Stuk]:
    if "aankondiging" in delen and dossier.onderzoek.aangekondigd is not False:
        yield _Stuk("aankondigingsbrief", "aankondigingsbrief")
    if "uitvraag" in delen and dossier.uitvraag.uitvraag:
        yield _Stuk("uitvraagbrief", "uitvraagbrief")
    if "leidraad" in delen:
        rollen = find_rollen(dossier)
        yield from (_Stuk(f"interviewleidraad-{rol}", "interviewleidraad", rol) for rol in rollen)
        if not rollen:
            yield _Stuk("interviewleidraad", "interviewleidraad")
    if "dossierlijst" in delen and find_steekproeven(dossier):
        yield _Stuk("dossierlijst", "dossierlijst")


def _find_lijsten(
    dossier: Dossier, delen: tuple[str, ...], uiterlijk: str | None
) -> Iterator[tuple[str, Lijst]]:
    if "uitvraag" in delen and dossier.uitvraag.uitvraag:
        yield "uitvraaglijst", make_uitvraaglijst(dossier, dossier.uitvraag.uitvraag, uiterlijk)
    if "dossierlijst" in delen and find_kolommen(dossier):
        for steekproef in find_steekproeven(dossier):
            if name_dossiers(steekproef.omvang):
                yield f"dossierlijst-{steekproef.id}", make_dossierlijst(dossier, steekproef)


def _berichten(dossier: Dossier, wens: Voorbereidingswens) -> Iterator[str]:
    """Yield what was not made, and why."""
    if "aankondiging" in wens.delen and dossier.onderzoek.aangekondigd is False:
        yield "Geen aankondigingsbrief: volgens onderzoek.yaml is dit onderzoek niet aangekondigd."
    if "leidraad" in wens.delen:
        ontbreekt = [rol for rol in get_args(Rol) if rol not in {*find_rollen(dossier), "overig"}]
        if not find_rollen(dossier):
            yield "Het kader heeft geen vragen: de leidraad noemt de normen met hun onderdelen."
        elif ontbreekt:
            yield f"Geen leidraad voor {', '.join(ontbreekt)}: het kader heeft voor hen geen vragen."
    if "dossierlijst" in wens.delen and not find_steekproeven(dossier):
        yield "Geen dossierlijst: zet in onderzoek.yaml bij steekproeven wat je gaat bekijken."
    if "dossierlijst" in wens.delen:
        yield from (
            f"Geen lijst voor steekproef {item.id}: die heeft 0 of meer dan {MEESTE_DOSSIERS} dossiers."
            for item in find_steekproeven(dossier)
            if not name_dossiers(item.omvang)
        )


def _make_uitvraag(load: LoadResult) -> str:
    """Write ``uitvraag.yaml`` from the documents of the kader, and return what to tell about it."""
    if UITVRAAG in load.dossier.documents:
        return f"Geen uitvraag: {UITVRAAG} is leeg."
    verzoeken = make_verzoeken(load.dossier)
    if not verzoeken:
        return "Geen uitvraag: het kader noemt geen documenten bij de normen die je bekijkt."
    write_atomically(load.root / UITVRAAG, "".join(["uitvraag:\n", *map(_write_verzoek, verzoeken)]))
    count = plural(len(verzoeken), "document", "documenten")
    return f"{UITVRAAG} is gemaakt met {count} uit het kader. Vul gevraagd_op in als de brief weg is."


def _write_verzoek(verzoek: Verzoek) -> str:
    assert verzoek.document is not None  # noqa: S101 - made from a document of the kader
    return (
        f"  - id: {verzoek.id}\n"
        f"    norm: {write_scalar(verzoek.norm)}\n"
        f"    document: {write_scalar(verzoek.document)}\n"
        f"    omschrijving: {write_scalar(verzoek.omschrijving)}\n"
    )
