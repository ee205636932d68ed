"""For people: each finding with its source line and a caret, and a closing line that counts."""

import textwrap

from toezicht_cli.diagnostics import CheckResult, Diagnostic, Severity, mask
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import SEVERITY_STYLES, one_line, paint

_GUTTER = 5
_MARGIN = 4
# More than the longest e-mail address: what begins outside the screen is masked in it all the same.
_AROUND = 500


def render(result: CheckResult, view: View) -> str:
    """Return one block per finding and a summary."""
    lines = [line for found in result.diagnostics for line in render_finding(found, result, view)]
    lines += _excused(result, view)
    lines.append(_summary(result, view))
    return "".join(f"{line}\n" for line in lines)


def render_errors(result: CheckResult, view: View) -> str:
    """Return the blocks of the fouten only, without summary."""
    errors = [found for found in result.diagnostics if found.severity is Severity.ERROR]
    return "\n".join(line for found in errors for line in render_finding(found, result, view))


def render_finding(diagnostic: Diagnostic, result: CheckResult, view: View) -> list[str]:
    """Return the lines of one finding: where, what, and the source line with a caret."""
    location = diagnostic.location
    shown = one_line(result.shown_paths.get(location.file, location.file))
    severity = paint(diagnostic.severity.value, SEVERITY_STYLES[diagnostic.severity], view)
    place = paint(f"{shown}:{location.line}:{location.column}", "bold", view)
    head = f"{place}  {severity} {diagnostic.rule_id}  {one_line(diagnostic.message)}"
    source = result.lines.get((location.file, location.line), "")
    hulp = one_line(diagnostic.help or "")
    if not source.strip():
        return [head, f"{'':{_GUTTER + 3}}{hulp}"] if hulp else [head]
    return [head, *_excerpt(diagnostic, source, hulp, view)]


def _excerpt(diagnostic: Diagnostic, source: str, hulp: str, view: View) -> list[str]:
    """Return the source line, cut to the screen so that the place stays in sight, the caret and the help."""
    location = diagnostic.location
    room = max(view.width - _GUTTER - 3, 20)
    begin = location.column - 1
    start = min(begin, max(0, begin + location.width + _MARGIN - room))
    shown = _window(source, start, room)
    offset = begin - start
    carets = max(1, min(location.width, len(shown) - offset))
    marker = paint("^" * carets, SEVERITY_STYLES[diagnostic.severity], view)
    number, empty = (paint(f"{text:>{_GUTTER}} │ ", "dim", view) for text in (location.line, ""))
    lines = [f"{number}{shown}".rstrip()]
    if offset + carets + 1 + len(hulp) <= room:
        return [*lines, f"{empty}{'':{offset}}{marker} {hulp}".rstrip()]
    wrapped = textwrap.wrap(hulp, room)
    return [*lines, f"{empty}{'':{offset}}{marker}", *(f"{empty}{line}" for line in wrapped)]


def _window(source: str, start: int, room: int) -> str:
    """Return ``room`` characters of a source line, masked; a line may hold a million characters."""
    begin = max(0, start - _AROUND)
    return mask(source[begin : start + room + _AROUND])[start - begin :][:room]


def _excused(result: CheckResult, view: View) -> list[str]:
    lines = []
    for found in result.excused:
        location = found.diagnostic.location
        shown = one_line(result.shown_paths.get(location.file, location.file))
        text = f"{shown}:{location.line}  uitgezonderd {found.diagnostic.rule_id}  {one_line(found.reason)}"
        lines.append(paint(text, "dim", view))
    return lines


def _summary(result: CheckResult, view: View) -> str:
    counts = [(result.count(severity), severity) for severity in Severity]
    found = ", ".join(severity.counted(count) for count, severity in counts if count)
    worst = next((SEVERITY_STYLES[severity] for count, severity in counts if count), "green")
    text = paint(found or "niets gevonden", worst, view)
    bestanden = "bestand" if result.files == 1 else "bestanden"
    text += (
        f" in {result.files} {bestanden}, {result.rules} {'controle' if result.rules == 1 else 'controles'}."
    )
    if result.skipped:
        text += f" {result.skipped} overgeslagen: een bestand was niet te lezen."
    if result.diagnostics:
        first = min(result.diagnostics, key=lambda found: found.severity.rank)
        text += f"   Uitleg: toezicht uitleg {first.rule_id}"
    return text


OUTPUT = OutputFormat("tekst", "voor mensen: met de regel waar het over gaat", render)
