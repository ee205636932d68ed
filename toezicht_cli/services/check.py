"""Check onderzoeken: read, run the controles, apply the uitzonderingen, look up the positions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from toezicht_cli.diagnostics import (
    CheckResult,
    Diagnostic,
    Excused,
    Location,
    Place,
    Severity,
    ToezichtError,
    Violation,
)
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.yaml_text import split_lines
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules import load_rules
from toezicht_cli.rules.base import Rule
from toezicht_cli.services.plek import Paden, kadermap_for
from toezicht_cli.services.uitzonderingen import Finding, apply_uitzonderingen


class NietsGecontroleerdError(ToezichtError):
    """Nothing was checked: no file was read or no controle ran. Never a pass."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One onderzoek, read and checked. ``skipped`` counts controles that lacked a file they need."""

    load: LoadResult
    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Excused, ...]
    skipped: int

    @property
    def has_errors(self) -> bool:
        """Whether at least one finding is a fout."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


@dataclass(slots=True)
class _Collected:
    checked: list[Checked] = field(default_factory=list)
    lines: dict[tuple[str, int], str] = field(default_factory=dict)
    shown_paths: dict[str, str] = field(default_factory=dict)


def check_onderzoeken(
    roots: Sequence[Path], here: Path, today: date, rules: Sequence[Rule] | None = None
) -> CheckResult:
    """Check the onderzoeken in the folders ``roots`` with ``rules`` (default: the whole catalogue).

    Args:
        roots: folders that hold an ``onderzoek.yaml``.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended.
        rules: the controles to run.

    Raises:
        NietsGecontroleerdError: there was nothing to check.
    """
    catalogue = load_rules() if rules is None else tuple(rules)
    collected = _Collected()
    for root in roots:
        load = load_dossier(root, kadermap_for(root))
        _collect(collected, check_loaded(load, catalogue, today), Paden.around(root, here))
    return _combine(collected, len(catalogue))


def check_loaded(load: LoadResult, rules: Sequence[Rule], today: date) -> Checked:
    """Run ``rules`` on a dossier that was read; locations name files as seen from the onderzoek."""
    severity_by_id = {rule.id: rule.severity for rule in rules}
    findings, skipped = _run(load.dossier, rules)
    kept, excused = apply_uitzonderingen(findings, load, frozenset(severity_by_id), today)
    diagnostics = [_from_fault(fault, severity_by_id) for fault in load.faults]
    diagnostics += [_diagnostic(finding, load) for finding in kept]
    return Checked(
        load,
        tuple(diagnostics),
        tuple(Excused(_diagnostic(finding, load), reason) for finding, reason in excused),
        skipped,
    )


def _run(dossier: Dossier, rules: Sequence[Rule]) -> tuple[list[Finding], int]:
    findings: list[Finding] = []
    skipped = 0
    for rule in rules:
        if rule.check is None:
            continue
        if rule.needs & dossier.onleesbaar:
            skipped += 1
            continue
        findings += _run_one(rule, dossier)
    return findings, skipped


def _run_one(rule: Rule, dossier: Dossier) -> list[Finding]:
    """Run one controle; a crash is a finding of its own and the others still run."""
    assert rule.check is not None  # noqa: S101 - the caller looked
    try:
        return [
            Finding(rule.id, violation.severity or rule.severity, violation)
            for violation in rule.check(dossier)
        ]
    except Exception as error:  # noqa: BLE001 - whatever it is, the user gets a finding and no traceback
        message = f"controle {rule.id} ging mis ({type(error).__name__}): dit is een fout in toezicht"
        place = Place(next(iter(dossier.documents), "onderzoek.yaml"))
        violation = Violation(message, place, "meld dit bij de makers, zonder gegevens uit het onderzoek")
        return [Finding("INT001", Severity.ERROR, violation)]


def _from_fault(fault: Fault, severity_by_id: dict[str, Severity]) -> Diagnostic:
    severity = severity_by_id.get(fault.rule_id, Severity.ERROR)
    return Diagnostic(fault.location, fault.rule_id, severity, fault.message, fault.help)


def _diagnostic(finding: Finding, load: LoadResult) -> Diagnostic:
    violation = finding.violation
    text = load.texts.get(violation.place.file)
    location = text.locate(violation.place) if text else Location(violation.place.file)
    return Diagnostic(location, finding.rule_id, finding.severity, violation.message, violation.help)


def _collect(collected: _Collected, checked: Checked, paden: Paden) -> None:
    """Give every location its path, and keep the lines that findings point at."""
    load = checked.load

    def moved(diagnostic: Diagnostic) -> Diagnostic:
        file = diagnostic.location.file
        path = load.paths.get(file, load.root / file)
        name = paden.name(path)
        collected.shown_paths[name] = paden.shown(path)
        if text := load.texts.get(file):
            line = diagnostic.location.line
            collected.lines[(name, line)] = split_lines(text.text)[line - 1]
        return replace(diagnostic, location=replace(diagnostic.location, file=name))

    collected.checked.append(
        replace(
            checked,
            diagnostics=tuple(moved(found) for found in checked.diagnostics),
            excused=tuple(replace(found, diagnostic=moved(found.diagnostic)) for found in checked.excused),
        )
    )


def _combine(collected: _Collected, rules: int) -> CheckResult:
    files = sum(len(checked.load.paths) for checked in collected.checked)
    if not files or not rules:
        raise NietsGecontroleerdError("er is niets gecontroleerd")
    diagnostics = {found for checked in collected.checked for found in checked.diagnostics}
    excused = _flatten(collected.checked)
    return CheckResult(
        diagnostics=tuple(sorted(diagnostics, key=lambda found: found.sort_key)),
        excused=tuple(sorted(excused, key=lambda found: found.diagnostic.sort_key)),
        files=files,
        rules=rules,
        skipped=sum(checked.skipped for checked in collected.checked),
        lines=collected.lines,
        shown_paths=collected.shown_paths,
    )


def _flatten(checked: Sequence[Checked]) -> Iterator[Excused]:
    for one in checked:
        yield from one.excused
