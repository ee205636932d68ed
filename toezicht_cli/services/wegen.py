"""Wegen: weigh a signaal against the afwegingskader of the werkmap, and write the weging down."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.ingangen import find_eerdere_signalen
from toezicht_cli.analysis.wegen import NOOIT_WEGEN, Keuze, Uitkomst, Weegverslag, explain, weigh
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.beleid import list_afwegingskaders, read_afwegingskader
from toezicht_cli.loading.beleidsdossier import load_afwegingskader
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.base import Element
from toezicht_cli.models.register import Signaal
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import KADERCODES, check_loads
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.registers import read_registers
from toezicht_cli.services.registersoort import MELDING, SIGNAAL, find_bestand
from toezicht_cli.services.registervraag import ask_bevoegdheid, describe_bevoegdheid, tell_doorgeven
from toezicht_cli.services.registerwijzigen import Wijziging, change_entry, check_dag, check_open, read_entry

_MOST_DIGITS = 9


class Weegtafel(NamedTuple):
    """What somebody needs to weigh a signaal: it, the kader, and earlier signalen about the aanbieder.

    ``doublures`` are the earlier ones that say what another one says; ``bevoegd`` are sentences about who
    else is competent, none when it is ours alone.
    """

    werkmap: Path
    signaal: Signaal
    kader: Afwegingskader
    eerdere: tuple[Signaal, ...]
    doublures: tuple[str, ...] = ()
    bevoegd: tuple[str, ...] = ()


class Weegopgave(NamedTuple):
    """What people say when they weigh; ``onrechtmatigheid`` is ja, nee or onbekend."""

    keuze: Keuze
    onrechtmatigheid: str
    toelichting: str | None = None
    betrokken: str | None = None
    totaal: str | None = None
    door: str | None = None


def refuse_melding(werkmap: Path, nummer: str) -> ToezichtError:
    """Return the refusal to weigh a melding; raise ToezichtError when there is no such melding."""
    find_bestand(werkmap, MELDING, nummer)
    return ToezichtError(
        f"{nummer} is een melding: een calamiteit of geweld wordt niet gewogen",
        f"bij twijfel: toezicht signaal nieuw --naar-aanleiding-van {nummer}",
    )


def lay_table(werkmap: Path, nummer: str, verwijzing: str | None) -> Weegtafel:
    """Return what is needed to weigh a signaal.

    Args:
        werkmap: the folder with ``toezicht.yaml``.
        nummer: the signaal.
        verwijzing: the afwegingskader, None for that of toezicht.yaml.

    Raises:
        ToezichtError: it cannot be weighed (a melding, calamiteit, doublure, closed), or without kader.
    """
    if nummer.startswith("M-"):
        raise refuse_melding(werkmap, nummer)
    signaal = read_entry(werkmap, SIGNAAL, nummer)
    assert isinstance(signaal, Signaal)  # noqa: S101 - the register says so
    if signaal.doublure_van is not None:
        hulp = f"kijk bij het eerste: toezicht signaal toon {signaal.doublure_van}"
        raise ToezichtError(f"{nummer} is een doublure van {signaal.doublure_van}", hulp)
    check_open(signaal, nummer)
    registers = read_registers(werkmap)
    if registers.faults:
        where = registers.faults[0].location
        message = (
            f"{where.file}:{where.line} is niet te lezen: eerdere signalen zijn dan niet allemaal te zien"
        )
        raise ToezichtError(message, "los dat eerst op: toezicht controleer")
    kader = _read_kader(werkmap, verwijzing or registers.werkmap.afwegingskader)
    if signaal.aard in (*NOOIT_WEGEN, *kader.niet_voor):
        hulp = "een calamiteit of geweld is een melding: toezicht melding nieuw"
        raise ToezichtError(f"{nummer} gaat over {signaal.aard}: daar is {kader.verwijzing} niet voor", hulp)
    eerdere = find_eerdere_signalen(signaal, registers.signalen)
    known = {item.id for item in eerdere}
    doublures = tuple(item.id for item in registers.signalen if item.doublure_van in known)
    return Weegtafel(werkmap, signaal, kader, eerdere, doublures, tuple(_describe_bevoegd(werkmap, signaal)))


def _describe_bevoegd(werkmap: Path, signaal: Signaal) -> Iterator[str]:
    """Yield who else is competent, and which part is weighed when a part is ours; none when all of it is."""
    if signaal.doorverwezen_naar is None:
        velden: dict[str, YamlValue] = {"wet": signaal.wet, "domein": [*signaal.domein]}
        yield from describe_bevoegdheid(werkmap, signaal.id, velden)
    vraag = ask_bevoegdheid(werkmap, signaal.wet, signaal.domein)
    if vraag.is_onze == "nee" and signaal.doorverwezen_naar is None:
        yield tell_doorgeven(signaal.id, vraag)
    if vraag.is_onze == "deels":
        eigen = [item.domein for item in vraag.per_domein if item.is_onze]
        yield f"Deze weging gaat over het deel waar wij over gaan: {', '.join(eigen)}."


def weigh_signaal(tafel: Weegtafel, opgave: Weegopgave, dag: date, *, proef: bool) -> Weegverslag:
    """Weigh a signaal and add the weging to its file; with ``proef`` nothing is written.

    Raises:
        ToezichtError: a word is not in the kader, or the choice cannot stand.
    """
    opgave = opgave._replace(keuze=_trim(opgave.keuze))
    _check_words(tafel.kader, opgave.keuze)
    _check_aantallen(opgave)
    check_dag(tafel.signaal, tafel.signaal.id, dag)
    _check_last(tafel.signaal, dag)
    uitkomst = weigh(tafel.kader, opgave.keuze, tafel.eerdere)
    if uitkomst.bezwaar is not None:
        raise ToezichtError(uitkomst.bezwaar, "toezicht kader toon laat de tabel zien")
    if not proef:
        _add(tafel, _weging(tafel, opgave, uitkomst, dag), dag)
    return Weegverslag(
        nummer=tafel.signaal.id,
        kader=tafel.kader,
        dag=dag,
        keuze=opgave.keuze,
        uitkomst=uitkomst,
        eerdere=tuple(item.id for item in tafel.eerdere),
        onrechtmatigheid=opgave.onrechtmatigheid,
        redenering=tuple(_explain(tafel, opgave, uitkomst)),
        geschreven=not proef,
    )


def _add(tafel: Weegtafel, weging: dict[str, YamlValue], dag: date) -> None:
    """Write a weging into the signaal, unless somebody closed or weighed it meanwhile."""

    def decide(entry: Element) -> list[Wijziging]:
        assert isinstance(entry, Signaal)  # noqa: S101 - the register says so
        check_open(entry, entry.id)
        _check_last(entry, dag)
        return [Wijziging(("wegingen",), weging, erbij=True)]

    change_entry(tafel.werkmap, SIGNAAL, tafel.signaal.id, decide)


def _trim(keuze: Keuze) -> Keuze:
    """Return ``keuze`` with a motivering only when there are words in it."""
    return keuze._replace(motivering=(keuze.motivering or "").strip() or None)


def _explain(tafel: Weegtafel, opgave: Weegopgave, uitkomst: Uitkomst) -> Iterator[str]:
    """Yield the whole reasoning: the kader's, the numbers, and what is looked at apart from the table."""
    yield from explain(tafel.kader, opgave.keuze, uitkomst, tafel.eerdere)
    if tafel.doublures:
        yield f"Doublures daarvan tellen niet mee: {', '.join(tafel.doublures)}."
    if opgave.betrokken or opgave.totaal:
        yield f"Cliënten: {opgave.betrokken or 'onbekend'} van {opgave.totaal or 'onbekend'}."
    toelichting = f" {opgave.toelichting}" if opgave.toelichting else ""
    yield f"Vermoeden van onrechtmatigheid, apart bekeken: {opgave.onrechtmatigheid}.{toelichting}"
    yield from tafel.bevoegd


