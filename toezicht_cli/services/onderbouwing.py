"""Onderbouwing: read the onderzoek and put together the chain of one norm."""

from pathlib import Path

from toezicht_cli.analysis.onderbouwing import Onderbouwing, Onderbouwingsresultaat, explain_norm
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.vinden import find_onderzoek
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.services.inzage import read_inzage


def explain_onderbouwing(norm_id: str, pad: Path, here: Path, locatie: str | None) -> Onderbouwingsresultaat:
    """Return the chain of the norm ``norm_id`` in the onderzoek that ``pad`` means.

    Args:
        norm_id: the norm as the user typed it, possibly with ``@`` and a vestiging.
        pad: the folder of the onderzoek.
        here: the working directory, for the paths that people see.
        locatie: one vestiging, for a kader per locatie.

    Raises:
        ToezichtError: there is no such onderzoek, norm or vestiging.
    """
    load, inzage = read_inzage(find_onderzoek(pad), here)
    norm, _, after = norm_id.partition("@")
    if load.dossier.onleesbaar & {"onderzoek", "kader"}:
        return Onderbouwingsresultaat(inzage, norm, None)
    return Onderbouwingsresultaat(inzage, norm, _explain(load.dossier, norm, locatie or after or None))


def list_normen(pad: Path) -> tuple[str, ...]:
    """Return the normen of the kader of the onderzoek that ``pad`` means; none when it cannot be read.

    Raises:
        NietGevondenError: ``pad`` means no onderzoek.
    """
    dossier = read_inzage(find_onderzoek(pad), pad)[0].dossier
    if dossier.onleesbaar & {"onderzoek", "kader"}:
        return ()
    return tuple(norm.id for norm in dossier.kader.normen)


def _explain(dossier: Dossier, norm_id: str, locatie: str | None) -> Onderbouwing:
    norm = dossier.kader.find_norm(norm_id)
    if norm is None:
        known = [item.id for item in dossier.kader.normen]
        hint = suggest(norm_id, known)
        lijst = f"dit kader heeft {', '.join(known)}" if known else "dit kader heeft nog geen normen"
        message = f"norm {quote(norm_id)} is er niet in {dossier.kader.verwijzing}"
        raise ToezichtError(message, f"{hint} {lijst}" if hint else lijst)
    if locatie is not None:
        _check_locatie(dossier, locatie)
    return explain_norm(dossier, norm, locatie)


def _check_locatie(dossier: Dossier, locatie: str) -> None:
    if dossier.kader.per == "aanbieder":
        message = f"kader {dossier.kader.verwijzing} kent geen oordeel per locatie"
        raise ToezichtError(message, "laat --locatie weg")
    known = [vestiging.id for vestiging in dossier.onderzoek.aanbieder.vestigingen]
    if locatie not in known:
        lijst = f"deze zijn er: {', '.join(known)}" if known else "onderzoek.yaml noemt geen vestigingen"
        raise ToezichtError(f"vestiging {quote(locatie)} is er niet", lijst)
