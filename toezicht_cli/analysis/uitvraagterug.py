"""Uitvraagterug: what a list of requested documents that came back means for ``uitvraag.yaml``."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from toezicht_cli.analysis.lijsten import OPMERKING
from toezicht_cli.analysis.lijstinhoud import Inhoud, Rij
from toezicht_cli.analysis.vreemde_tekst import make_visible
from toezicht_cli.diagnostics import mask, quote
from toezicht_cli.models.bron import Bronnenlijst
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.uitvraag import NIET_GELEVERD, Uitvraag, Verzoek

_DAG_NUL = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_GETAL = re.compile(r"([0-9]{1,6})(?:\.[0-9]{1,20})?", re.ASCII)
_CIJFER = re.compile(r"\{\s{0,9}cijfer", re.IGNORECASE)
_VAST = ("norm", "omschrijving", "periode")  # what we wrote ourselves


class Wijziging(NamedTuple):
    """What is new about one request: its place (``plek``) in the list, and the fields with their values."""

    verzoek: Verzoek
    plek: int
    velden: dict[str, str]


class Uitvraagterug(NamedTuple):
    """The changes that can be made, what stands in the way of others, and what is only told."""

    wijzigingen: tuple[Wijziging, ...]
    geweigerd: tuple[str, ...]
    niet_overgenomen: tuple[str, ...]


class Conflict(Exception):  # noqa: N818 - it ends one line, and is no fault of anybody
    """A line cannot be taken over; the text says why."""


def compare_uitvraag(
    inhoud: Inhoud, uitvraag: Uitvraag, bronnen: Bronnenlijst, *, vanaf_1904: bool
) -> Uitvraagterug:
    """Return what a list that came back changes, line by line; what stands in the case is never overruled."""
    by_id = {verzoek.id: (index, verzoek) for index, verzoek in enumerate(uitvraag.uitvraag)}
    wijzigingen, geweigerd, overig = [], [], []
    for rij in inhoud.rijen:
        if rij.naam not in by_id:
            geweigerd.append(f"{rij.plaats}: {quote(rij.naam)} staat niet in uitvraag.yaml")
            overig += [f"{cel.plaats}: {_shown(cel.tekst)}" for cel in rij.cellen.values()]
            continue
        index, verzoek = by_id[rij.naam]
        overig += _walk_overig(rij, verzoek, bronnen, vanaf_1904=vanaf_1904)
        try:
            velden = _find_velden(rij, verzoek, bronnen)
        except Conflict as conflict:
            geweigerd.append(f"{verzoek.id}: {conflict}")
        else:
            if velden:
                wijzigingen.append(Wijziging(verzoek, index, velden))
    overig += [f"{cel.plaats}: {_shown(cel.tekst)}" for cel in inhoud.overig]
    return Uitvraagterug(tuple(wijzigingen), tuple(geweigerd), tuple(overig))


def _find_velden(rij: Rij, verzoek: Verzoek, bronnen: Bronnenlijst) -> dict[str, str]:
    """Return the fields that the line fills in; raise Conflict when it cannot be taken over."""
    for sleutel in ("geleverd", "bron", "reden"):
        cel = rij.cellen.get(sleutel)
        if cel and cel.soort in {"leeg", "fout"}:
            raise Conflict(f"in {cel.plaats} staat een formule zonder uitkomst: typ het antwoord zelf")
    ontvangen = _find_ontvangen(rij, bronnen)
    if ontvangen is None:
        return {}
    if verzoek.ontvangen not in {None, ontvangen}:
        raise Conflict(f"uitvraag.yaml zegt {verzoek.ontvangen} en de lijst {ontvangen}: pas het zelf aan")
    velden = {} if verzoek.ontvangen else {"ontvangen": ontvangen}
    reden = _plain(rij.text("reden")) if ontvangen == NIET_GELEVERD else ""
    if reden and verzoek.reden is None:
        velden["reden"] = reden
    elif reden and " ".join((verzoek.reden or "").split()) != reden:
        raise Conflict("uitvraag.yaml heeft al een andere reden: pas het zelf aan")
    return velden


def _shown(tekst: str) -> str:
    """Return words of the aanbieder for a message, all of them: what is not taken over must not get lost."""
    return f"'{mask(make_visible(tekst))}'"


def _plain(tekst: str) -> str:
    """Return words of the aanbieder for a field without Markdown: all visible, and no figure of ours."""
    shown = make_visible(tekst)
    return shown.replace("{", "(").replace("}", ")") if _CIJFER.search(shown) else shown


def _find_ontvangen(rij: Rij, bronnen: Bronnenlijst) -> str | None:
    """Return the bron or ``niet-geleverd``, None when the line says nothing that can be taken over."""
    geleverd, bron = rij.text("geleverd").lower(), rij.text("bron")
    if geleverd not in {"", "ja", "nee", "j", "n"}:
        raise Conflict(f"bij Geleverd staat {quote(geleverd)}: kies ja of nee")
    if bron and geleverd.startswith("n"):
        raise Conflict(f"de lijst zegt dat het er niet is, en noemt toch bron {quote(bron)}")
    if bron:
        if bronnen.find(bron) is None:
            raise Conflict(f"bron {quote(bron)} staat niet in bronnen.yaml: zet hem daar eerst in")
        return bron
    if not geleverd.startswith("n"):
        return None
    if not rij.text("reden"):
        raise Conflict("niet geleverd, maar er staat niet bij waarom: vul Waarom niet in")
    return NIET_GELEVERD


def _walk_overig(rij: Rij, verzoek: Verzoek, bronnen: Bronnenlijst, *, vanaf_1904: bool) -> Iterator[str]:
    """Yield what the line says and ``uitvraag.yaml`` has no place for."""
    bron = rij.text("bron")
    if rij.text("geleverd").lower().startswith("j") and not bron and verzoek.bron is None:
        yield f"{verzoek.id}: meegestuurd; zet het in bronnen.yaml en het nummer in de kolom Bron"
    if rij.text(OPMERKING):
        yield f"{verzoek.id}: opmerking {_shown(rij.text(OPMERKING))}"
    if rij.text("reden") and not rij.text("geleverd").lower().startswith("n"):
        yield f"{verzoek.id}: reden {_shown(rij.text('reden'))}, terwijl er niet staat dat het niet komt"
    datum = _read_datum(rij, vanaf_1904=vanaf_1904)
    found = bronnen.find(bron) if bron else None
    known = found.ontvangen_op if found else None
    if datum and not (isinstance(known, Datum) and str(known) == datum):
        yield f"{verzoek.id}: ontvangen op {quote(datum)}; dat hoort bij de bron in bronnen.yaml"
    yield from (
        f"{cel.plaats}: {_shown(cel.tekst)}"
        for sleutel, cel in rij.cellen.items()
        if sleutel not in {*_VAST, OPMERKING, "geleverd", "reden", "bron", "datum"}
    )


def _read_datum(rij: Rij, *, vanaf_1904: bool) -> str:
    """Return the day as the list gives it: a number of days becomes a day, other words stay."""
    cel = rij.cellen.get("datum")
    text = rij.text("datum")
    number = _GETAL.fullmatch(text) if cel and cel.soort == "getal" else None
    if number is None:
        return text
    return str(_DAG_NUL[vanaf_1904] + timedelta(days=int(number[1])))