def _check_aantallen(opgave: Weegopgave) -> None:
    for optie, waarde in (("--betrokken", opgave.betrokken), ("--totaal", opgave.totaal)):
        if waarde is not None and not (waarde.isascii() and waarde.isdigit() and len(waarde) <= _MOST_DIGITS):
            raise ToezichtError(f"{optie}: hier hoort een geheel getal te staan, zoals 14")
    if opgave.betrokken and opgave.totaal and int(opgave.betrokken) > int(opgave.totaal):
        message = f"--betrokken ({opgave.betrokken}) is meer dan --totaal ({opgave.totaal})"
        raise ToezichtError(message, "ga na welk getal klopt")


def _check_last(signaal: Signaal, dag: date) -> None:
    """Raise ToezichtError for a weging before the last one: the last one in the file counts."""
    if signaal.wegingen and dag < signaal.wegingen[-1].datum.vroegst:
        laatste = signaal.wegingen[-1].datum.leesbaar
        raise ToezichtError(
            f"{signaal.id} is al gewogen op {laatste}", "geef met --datum die dag of een latere"
        )


def _read_kader(werkmap: Path, verwijzing: str | None) -> Afwegingskader:
    folders = kadermap_for(werkmap).folders
    if verwijzing is None:
        known = ", ".join(list_afwegingskaders(folders)) or "nog geen"
        hulp = f"zet in toezicht.yaml: afwegingskader: naam@versie; er is: {known}; zelf maken: hoofdstuk 17"
        raise ToezichtError("er is geen afwegingskader gekozen", hulp)
    document = read_afwegingskader(verwijzing, folders)
    kader = document.require()
    if _has_fouten(verwijzing, folders):
        message = f"in afwegingskader {verwijzing} staat een fout: daarmee wordt niet gewogen"
        raise ToezichtError(message, f"toezicht kader controleer {verwijzing} wijst de regel aan")
    return kader


