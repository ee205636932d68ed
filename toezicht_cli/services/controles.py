"""Controles: what there is to tell about them, for the list and for the explanation of one."""

from toezicht_cli.diagnostics import Controle, ToezichtError, quote, suggest
from toezicht_cli.rules import known_codes, load_rules
from toezicht_cli.rules.base import Rule


def list_controles() -> tuple[Controle, ...]:
    """Return every controle of the catalogue, in its order."""
    return tuple(describe_controle(rule) for rule in load_rules())


def describe_controle(rule: Rule) -> Controle:
    """Return what there is to tell about a controle, as a plain value for the outputs."""
    return Controle(rule.id, rule.name, rule.severity, rule.since, rule.title, rule.documentation.strip())


def list_codes() -> tuple[str, ...]:
    """Return the codes of all controles, sorted; imports none of them."""
    return tuple(sorted(known_codes()))


def get_controle(name: str) -> Controle:
    """Return the controle with this code or name; capitals make no difference.

    Raises:
        ToezichtError: there is none.
    """
    controles = list_controles()
    wanted = name.strip().lower()
    for controle in controles:
        if wanted in (controle.code.lower(), controle.naam):
            return controle
    codes = [controle.code for controle in controles]
    names = [controle.naam for controle in controles]
    hint = suggest(wanted.upper(), codes) or suggest(wanted, names)
    raise ToezichtError(
        f"controle {quote(name)} bestaat niet", hint or "toezicht controles geeft de hele lijst"
    )
