"""Zaakwerker: read some onderzoeken in short, as a process of its own or within this one."""

import gc
import signal
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.zaakmaken import make_zaak
from toezicht_cli.analysis.zaaktekst import zaak_to_text
from toezicht_cli.diagnostics import Severity
from toezicht_cli.loading.dossier import load_stand
from toezicht_cli.loading.inname import Inname
from toezicht_cli.loading.mapkenmerk import mark_folder
from toezicht_cli.loading.voorraad import Rij
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.uitzondering import Uitzondering
from toezicht_cli.rules import load_rules
from toezicht_cli.rules.base import Rule
from toezicht_cli.services.check import check_loaded
from toezicht_cli.services.oordeel import FAMILIES
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.zaakomgeving import Zaakomgeving

# No fout of these families can be excepted, so no day makes a difference to their number.
_ALTIJD = date.min


# A folder to read, and what was known of it before: only its key when nothing was.
Opdracht = tuple[str, Rij]


class Werker:
    """Reads onderzoeken of one werkmap; what stands around them and the controles are read once."""

    def __init__(self, werkmap: Path) -> None:
        self.omgeving = Zaakomgeving(kadermap_for(werkmap))
        self._rules = load_rules(FAMILIES)
        # A tip is never a fout, so looking for tips makes no difference to the number of fouten.
        self._strenge = tuple(rule for rule in self._rules if rule.severity is not Severity.INFO)

    def read(self, opdracht: Opdracht) -> Rij:
        """Return the onderzoek in short; with an empty ``waarde`` when it is what was known already."""
        root, oud = opdracht
        kenmerk = mark_folder(root)
        inname = Inname(Path(root))
        inhoud = inname.inhoud
        if oud.inhoud == inhoud and oud.omgeving == self.omgeving.kenmerk(oud.kader):
            return oud._replace(kenmerk=kenmerk)
        kader, waarde = self._work_out(inname, oud.sleutel)
        return Rij(oud.sleutel, kenmerk, inhoud, kader, self.omgeving.kenmerk(kader), waarde)

    def _work_out(self, inname: Inname, pad: str) -> tuple[str, str]:
        load = load_stand(inname, self.omgeving)
        checked = check_loaded(load, self._choose_rules(next(load.dossier.walk(Uitzondering), None)), _ALTIJD)
        fouten = sum(item.severity is Severity.ERROR for item in checked.diagnostics)
        zaak = make_zaak(load.dossier, pad, fouten)
        onderzoek = load.dossier.documents.get("onderzoek.yaml")
        return onderzoek.kader if isinstance(onderzoek, Onderzoek) else "", zaak_to_text(zaak)

    def _choose_rules(self, uitzondering: object) -> tuple[Rule, ...]:
        """Return the controles to run: all of them when an uitzondering may be about a tip."""
        return self._rules if uitzondering is not None else self._strenge


_werker: list[Werker] = []


def prepare(werkmap: Path) -> None:
    """Make a worker ready in this process; before a fork, so that every child has it."""
    _werker[:] = [Werker(werkmap)]


def begin(werkmap: Path) -> None:
    """Begin a process that only reads: Ctrl-C is for its parent, and what it makes is never in a circle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    if not _werker:
        prepare(werkmap)


def read_chunk(opdrachten: list[Opdracht]) -> list[Rij]:
    """Read some onderzoeken in this process, after ``prepare``."""
    return [_werker[0].read(opdracht) for opdracht in opdrachten]
