"""JUnit XML: what nearly every build server shows as a list of tests.

A test is a file and not a finding: its name stays the same when lines move, so that a server can say
since when it fails. Only a fout is a failure. What is lighter stands in the output of a test that passes:
which let-op is one too many is decided by the exit code, and a red test in a green build helps nobody.
An accepted controle in a file is a test of its own, which was skipped with the reason of the team.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from toezicht_cli.diagnostics import CheckResult, Diagnostic, Excused, Severity, mask_path
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.melding import find_words
from toezicht_cli.outputs.terminal import one_line

_NAME = "toezicht"
# Build servers take what stands before the last dot for a package; the names below it are never the same.
_FILES, _EXCUSED, _SKIPPED = "toezicht.bestanden", "toezicht.uitzonderingen", "toezicht.overgeslagen"
# Not in XML 1.0, whatever way it is written; mask has already taken out the other ones.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Test(NamedTuple):
    """A test: its class and name, what it says when it fails, when it is skipped, and in any case."""

    group: str
    name: str
    failure: Sequence[Diagnostic] = ()
    skipped: str | None = None
    output: Sequence[Diagnostic] = ()


def render(result: CheckResult, _view: View) -> str:
    """Return the result as one XML document."""
    tests = [*_list_files(result), *_list_excused(result.excused), *_list_skipped(result)]
    counts = {
        "tests": str(len(tests)),
        "failures": str(sum(bool(test.failure) for test in tests)),
        "errors": "0",
    }
    root = Element("testsuites", {"name": _NAME, **counts})
    skipped = str(sum(test.skipped is not None for test in tests))
    suite = SubElement(root, "testsuite", {"name": _NAME, **counts, "skipped": skipped})
    for test in tests:
        _add_test(suite, test)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _list_files(result: CheckResult) -> list[_Test]:
    """Return a test for every file that was looked at, or in which something was found."""
    found: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in result.diagnostics:
        found[mask_path(diagnostic.location.file)].append(diagnostic)
    return [
        _Test(
            _FILES,
            file,
            failure=[one for one in found[file] if one.severity is Severity.ERROR],
            output=[one for one in found[file] if one.severity is not Severity.ERROR],
        )
        for file in sorted({*map(mask_path, result.names), *found})
    ]


def _list_excused(excused: Iterable[Excused]) -> list[_Test]:
    """Return a test for every controle that the team accepts in a file."""
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for one in excused:
        name = f"{mask_path(one.diagnostic.location.file)} {one.diagnostic.rule_id}"
        reasons[name].append(one_line(one.reason))
    return [
        _Test(_EXCUSED, name, skipped="; ".join(dict.fromkeys(words)))
        for name, words in sorted(reasons.items())
    ]


def _list_skipped(result: CheckResult) -> list[_Test]:
    if not result.skipped:
        return []
    controles = "controle" if result.skipped == 1 else "controles"
    words = f"{result.skipped} {controles} overgeslagen: een bestand was niet te lezen"
    return [_Test(_SKIPPED, "controles", skipped=words)]


def _add_test(suite: Element, test: _Test) -> None:
    element = SubElement(suite, "testcase", {"classname": test.group, "name": _clean(test.name)})
    if test.failure:
        attributes = {"type": Severity.ERROR.value, "message": _clean(_headline(test.failure))}
        SubElement(element, "failure", attributes).text = _clean(_tell(test.failure))
    if test.skipped is not None:
        SubElement(element, "skipped", {"message": _clean(test.skipped)})
    if test.output:
        SubElement(element, "system-out").text = _clean(_tell(test.output))


def _headline(found: Sequence[Diagnostic]) -> str:
    """Return the first fout, and how many there are more: many servers show only this."""
    first = f"{found[0].rule_id} {one_line(found[0].message)}"
    return first if len(found) == 1 else f"{first} (en nog {Severity.ERROR.counted(len(found) - 1)})"


def _tell(found: Sequence[Diagnostic]) -> str:
    """Return the findings, each on its own line with its place."""
    return "\n".join(
        f"{mask_path(one.location.file)}:{one.location.line}:{one.location.column}"
        f" {one.severity.value} {one.rule_id} {find_words(one)}"
        for one in found
    )


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("�", text)


OUTPUT = OutputFormat("junit", "JUnit XML: voor bouwservers zoals Jenkins", render)