def _has_fouten(verwijzing: str, folders: tuple[Path, ...]) -> bool:
    """Whether the controles find a fout in an afwegingskader: then its table cannot be relied on."""
    rules = load_rules(tuple(code.lower() for code in KADERCODES))
    # No fout of a kader can be excepted, so no day makes a difference.
    return check_loads([load_afwegingskader(verwijzing, folders)], Path(), date.min, rules).has_errors


def _check_words(kader: Afwegingskader, keuze: Keuze) -> None:
    prioriteiten = [item.id for item in kader.prioriteiten]
    checks = [
        ("--ernst", keuze.ernst, [item.id for item in kader.ernst]),
        ("--omvang", keuze.omvang, [item.id for item in kader.omvang]),
        *(
            ("--omstandigheid", one, [item.id for item in kader.omstandigheden])
            for one in keuze.omstandigheden
        ),
        *((("--prioriteit", keuze.prioriteit, prioriteiten),) if keuze.prioriteit else ()),
    ]
    for optie, word, known in checks:
        if word not in known:
            hulp = suggest(word, known) or f"kies uit: {', '.join(known)}"
            raise ToezichtError(f"{optie}: {quote(word)} staat niet in {kader.verwijzing}", hulp)


def _weging(tafel: Weegtafel, opgave: Weegopgave, uitkomst: Uitkomst, dag: date) -> dict[str, YamlValue]:
    suspicion = {"vermoeden": opgave.onrechtmatigheid, "toelichting": opgave.toelichting}
    values: dict[str, YamlValue] = {
        "afwegingskader": tafel.kader.verwijzing,
        "datum": dag.isoformat(),
        "door": opgave.door,
        "ernst": opgave.keuze.ernst,
        "omvang": opgave.keuze.omvang,
        "betrokken_clienten": opgave.betrokken,
        "clienten_van_aanbieder": opgave.totaal,
        "omstandigheden": [*uitkomst.omstandigheden],
        "eerdere_signalen": [item.id for item in tafel.eerdere],
        "volgens_tabel": uitkomst.volgens_tabel,
        "prioriteit": uitkomst.prioriteit,
        "motivering": opgave.keuze.motivering,
        "onrechtmatigheid": {key: value for key, value in suspicion.items() if value},
    }
    return {key: value for key, value in values.items() if value}
