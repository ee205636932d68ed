"""SARIF 2.1.0: for code scanning, and for every editor and viewer that reads it.

Only the controles that found something are described: the text of all of them is in every release.
An accepted finding is a result with a suppression, as the standard wants; who shows the file decides
what to do with it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from toezicht_cli import __version__
from toezicht_cli.diagnostics import CheckResult, Controle, Location, Severity, mask_path
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json
from toezicht_cli.outputs.melding import Melding, find_words, list_meldingen
from toezicht_cli.outputs.terminal import one_line

Json = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# What code scanning takes for the top of the repository.
_BASE = "%SRCROOT%"
_CRASH = "INT001"
_DRIVE = re.compile(r"[A-Za-z]:/")


def render(result: CheckResult, _view: View) -> str:
    """Return the result as one SARIF log with one run."""
    meldingen = list_meldingen(result)
    codes = sorted({melding.diagnostic.rule_id for melding in meldingen})
    indexes = {code: index for index, code in enumerate(codes)}
    driver = {
        "name": "toezicht",
        "version": __version__,
        "language": "nl",
        "rules": [_rule(code, result.controles.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "nl",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "De bovenste map van de repository."}}},
        "invocations": [_invocation(result, codes)],
        "results": [_result(melding, indexes) for melding in meldingen],
    }
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, controle: Controle | None) -> Json:
    """Return what a reader is told about a controle; the Markdown is ours and holds no word of a case."""
    if controle is None:
        return {"id": code, "shortDescription": {"text": code}}
    text = controle.documentatie
    return {
        "id": code,
        "name": controle.naam,
        "shortDescription": {"text": controle.titel},
        "fullDescription": {"text": _find_reason(text) or controle.titel},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[controle.zwaarte]},
    }


def _find_reason(documentation: str) -> str:
    """Return the first paragraph under ``## Waarom`` as one line, empty when there is none."""
    _, _, below = documentation.partition("## Waarom\n")
    return " ".join(below.strip().partition("\n\n")[0].split())


def _invocation(result: CheckResult, codes: list[str]) -> Json:
    """Return how the run went: a controle that crashed or could not run is told apart from a pass."""
    return {
        "executionSuccessful": _CRASH not in codes,
        "toolExecutionNotifications": list(_notifications(result)),
    }


def _notifications(result: CheckResult) -> Iterator[Json]:
    if result.skipped:
        controles = "controle" if result.skipped == 1 else "controles"
        text = f"{result.skipped} {controles} overgeslagen: een bestand was niet te lezen."
        yield {"level": "warning", "message": {"text": text}}
    if result.bekend:
        text = f"Alleen wat nieuw is, staat hierin. Weggelaten zijn er {result.bekend}."
        yield {"level": "note", "message": {"text": text}}


def _result(melding: Melding, indexes: Mapping[str, int]) -> Json:
    """Return one finding; an empty list of suppressions says that it stands."""
    found = melding.diagnostic
    suppressions = []
    if melding.reden is not None:
        suppressions = [{"kind": "external", "status": "accepted", "justification": one_line(melding.reden)}]
    return {
        "ruleId": found.rule_id,
        "ruleIndex": indexes[found.rule_id],
        "level": _LEVELS[found.severity],
        "message": {"text": _unlink(find_words(found))},
        "locations": [{"physicalLocation": _location(found.location)}],
        # Code scanning reads the first name, and would make up its own when it is not there.
        "partialFingerprints": {"primaryLocationLineHash": melding.kenmerk, "toezicht/v1": melding.kenmerk},
        "suppressions": suppressions,
    }


def _unlink(text: str) -> str:
    """Return a message without links: SARIF makes one of ``[words](address)``, which may be a user's."""
    return text.replace("](", "] (")


def _location(location: Location) -> Json:
    region = {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.line,
        "endColumn": location.column + max(location.width, 1),
    }
    return {"artifactLocation": _artifact(mask_path(location.file)), "region": region}


def _artifact(file: str) -> Json:
    """Return where a file is: below the top of the repository, or else an absolute address."""
    if file.startswith("//"):
        return {"uri": f"file:{quote(file)}"}
    if file.startswith("/"):
        return {"uri": f"file://{quote(file)}"}
    if _DRIVE.match(file):
        return {"uri": f"file:///{file[:2]}{quote(file[2:])}"}
    return {"uri": quote(file), "uriBaseId": _BASE}


OUTPUT = OutputFormat("sarif", "SARIF 2.1.0: voor code scanning en editors", render)
