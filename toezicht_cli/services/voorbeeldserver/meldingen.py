"""Meldingen: findings of a check as the preview shows them: masked, the worst first, with their norm."""

import re
from collections.abc import Callable
from pathlib import Path

from toezicht_cli.diagnostics import CheckResult, Diagnostic
from toezicht_cli.loading.dossier import BEVINDINGEN, LoadResult
from toezicht_cli.loading.yaml_text import YamlText
from toezicht_cli.outputs.terminal import one_line
from toezicht_cli.services.plek import Paden
from toezicht_cli.services.voorbeeldserver.stand import Melding

_SPOKEN = re.compile(r"\bnorm '?(\w[\w.-]*\w|\w)")


def make_meldingen(check: CheckResult, load: LoadResult, here: Path) -> tuple[Melding, ...]:
    """Return the findings of ``check`` over ``load``; paths are seen from ``here``."""
    norm_of = _find_norm_in(load, Paden.around(load.root, here))
    found = sorted(check.diagnostics, key=lambda diagnostic: diagnostic.severity.rank)
    return tuple(_make_melding(diagnostic, check, norm_of) for diagnostic in found)


def _make_melding(
    diagnostic: Diagnostic, check: CheckResult, norm_of: Callable[[Diagnostic], str]
) -> Melding:
    location = diagnostic.location
    shown = check.shown_paths.get(location.file, location.file)
    return Melding(
        diagnostic.rule_id,
        diagnostic.severity,
        f"{one_line(shown)}:{location.line}",
        one_line(diagnostic.message),
        one_line(diagnostic.help or ""),
        norm_of(diagnostic),
    )


def _find_norm_in(load: LoadResult, paden: Paden) -> Callable[[Diagnostic], str]:
    """Return what tells the norm of a finding: that of its file, of its part of a list, or of its words."""
    file_by_name = {paden.name(path): file for file, path in load.paths.items()}
    lines = {file: _norm_by_line(text) for file, text in load.texts.items()}

    def norm_of(diagnostic: Diagnostic) -> str:
        file = file_by_name.get(diagnostic.location.file, "")
        folder, _, name = file.rpartition("/")
        if folder == BEVINDINGEN:
            return name.removesuffix(".yaml").partition("@")[0]
        before = [norm for line, norm in lines.get(file, ()) if line <= diagnostic.location.line]
        if before and before[-1]:
            return before[-1]
        spoken = _SPOKEN.search(diagnostic.message)
        return spoken[1] if spoken else ""

    return norm_of


def _norm_by_line(text: YamlText) -> list[tuple[int, str]]:
    """Return for every item of every list of a file the line where it begins and its norm, or nothing."""
    found = []
    for key, items in text.value.items() if isinstance(text.value, dict) else ():
        for index, item in enumerate(items if isinstance(items, list) else ()):
            norm = item.get("norm") if isinstance(item, dict) else None
            found.append((text.positions[key, index].line, norm if isinstance(norm, str) else ""))
    return sorted(found, key=lambda pair: pair[0])
