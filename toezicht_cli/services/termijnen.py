"""Termijnen: read onderzoeken and list their terms on a day."""

from datetime import date
from pathlib import Path

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.termijnen import Termijnstand, list_termijnen
from toezicht_cli.analysis.termijnoverzicht import Termijnenlijst, Termijnregel
from toezicht_cli.loading.dossier import OMGEVING
from toezicht_cli.loading.vinden import find_onderzoeken
from toezicht_cli.services.inzage import read_inzage


def report_termijnen(pad: Path, here: Path, peildatum: date) -> Termijnenlijst:
    """Return the terms of the onderzoek that ``pad`` means, or of all of a werkmap, the first to end first.

    Raises:
        NietGevondenError: ``pad`` means no onderzoek.
    """
    roots = find_onderzoeken(pad)
    is_werkmap = not pad.resolve().is_relative_to(roots[0])
    inzagen: list[Inzage] = []
    regels: list[Termijnregel] = []
    heeft_termijnen = True
    for root in roots:
        load, inzage = read_inzage(root, here)
        inzagen.append(inzage)
        regels += [Termijnregel(inzage.naam, stand) for stand in list_termijnen(load.dossier, peildatum)]
        werkmap = load.dossier.omgeving.werkmap
        is_leesbaar = OMGEVING not in load.dossier.onleesbaar
        heeft_termijnen = heeft_termijnen and not (is_leesbaar and not (werkmap and werkmap.termijnen))
    regels.sort(key=_order)
    return Termijnenlijst(peildatum, tuple(inzagen), tuple(regels), is_werkmap, heeft_termijnen)


def _order(regel: Termijnregel) -> tuple[date, str, str]:
    termijn: Termijnstand = regel.termijn
    return termijn.einde or date.max, regel.onderzoek, termijn.id
