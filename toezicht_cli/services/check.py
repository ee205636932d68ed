"""Check onderzoeken: read, run the controles, apply the uitzonderingen, look up the positions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
from toezicht_cli.loading.kaderdossier import load_kader
from toezicht_cli.loading.passage import locate_passage
from toezicht_cli.loading.tekens import split_lines
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules import known_codes, load_rules
from toezicht_cli.rules.base import RAPPORTTEKST, Rule
from toezicht_cli.services.anker import make_anker, make_line_anker
from toezicht_cli.services.controles import describe_controle
from toezicht_cli.services.plek import Doelen, Paden, kadermap_for
from toezicht_cli.services.uitzonderingen import Controles, Finding, apply_uitzonderingen
from toezicht_cli.services.verbergen import hide_personen, hide_redenen

GECRASHT = "INT001"
# The families of controles that a kader alone can be checked on.
KADERCODES = ("STR", "KDR", "INT")
# The families that the registers of a werkmap are checked on.
REGISTERCODES = ("STR", "REG", "PRV", "INT")
_ABOUT_A_VALUE = ("PRV", "STR", "OOR")


class NietsGecontroleerdError(ToezichtError):
    """Nothing was checked: no file was read or no controle ran. Never a pass."""


class Checked(NamedTuple):
    """One onderzoek, read and checked. ``skipped`` counts controles that lacked a file they need."""

    load: LoadResult
    diagnostics: tuple[Diagnostic, ...]
    excused: tuple[Excused, ...]
    skipped: int


@dataclass(slots=True)
class _Collected:
    """What is kept of the onderzoeken that were checked; their texts and models are let go."""

    diagnostics: set[Diagnostic] = field(default_factory=set)
    excused: list[Excused] = field(default_factory=list)
    files: int = 0
    skipped: int = 0
    lines: dict[tuple[str, int], str] = field(default_factory=dict)
    shown_paths: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    onleesbaar: bool = False


def check_werkmap(doelen: Doelen, here: Path, today: date) -> CheckResult:
    """Check onderzoeken as ``check_onderzoeken`` does, the kaders that none of them uses, and registers.

    Args:
        doelen: the onderzoeken, the kaders and the werkmappen with registers.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended.

    Raises:
        NietsGecontroleerdError: there was nothing to check.
    """
    catalogue = load_rules()
    collected = _Collected()
    for root in doelen.roots:
        _check_into(collected, load_dossier(root, kadermap_for(root)), catalogue, here, today)
    of_register = tuple(rule for rule in catalogue if rule.id.startswith(REGISTERCODES))
    for werkmap in doelen.registers:
        # Only registers need its models, and starting fast is a promise: docs/besluiten/0006.
        from toezicht_cli.loading.registers import load_registers

        _check_into(collected, load_registers(werkmap, kadermap_for(werkmap)), of_register, here, today)
    of_kader = tuple(rule for rule in catalogue if rule.id.startswith(KADERCODES))
    for path, verwijzing in doelen.kaders.items():
        if Paden.around(path.parent, here).name(path) not in collected.names:
            _check_into(collected, load_kader(path, verwijzing), of_kader, here, today)
    for folder in doelen.beleid:
        from toezicht_cli.loading.beleidsdossier import load_beleid

        for load in load_beleid(folder, kadermap_for(folder)):
            _check_into(collected, load, of_kader, here, today)
    return _combine(collected, catalogue)


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
    loads = (load_dossier(root, kadermap_for(root)) for root in roots)
    return check_loads(loads, here, today, rules)


def check_onderzoek(
    root: Path, here: Path, today: date, rules: Sequence[Rule] | None = None
) -> tuple[Dossier, CheckResult]:
    """Check one onderzoek as ``check_onderzoeken`` does, and return its dossier too."""
    load = load_dossier(root, kadermap_for(root))
    return load.dossier, check_loads([load], here, today, rules)


def check_loads(
    loads: Iterable[LoadResult], here: Path, today: date, rules: Sequence[Rule] | None = None
) -> CheckResult:
    """Check what was read, one after the other; see ``check_onderzoeken`` for the arguments."""
    catalogue = load_rules() if rules is None else tuple(rules)
    collected = _Collected()
    for load in loads:
        _check_into(collected, load, catalogue, here, today)
    return _combine(collected, catalogue)


def _check_into(
    collected: _Collected, load: LoadResult, rules: Sequence[Rule], here: Path, today: date
) -> None:
    _collect(collected, check_loaded(load, rules, today), Paden.around(load.root, here))


def check_loaded(load: LoadResult, rules: Sequence[Rule], today: date) -> Checked:
    """Run ``rules`` on a dossier that was read; locations name files as seen from the onderzoek."""
    severity_by_id = {rule.id: rule.severity for rule in rules}
    run = _run(load.dossier, rules)
    controles = Controles(bestaand=known_codes(), gedaan=frozenset(run.done))
    kept, accepted = apply_uitzonderingen(run.findings, load, controles, today)
    excused = hide_redenen(accepted, run.findings, load.dossier)
    diagnostics = [_from_fault(fault, severity_by_id) for fault in load.faults]
    diagnostics += [_diagnostic(finding, load) for finding in kept]
    return Checked(
        load,
        tuple(diagnostics),
        tuple(Excused(_diagnostic(finding, load), reason) for finding, reason in excused),
        run.skipped,
    )


@dataclass(slots=True)
class _Run:
    """What the controles found, the codes of those that ran to the end, and how many could not run."""

    findings: list[Finding] = field(default_factory=list)
    done: set[str] = field(default_factory=set)
    skipped: int = 0


def _run(dossier: Dossier, rules: Sequence[Rule]) -> _Run:
    run = _Run()
    has_text = any(rapport.regels for rapport in dossier.rapporten)
    for rule in rules:
        if RAPPORTTEKST in rule.needs and not has_text:
            continue  # neither done nor skipped: there is nothing that it is about
        if rule.check is not None and rule.needs & dossier.onleesbaar:
            run.skipped += 1
            continue
        found = _run_one(rule, dossier)
        run.findings += found
        if not any(finding.rule_id == GECRASHT for finding in found):
            run.done.add(rule.id)
    return run


def _run_one(rule: Rule, dossier: Dossier) -> list[Finding]:
    """Run one controle; a crash is a finding of its own and the others still run."""
    if rule.check is None:  # found while reading, or by the uitzonderingen
        return []
    try:
        return [
            Finding(rule.id, violation.severity or rule.severity, violation)
            for violation in rule.check(dossier)
        ]
    except Exception as error:  # noqa: BLE001 - whatever it is, the user gets a finding and no traceback
        message = f"controle {rule.id} ging mis ({type(error).__name__}): dit is een fout in toezicht"
        place = Place(next(iter(dossier.documents), "onderzoek.yaml"))
        violation = Violation(message, place, "meld dit bij de makers, zonder gegevens uit het onderzoek")
        return [Finding(GECRASHT, Severity.ERROR, violation)]


def _from_fault(fault: Fault, severity_by_id: dict[str, Severity]) -> Diagnostic:
    severity = severity_by_id.get(fault.rule_id, Severity.ERROR)
    return Diagnostic(fault.location, fault.rule_id, severity, fault.message, fault.help)


def _diagnostic(finding: Finding, load: LoadResult) -> Diagnostic:
    violation = finding.violation
    location = _locate(violation, load)
    anker = make_anker(finding, load)
    return Diagnostic(location, finding.rule_id, finding.severity, violation.message, violation.help, anker)


def _locate(violation: Violation, load: LoadResult) -> Location:
    text = load.texts.get(violation.place.file)
    if text is None:
        return _locate_line(violation.place)
    if violation.passage is None:
        return text.locate(violation.place)
    return locate_passage(text, violation.place, violation.passage)


def _locate_line(place: Place) -> Location:
    """Return the location of a place in a report: its route is the number of a line, or empty."""
    line = place.route[0] if place.route else 1
    return Location(place.file, line if isinstance(line, int) else 1)


def _collect(collected: _Collected, checked: Checked, paden: Paden) -> None:
    """Give every location its path, and keep the lines that findings point at."""
    load = checked.load

    @cache
    def look_up(file: str) -> tuple[str, list[str]]:
        path = load.paths.get(file, load.root / file)
        name = paden.name(path)
        collected.shown_paths[name] = paden.shown(path)
        return name, split_lines(load.sources[file]) if file in load.sources else []

    def moved(diagnostic: Diagnostic) -> Diagnostic:
        location, anker = diagnostic.location, diagnostic.anker
        name, lines = look_up(location.file)
        if lines:
            line = collected.lines[(name, location.line)] = lines[location.line - 1]
            anker = anker or make_line_anker(line)
        woorden = _hash_words(diagnostic, lines)
        return diagnostic._replace(location=location._replace(file=name), anker=anker, woorden=woorden)

    collected.diagnostics.update(moved(found) for found in checked.diagnostics)
    collected.excused += [found._replace(diagnostic=moved(found.diagnostic)) for found in checked.excused]
    collected.files += len(load.paths)
    collected.names.update(paden.name(path) for path in load.paths.values())
    collected.skipped += checked.skipped
    collected.onleesbaar = collected.onleesbaar or bool(load.dossier.onleesbaar)


def _hash_words(diagnostic: Diagnostic, lines: Sequence[str]) -> int:
    """Return a hash of the words that a finding about one value points at, 0 for all other findings.

    Another BSN or another unknown oordeel in the same place is another finding; a bevinding of which a word
    was changed is not. Python salts the hash for every process, so it cannot be guessed back.
    """
    location = diagnostic.location
    if not (lines and diagnostic.rule_id.startswith(_ABOUT_A_VALUE)):
        return 0
    return hash(lines[location.line - 1][location.column - 1 :][: location.width].strip())


def _combine(collected: _Collected, rules: Sequence[Rule]) -> CheckResult:
    if not collected.files or not rules:
        raise NietsGecontroleerdError("er is niets gecontroleerd")
    codes = {found.rule_id for found in collected.diagnostics}
    codes |= {found.diagnostic.rule_id for found in collected.excused}
    result = CheckResult(
        diagnostics=tuple(sorted(collected.diagnostics, key=lambda found: found.sort_key)),
        excused=tuple(sorted(collected.excused, key=lambda found: found.diagnostic.sort_key)),
        files=collected.files,
        rules=len(rules),
        skipped=collected.skipped,
        onleesbaar=collected.onleesbaar,
        lines=collected.lines,
        shown_paths=collected.shown_paths,
        names=tuple(sorted(collected.names)),
        controles={rule.id: describe_controle(rule) for rule in rules if rule.id in codes},
    )
    return hide_personen(result)
