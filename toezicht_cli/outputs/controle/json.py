"""For programs: version 1 of the format ``toezicht/controle``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.diagnostics import CheckResult, Diagnostic, Excused, Severity
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class Diagnose(TypedDict):
    """One finding."""

    code: str
    zwaarte: str
    bestand: str
    regel: int
    kolom: int
    bericht: str
    hulp: str | None


class Uitgezonderd(Diagnose):
    """One accepted finding, with the reason."""

    reden: str


class Samenvatting(TypedDict):
    """The counts.

    ``overgeslagen``: controles that lacked a file they need; ``bekend``: findings that are left out because
    ``--alleen-nieuw`` found them in the older version too.
    """

    fout: int
    let_op: int
    tip: int
    uitgezonderd: int
    overgeslagen: int
    bekend: int


class ControleUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    bestanden: int
    controles: int
    diagnoses: list[Diagnose]
    uitgezonderd: list[Uitgezonderd]
    samenvatting: Samenvatting


SCHEMA = ControleUitvoer


def render(result: CheckResult, _view: View) -> str:
    """Return the result as one JSON object."""
    output = ControleUitvoer(
        formaat="toezicht/controle/1",
        bestanden=result.files,
        controles=result.rules,
        diagnoses=[diagnose(found) for found in result.diagnostics],
        uitgezonderd=[_uitgezonderd(found) for found in result.excused],
        samenvatting=Samenvatting(
            fout=result.count(Severity.ERROR),
            let_op=result.count(Severity.WARNING),
            tip=result.count(Severity.INFO),
            uitgezonderd=len(result.excused),
            overgeslagen=result.skipped,
            bekend=result.bekend,
        ),
    )
    return to_json(output)


def diagnose(found: Diagnostic) -> Diagnose:
    """Return one finding under its promised keys; line and column are 1-based."""
    return Diagnose(
        code=found.rule_id,
        zwaarte=found.severity.value,
        bestand=found.location.file,
        regel=found.location.line,
        kolom=found.location.column,
        bericht=found.message,
        hulp=found.help,
    )


def _uitgezonderd(found: Excused) -> Uitgezonderd:
    return Uitgezonderd(**diagnose(found.diagnostic), reden=found.reason)


OUTPUT = OutputFormat("json", "voor programma's", render)
