"""Wederhoor: read an onderzoek and tell how hoor en wederhoor stands, and what klaarzetten did."""

from datetime import date
from pathlib import Path

from toezicht_cli.analysis.wederhoor import BESTAND
from toezicht_cli.analysis.wederhooroverzicht import Wederhooroverzicht, make_overzicht
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.woorden import join_words, plural
from toezicht_cli.diagnostics import Severity
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.inzage import read_inzage
from toezicht_cli.services.plek import Paden, kadermap_for
from toezicht_cli.services.vaststellingsbestand import ONDERZOEK
from toezicht_cli.services.wederhoor_klaarzetten import Conceptvoorstel, LaatsteDag


def show_wederhoor(root: Path, here: Path, peildatum: date) -> Wederhooroverzicht:
    """Return how hoor en wederhoor of the onderzoek in ``root`` stands on ``peildatum``."""
    load, inzage = read_inzage(root, here)
    return make_overzicht(load.dossier, inzage, peildatum)


def report_concept(voorstel: Conceptvoorstel, here: Path, today: date) -> Mededeling:
    """Return what klaarzetten wrote, until when the aanbieder can react, and what comes next."""
    root = voorstel.load.root
    paden = Paden.around(root, here)
    regels = [paden.shown((root / naam).resolve()) for naam in voorstel.uitvoer]
    regels += _tell_laatste(voorstel.laatste)
    if voorstel.eerder:
        verb = "gaat" if len(voorstel.eerder) == 1 else "gaan"
        vorig = f"{join_words(voorstel.eerder)} {verb} over het vorige concept"
        regels.append(f"Let op: {vorig}. Haal weg wat niet meer klopt.")
    if fouten := _count_fouten(root, here, today):
        found = plural(fouten, "fout", "fouten")
        regels.append(f"Let op: er staat nu {found} in deze bestanden: zie toezicht controleer.")
    return Mededeling(
        f"Het concept van {root.name} staat klaar. Dag van verzending: {in_words(voorstel.op)}.",
        tuple(regels),
        (
            ("toezicht wederhoor lees reactie.docx", "de reactie van de aanbieder inlezen"),
            ("toezicht wederhoor", "zien hoe het ervoor staat"),
        ),
    )


def _tell_laatste(laatste: LaatsteDag) -> list[str]:
    if laatste.dag is None:
        hulp = "Geef die met --uiterlijk, of zet een termijn in toezicht.yaml"
        return [f"Er is geen laatste dag om te reageren. {hulp}."]
    uitleg = f": {laatste.uitleg}" if laatste.uitleg else ""
    found = [f"De aanbieder kan reageren tot en met {in_words(laatste.dag)}{uitleg}."]
    return [*found, f"Let op: {laatste.waarschuwing}."] if laatste.waarschuwing else found


def _count_fouten(root: Path, here: Path, today: date) -> int:
    """Return how many fouten stand in the files that klaarzetten changes."""
    check = check_loads([load_dossier(root, kadermap_for(root))], here, today, load_rules())
    return sum(
        item.severity is Severity.ERROR and item.location.file.endswith((BESTAND, ONDERZOEK))
        for item in check.diagnostics
    )
