"""Soorten: the kinds of toezicht that an onderzoek can be of, and the kader that goes with one."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from toezicht_cli.analysis.soorten import find_soorten
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.vinden import find_werkmap
from toezicht_cli.models.waarde import Id
from toezicht_cli.models.werkmap import SoortToezicht
from toezicht_cli.services.werkmap import read_werkmap


def list_soorten(home: Path) -> tuple[SoortToezicht, ...]:
    """Return the kinds of toezicht of the werkmap around ``home``, else the four common ones.

    Raises:
        ToezichtError: ``toezicht.yaml`` cannot be used.
    """
    werkmap = find_werkmap(home)
    return find_soorten(read_werkmap(werkmap) if werkmap else None)


def check_soort(value: str, home: Path) -> None:
    """Raise ToezichtError when ``value`` is no word for a kind of toezicht, or a known one misspelt.

    A kind that nobody listed is allowed: an organisation may call its work what it likes.
    """
    known = tuple(soort.id for soort in list_soorten(home))
    if value in known:
        return
    if hint := suggest(value, known):
        raise ToezichtError(f"soort toezicht {quote(value)} is er niet", hint)
    try:
        TypeAdapter(Id).validate_python(value)
    except ValidationError as error:
        message = f"soort toezicht {quote(value)} kan niet: schrijf één woord in kleine letters"
        raise ToezichtError(message, f"bijvoorbeeld {', '.join(known)}") from error


def find_kader_van_soort(soort_id: str, home: Path) -> str | None:
    """Return the kader (``naam@versie``) that the werkmap around ``home`` ties to a kind, None when none."""
    return next((soort.kader for soort in list_soorten(home) if soort.id == soort_id), None)
