"""Workflow commands: GitHub Actions puts each finding at its line in the pull request.

The runner acts on every line that begins with ``::`` and on ``##[`` anywhere in a line. So every line here
is a command of ours, in which words of a user cannot begin a line, or words of our own.
"""

from toezicht_cli.diagnostics import CheckResult, Diagnostic, Severity, mask_path
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.melding import find_words

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The percent sign first: the others bring new ones.
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def render(result: CheckResult, _view: View) -> str:
    """Return a command per finding, the fouten first (GitHub shows only the first ten), and a count."""
    worst_first = sorted(result.diagnostics, key=lambda found: found.severity.rank)
    lines = [_command(found, result) for found in worst_first]
    return "".join(f"{line}\n" for line in [*lines, _summary(result)])


def _command(found: Diagnostic, result: CheckResult) -> str:
    location = found.location
    controle = result.controles.get(found.rule_id)
    properties = {
        "file": mask_path(location.file),
        "line": str(location.line),
        "endLine": str(location.line),
        "col": str(location.column),
        "endColumn": str(location.column + max(location.width, 1)),
        "title": f"{found.rule_id} {controle.naam}" if controle else found.rule_id,
    }
    told = ",".join(f"{name}={_escape(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {told}::{_escape(find_words(found), _DATA)}"


def _escape(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for character, replacement in table:
        text = text.replace(character, replacement)
    return text


def _summary(result: CheckResult) -> str:
    """Return the counts in words of our own: nothing in it comes from a case."""
    counts = [(severity, result.count(severity)) for severity in Severity]
    found = ", ".join(severity.counted(count) for severity, count in counts if count) or "niets gevonden"
    line = f"toezicht: {found}"
    if result.bekend:
        line += f", {result.bekend} bekende weggelaten"
    if result.excused:
        line += f", {len(result.excused)} uitgezonderd"
    if result.skipped:
        line += f", {result.skipped} {'controle' if result.skipped == 1 else 'controles'} overgeslagen"
    return f"{line}."


OUTPUT = OutputFormat("github", "voor GitHub Actions: elke melding bij haar regel", render)
