"""Uitzonderingen: set aside the findings that the team accepts, and judge the uitzonderingen too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.models.dossier import Located
from toezicht_cli.models.uitzondering import Uitzondering

# A fout in these families makes the tally unreliable: nobody can except it away.
_NEVER = ("STR", "KDR", "NRM", "OOR", "INT")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a controle found, with its code and its weight."""

    rule_id: str
    severity: Severity
    violation: Violation


def apply_uitzonderingen(
    findings: Sequence[Finding], load: LoadResult, known: frozenset[str], today: date
) -> tuple[list[Finding], list[tuple[Finding, str]]]:
    """Return the findings that stand (with those about the uitzonderingen), and the accepted ones.

    Args:
        findings: what the controles found.
        load: the dossier, for the uitzonderingen and the names of the elements around a place.
        known: the codes of the controles that ran; an uitzondering for another is left in peace.
        today: an uitzondering whose last day lies before it no longer works.
    """
    standing = list(findings)
    accepted: list[tuple[Finding, str]] = []
    judged: list[Finding] = []
    for located in load.dossier.walk(Uitzondering):
        uitzondering = located.value
        if uitzondering.controle not in known:
            continue
        matches = [finding for finding in standing if _matches(uitzondering, finding, load)]
        verdict = _judge(located, matches, today)
        if verdict is not None:
            judged.append(verdict)
            continue
        accepted += [(finding, uitzondering.reden) for finding in matches]
        standing = [finding for finding in standing if finding not in matches]
    return standing + judged, accepted


def _judge(located: Located[Uitzondering], matches: Sequence[Finding], today: date) -> Finding | None:
    """Return what is wrong with an uitzondering, or None when it may work."""
    uitzondering = located.value
    place = located.place.at("controle")
    if not matches:
        message = f"uitzondering voor {uitzondering.controle} past op geen enkele melding"
        return Finding(
            "STR017",
            Severity.WARNING,
            Violation(message, place, "haal haar weg, of pas bestand en plaats aan"),
        )
    if any(_is_never_excused(finding) for finding in matches):
        message = f"een fout van {uitzondering.controle} kun je niet uitzonderen: de telling hangt eraan"
        return Finding("STR019", Severity.ERROR, Violation(message, place, "los de fout zelf op"))
    laatst = uitzondering.tot.laatst if uitzondering.tot else None
    if laatst is not None and laatst < today:
        message = f"deze uitzondering gold tot en met {uitzondering.tot.leesbaar if uitzondering.tot else ''}"
        return Finding("STR018", Severity.WARNING, Violation(message, located.place.at("tot")))
    return None


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
        if isinstance(value, dict) and isinstance(name := value.get("id"), str):
            yield name
