"""Uitzonderingen: set aside the findings that the team accepts, and judge the uitzonderingen too."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.diagnostics import Place, Severity, Violation, suggest
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.models.dossier import Located
from toezicht_cli.models.uitzondering import Uitzondering

# A fout in these families makes the tally unreliable, or is a BSN, or is a vastgesteld onderzoek that was
# changed: nobody can except it away.
_NEVER = ("STR", "KDR", "NRM", "OOR", "INT", "PRV", "VST001")
_WAAROM = {
    "PRV001": "een BSN hoort er nooit in",
    "VST001": "een vastgesteld onderzoek verandert niet zonder nieuwe versie",
}
# Fields that name the element they stand in.
NAMES = ("id", "term")


class Finding(NamedTuple):
    """What a controle found, with its code and its weight."""

    rule_id: str
    severity: Severity
    violation: Violation


class Controles(NamedTuple):
    """The codes that exist, and those that were carried out on this dossier to the end."""

    bestaand: frozenset[str]
    gedaan: frozenset[str]


def apply_uitzonderingen(
    findings: Sequence[Finding], load: LoadResult, controles: Controles, today: date
) -> tuple[list[Finding], list[tuple[Finding, str]]]:
    """Return the findings that stand (with those about the uitzonderingen), and the accepted ones.

    Args:
        findings: what the controles found.
        load: the dossier, for the uitzonderingen, the faults of reading and the names around a place.
        controles: an uitzondering for a controle that exists but was not done is left in peace.
        today: an uitzondering whose last day lies before it no longer works.
    """
    standing = list(findings)
    accepted: list[tuple[Finding, str]] = []
    judged: list[Finding] = []
    for located in load.dossier.walk(Uitzondering):
        uitzondering = located.value
        if uitzondering.controle not in controles.bestaand:
            judged.append(_unknown(located, controles.bestaand))
            continue
        if uitzondering.controle not in controles.gedaan:
            continue
        matches = [finding for finding in standing if _matches(uitzondering, finding, load)]
        verdict = _judge(located, matches, load, today)
        if verdict is not None:
            judged.append(verdict)
            continue
        accepted += [(finding, uitzondering.reden) for finding in matches]
        standing = [finding for finding in standing if finding not in matches]
    return standing + judged, accepted


def _unknown(located: Located[Uitzondering], bestaand: frozenset[str]) -> Finding:
    code = located.value.controle
    hulp = suggest(code, sorted(bestaand)) or "toezicht controles laat zien welke er zijn"
    violation = Violation(f"controle {code} bestaat niet", located.place.at("controle"), hulp)
    return Finding("STR020", Severity.ERROR, violation)


def _judge(
    located: Located[Uitzondering], matches: Sequence[Finding], load: LoadResult, today: date
) -> Finding | None:
    """Return what is wrong with an uitzondering, or None when it may work."""
    uitzondering = located.value
    place = located.place.at("controle")
    if _is_fault(uitzondering, load) or any(_is_never_excused(finding) for finding in matches):
        waarom = _WAAROM.get(uitzondering.controle, "de telling hangt eraan")
        message = f"een fout van {uitzondering.controle} kun je niet uitzonderen: {waarom}"
        return Finding("STR019", Severity.ERROR, Violation(message, place, "los de fout zelf op"))
    if not matches:
        return _unused(located, load)
    laatst = uitzondering.tot.laatst if uitzondering.tot else None
    if uitzondering.tot and laatst and laatst < today:
        message = f"deze uitzondering gold tot en met {uitzondering.tot.leesbaar}"
        hulp = "kijk of zij nog nodig is: geef een nieuwe datum, of haal haar weg"
        return Finding("STR018", Severity.WARNING, Violation(message, located.place.at("tot"), hulp))
    return None


def _unused(located: Located[Uitzondering], load: LoadResult) -> Finding | None:
    """Return the finding about an uitzondering without a finding; None when not all could be read."""
    if load.dossier.onleesbaar:
        return None
    uitzondering = located.value
    files = load.sources
    hulp = None if uitzondering.bestand in files else suggest(uitzondering.bestand, files)
    message = f"uitzondering voor {uitzondering.controle} past op geen enkele melding"
    violation = Violation(
        message, located.place.at("controle"), hulp or "haal haar weg, of pas bestand en plaats aan"
    )
    return Finding("STR017", Severity.WARNING, violation)


def _is_fault(uitzondering: Uitzondering, load: LoadResult) -> bool:
    """Whether an uitzondering is for a fault of reading: those are always a fout."""
    wanted = (uitzondering.controle, uitzondering.bestand)
    return any((fault.rule_id, fault.location.file) == wanted for fault in load.faults)


def _is_never_excused(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.rule_id.startswith(_NEVER)


def _matches(uitzondering: Uitzondering, finding: Finding, load: LoadResult) -> bool:
    place = finding.violation.place
    if (uitzondering.controle, uitzondering.bestand) != (finding.rule_id, place.file):
        return False
    return uitzondering.plaats is None or uitzondering.plaats in set(_names(place, load))


def _names(place: Place, load: LoadResult) -> Iterator[str]:
    """Yield what a user may call a place: the ids and keys on its route, and the route itself."""
    yield ".".join(str(step) for step in place.route)
    text = load.texts.get(place.file)
    value = text.value if text else None
    for step in place.route:
        if isinstance(value, dict):
            value = value.get(str(step))
            yield str(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        if isinstance(value, dict):
            yield from (name for field in NAMES if isinstance(name := value.get(field), str))
