"""Portefeuille: read a werkmap in short, choose what was asked for, and put it in order."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.kaderkort import Kaderkort, make_kaderkort
from toezicht_cli.analysis.overgang import Editie, is_vergelijkbaar
from toezicht_cli.analysis.portefeuille import (
    FASEN,
    Portefeuilleoverzicht,
    Regel,
    gemeenten_of,
    make_overzicht,
    make_regel,
    say_unread,
)
from toezicht_cli.analysis.soorten import find_soorten
from toezicht_cli.analysis.trends import Trendoverzicht, Vergelijkbaar, make_trends, never_vergelijkbaar
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.kaders import KaderNotFoundError
from toezicht_cli.loading.overgangen import read_overgangen
from toezicht_cli.loading.vinden import find_werkmap
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.portefeuillevraag import Vraag
from toezicht_cli.services.werkmap import read_werkmap
from toezicht_cli.services.zaakomgeving import Zaakomgeving
from toezicht_cli.services.zaken import Tell, read_zaken

# By what the list can be ordered; what asks most attention comes first.
VOLGORDEN: dict[str, Callable[[Regel], tuple[object, ...]]] = {
    "onderzoek": lambda regel: (regel.onderzoek,),
    "aanbieder": lambda regel: (regel.aanbieder.casefold(), regel.onderzoek),
    "gemeente": lambda regel: (regel.gemeenten, regel.onderzoek),
    "fase": lambda regel: (FASEN.index(regel.fase) if regel.fase in FASEN else -1, regel.onderzoek),
    "te-laat": lambda regel: (-regel.dagen_te_laat, regel.onderzoek),
    "open": lambda regel: (-regel.punten_open, regel.onderzoek),
}


class Lezing(NamedTuple):
    """What was read: the overview, and Dutch lines about what went otherwise than usual."""

    overzicht: Portefeuilleoverzicht
    meldingen: tuple[str, ...]


class _Keuze(NamedTuple):
    """One thing that was asked for: in words, and whether a zaak has it; ``gemeente`` if it is about one."""

    woorden: str
    past: Callable[[Zaak], bool]
    gemeente: str | None = None


def report_portefeuille(
    pad: Path, vraag: Vraag, *, zonder_cache: bool = False, tell: Tell = lambda _done, _all: None
) -> Lezing:
    """Return the portefeuille of the werkmap at or above ``pad``.

    Args:
        pad: a werkmap, a folder in it, or one onderzoek without werkmap.
        vraag: what was asked for.
        zonder_cache: whether to read everything again.
        tell: see ``read_zaken``.

    Raises:
        ToezichtError: there is no onderzoek, ``toezicht.yaml`` cannot be used, or the gemeente, kader or
            soort that was asked for does not exist.
    """
    home = find_werkmap(pad)
    werkmap = read_werkmap(home) if home else None
    with _without_collecting():
        gelezen = read_zaken(home or pad, zonder_cache=zonder_cache, tell=tell)
        overzicht = _make(gelezen.zaken, vraag, home or pad, werkmap)
    return Lezing(overzicht, gelezen.meldingen)


def say_left_out(shown: Portefeuilleoverzicht | Trendoverzicht) -> str:
    """Return in Dutch what the rows of a spreadsheet leave out; empty when that is nothing."""
    if isinstance(shown, Portefeuilleoverzicht):
        return say_unread(shown) if shown.niet_gelezen else ""
    names = shown.niet_geteld
    return f"niet te tellen en dus niet in deze cijfers: {join_some(names)}" if names else ""


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no circles meanwhile: ten thousand zaken are many small things that all stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _make(alle: Sequence[Zaak], vraag: Vraag, home: Path, werkmap: Werkmap | None) -> Portefeuilleoverzicht:
    """Return the overview of what ``vraag`` asks of ``alle``."""
    keuze = _choose(vraag, alle, werkmap)
    zaken = [zaak for zaak in alle if all(one.past(zaak) for one in keuze)]
    kaders = _read_kaders(home, zaken)
    regels = [make_regel(zaak, kaders.get(zaak.kader), vraag.peildatum) for zaak in zaken]
    woorden = [one.woorden for one in keuze]
    misschien = {regel.pad for regel in regels if vraag.te_laat and not regel.weet_te_laat}
    if vraag.te_laat:
        zaken, regels = _only_late(zaken, regels)
        woorden.append("iets is te laat")
    regels.sort(key=VOLGORDEN[vraag.sorteer])
    organisatie = werkmap.organisatie if werkmap else ""
    kop = organisatie, vraag.peildatum, len(alle), tuple(woorden)
    # One that cannot be read may be among what was asked for: left out in silence it would be forgotten.
    gelezen = {zaak.pad for zaak in zaken}
    misschien |= {zaak.pad for zaak in alle if zaak.onleesbaar}
    gesloten = [zaak for zaak in alle if zaak.pad in misschien and zaak.pad not in gelezen]
    trends: Trendoverzicht = make_trends([*zaken, *gesloten], kaders, _find_vergelijker(home, kaders))
    overzicht = make_overzicht(regels, trends, kaders, kop)
    overzicht = overzicht._replace(niet_gelezen=tuple(zaak.id for zaak in gesloten))
    gekozen = next((one.gemeente for one in keuze if one.gemeente is not None), None)
    if gekozen is None:
        return overzicht
    return overzicht._replace(gemeenten=tuple(one for one in overzicht.gemeenten if one.naam == gekozen))


def _only_late(zaken: Sequence[Zaak], regels: Sequence[Regel]) -> tuple[list[Zaak], list[Regel]]:
    late = [(zaak, regel) for zaak, regel in zip(zaken, regels, strict=True) if regel.te_laat]
    return [zaak for zaak, _ in late], [regel for _, regel in late]


def _read_kaders(home: Path, zaken: Iterable[Zaak]) -> dict[str, Kaderkort]:
    """Return the kaders that ``zaken`` name and that can be read."""
    omgeving = Zaakomgeving(kadermap_for(home))
    found = {}
    for verwijzing in sorted({zaak.kader for zaak in zaken} - {""}):
        try:
            kader = omgeving.read(verwijzing).document.model
        except KaderNotFoundError:
            continue
        if kader is not None and kader.schaal.categorieen:
            found[verwijzing] = make_kaderkort(kader)
    return found


def _find_vergelijker(home: Path, kaders: Mapping[str, Kaderkort]) -> Vergelijkbaar:
    """Return what says whether a norm means the same in two editions, by the overgangen of the werkmap."""
    if len({kader.naam for kader in kaders.values()}) == len(kaders):  # no kader has two editions here
        return never_vergelijkbaar
    overgangen = read_overgangen(kadermap_for(home).folders)
    edities = {
        naam: Editie(naam, tuple(categorie.id for categorie in kader.categorieen))
        for naam, kader in kaders.items()
    }
    return lambda van, naar, norm: is_vergelijkbaar(overgangen, edities[van], edities[naar], norm)


def _choose(vraag: Vraag, zaken: Sequence[Zaak], werkmap: Werkmap | None) -> list[_Keuze]:
    """Return what was asked for, each as a test; raise ToezichtError for what does not exist."""
    found = []
    if vraag.gemeente is not None:
        known = {naam for zaak in zaken for naam in gemeenten_of(zaak)}
        known |= {gemeente.naam for gemeente in werkmap.gemeenten} if werkmap else set()
        gemeente = _one_of("gemeente", vraag.gemeente, known)
        found.append(_Keuze(f"gemeente {gemeente}", lambda zaak: gemeente in gemeenten_of(zaak), gemeente))
    if vraag.kader is not None:
        edities = {zaak.kader for zaak in zaken} - {""}
        kader = _one_of("kader", vraag.kader, edities | {one.partition("@")[0] for one in edities})
        found.append(
            _Keuze(f"kader {kader}", lambda zaak: kader in (zaak.kader, zaak.kader.partition("@")[0]))
        )
    if vraag.fase is not None:
        found.append(_Keuze(f"fase {vraag.fase}", lambda zaak: zaak.fase == vraag.fase))
    if vraag.soort_toezicht is not None:
        soorten = {zaak.soort_toezicht for zaak in zaken} | {soort.id for soort in find_soorten(werkmap)}
        soort = _one_of("soort toezicht", vraag.soort_toezicht, soorten - {""})
        found.append(_Keuze(f"soort toezicht {soort}", lambda zaak: zaak.soort_toezicht == soort))
    if vraag.aanbieder is not None:
        woord = vraag.aanbieder.casefold()
        found.append(_Keuze(f"aanbieder met {quote(vraag.aanbieder)}", lambda zaak: _names(zaak, woord)))
    return found


def _names(zaak: Zaak, woord: str) -> bool:
    """Whether the name of the aanbieder holds ``woord``, or its id is that."""
    return woord in zaak.aanbieder.casefold() or woord == (zaak.aanbieder_id or "").casefold()


def _one_of(wat: str, gevraagd: str, known: Iterable[str]) -> str:
    """Return the one of ``known`` that was asked for: that very one, else whatever its capitals.

    Raises:
        ToezichtError: there is none, or more than one; the help names the nearest, or those that there are.
    """
    names, gevraagd = sorted(known), gevraagd.strip()
    if gevraagd in names:
        return gevraagd
    found = [naam for naam in names if naam.casefold() == gevraagd.casefold()]
    if len(found) > 1:
        raise ToezichtError(
            f"{wat} {quote(gevraagd)} is er niet", f"schrijf het precies zo: {' of '.join(found)}"
        )
    if not found:
        some = names[:_MOST_NAMED]
        rest = f" en nog {len(names) - len(some)}" if len(names) > len(some) else ""
        hulp = suggest(gevraagd, names) or f"deze zijn er: {', '.join(some) or 'nog geen'}{rest}"
        raise ToezichtError(f"{wat} {quote(gevraagd)} is er niet in deze werkmap", hulp)
    return found[0]


_MOST_NAMED = 20
