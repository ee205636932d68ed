"""For people: each finding with its source line and a caret, and a closing line that counts."""

from rich.text import Text

from toezicht_cli.diagnostics import CheckResult, Diagnostic, Severity, mask
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import SEVERITY_STYLES, plain, to_text

_GUTTER = 5
_MARGIN = 10


def render(result: CheckResult, view: View) -> str:
    """Return one block per finding and a summary."""
    lines: list[Text] = []
    for diagnostic in result.diagnostics:
        lines += _finding(diagnostic, result, view)
    lines += _excused(result)
    lines.append(_summary(result))
    return to_text(view, Text("\n").join(lines), wrap=False)


def _finding(diagnostic: Diagnostic, result: CheckResult, view: View) -> list[Text]:
    location = diagnostic.location
    shown = result.shown_paths.get(location.file, location.file)
    head = Text.assemble(
        plain(f"{shown}:{location.line}:{location.column}", "bold"),
        "  ",
        (diagnostic.severity.value, SEVERITY_STYLES[diagnostic.severity]),
        f" {diagnostic.rule_id}  ",
        plain(diagnostic.message),
    )
    source = result.lines.get((location.file, location.line))
    hulp = plain(diagnostic.help) if diagnostic.help else Text()
    if source is None or not source.strip():
        return [head, Text.assemble(" " * (_GUTTER + 3), hulp)] if hulp else [head]
    return [head, *_excerpt(diagnostic, source, hulp, view.width)]


def _excerpt(diagnostic: Diagnostic, source: str, hulp: Text, width: int) -> list[Text]:
    """Return the source line, cut to the width of the screen around the column, and the caret."""
    location = diagnostic.location
    room = max(width - _GUTTER - 3, 20)
    start = max(0, location.column - 1 - (room - _MARGIN)) if location.column > room - _MARGIN else 0
    shown = mask(source)[start : start + room]
    offset = location.column - 1 - start
    carets = max(1, min(location.width, len(shown) - offset))
    style = SEVERITY_STYLES[diagnostic.severity]
    gutter = " " * _GUTTER
    return [
        Text.assemble((f"{location.line:>{_GUTTER}} │ ", "dim"), shown),
        Text.assemble((f"{gutter} │ ", "dim"), " " * offset, ("^" * carets, style), " ", hulp),
    ]


def _excused(result: CheckResult) -> list[Text]:
    return [
        Text.assemble(
            plain(result.shown_paths.get(found.diagnostic.location.file, found.diagnostic.location.file)),
            f":{found.diagnostic.location.line}  uitgezonderd {found.diagnostic.rule_id}  ",
            plain(found.reason),
            style="dim",
        )
        for found in result.excused
    ]


def _summary(result: CheckResult) -> Text:
    counts = [(result.count(severity), severity) for severity in Severity]
    found = ", ".join(f"{count} {_name(severity, count)}" for count, severity in counts if count)
    worst = next((severity for count, severity in counts if count), None)
    text = Text.assemble(
        (found or "niets gevonden", SEVERITY_STYLES[worst] if worst else "green"),
        f" in {result.files} bestanden, {result.rules} controles.",
    )
    if result.skipped:
        text.append(f" {result.skipped} overgeslagen: er was een bestand niet te lezen.")
    if result.diagnostics:
        text.append(f"   Uitleg: toezicht uitleg {result.diagnostics[0].rule_id}")
    return text


def _name(severity: Severity, count: int) -> str:
    if severity is Severity.ERROR:
        return "fout" if count == 1 else "fouten"
    if severity is Severity.INFO:
        return "tip" if count == 1 else "tips"
    return severity.value


OUTPUT = OutputFormat("tekst", "voor mensen: met de regel waar het over gaat", render)
