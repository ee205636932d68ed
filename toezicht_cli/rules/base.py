"""Rule: a controle with its code, its weight, its documentation and a pure function."""

from collections.abc import Callable, Iterator
from typing import Final, Literal, NamedTuple

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier

Check = Callable[[Dossier], Iterator[Violation]]
# Not a file of the case: the text of a report, which only ``rapport --controleer`` reads.
RAPPORTTEKST: Final = "rapporttekst"
Part = Literal[
    "onderzoek",
    "kader",
    "bevindingen",
    "bronnen",
    "verbeterpunten",
    "cijfers",
    "uitvraag",
    "wederhoor",
    "handhaving",
    "vaststelling",
    "omgeving",
    "signalen",
    "meldingen",
    "gesprekken",
    "aanbieders",
    "jaarcijfers",
    "onderzoeken",
    "rapporttekst",
]


class Rule(NamedTuple):
    """A controle.

    ``needs`` names the parts of a dossier that must have been read completely: a controle that
    draws a conclusion from what is absent would cry wolf when a file could not be read.
    ``check`` is None for what is found outside the rules: while reading, or by the check itself.
    """

    id: str
    name: str
    severity: Severity
    since: str
    documentation: str
    needs: frozenset[str] = frozenset()
    check: Check | None = None

    @property
    def title(self) -> str:
        """Return the first line of the documentation: the controle as a Dutch sentence."""
        return self.documentation.strip().partition("\n")[0]


def rule(
    rule_id: str, name: str, *, severity: Severity, since: str, needs: tuple[Part, ...]
) -> Callable[[Check], Rule]:
    """Make a controle of a function; the docstring of its module is the documentation."""

    def decorate(check: Check) -> Rule:
        documentation = check.__globals__["__doc__"]
        return Rule(rule_id, name, severity, since, documentation, frozenset(needs), check)

    return decorate


def reported_elsewhere(rule_id: str, name: str, *, severity: Severity, since: str, doc: str | None) -> Rule:
    """Describe a controle that reading or the check itself carries out; ``doc`` is ``__doc__``."""
    return Rule(rule_id, name, severity, since, doc or "")
