"""Verwachting: the tally that a report states, compared with the tally of the data."""

from toezicht_cli.analysis.telling import Telling
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.models.kader import Schaal


def parse_verwachting(text: str, schaal: Schaal) -> dict[str, int]:
    """Return the number per categorie that ``text`` states.

    Args:
        text: ``voldoet=6,voldoet-niet=6`` naming every categorie, or ``6/6/6`` in the kader's order.
        schaal: the schaal of the kader.

    Raises:
        ToezichtError: a number or categorie is missing, doubled or unknown. Nothing is passed over.
    """
    ids = tuple(categorie.id for categorie in schaal.categorieen)
    if "=" not in text:
        return _parse_short(text, ids)
    found: dict[str, int] = {}
    for part in text.split(","):
        name, _, number = (piece.strip() for piece in part.partition("="))
        if name not in ids:
            hint = suggest(name, ids) or f"het kader heeft {', '.join(ids)}"
            raise ToezichtError(f"--rapport-zegt: categorie {quote(name)} is er niet", hint)
        if name in found:
            raise ToezichtError(f"--rapport-zegt: categorie {quote(name)} staat er twee keer")
        found[name] = _parse_number(number)
    missing = [name for name in ids if name not in found]
    if missing:
        raise ToezichtError(
            f"--rapport-zegt: er ontbreekt {', '.join(missing)}", "noem elke categorie, ook met 0"
        )
    return found


def compare_verwachting(expected: dict[str, int], telling: Telling) -> tuple[str, ...]:
    """Return a Dutch line for every categorie of which the report states another number."""
    return tuple(
        f"{item.categorie.label}: het rapport zegt {expected[item.categorie.id]}, de telling is {item.aantal}"
        for item in telling.categorieen
        if expected[item.categorie.id] != item.aantal
    )


def _parse_short(text: str, ids: tuple[str, ...]) -> dict[str, int]:
    numbers = [_parse_number(part.strip()) for part in text.split("/")]
    if len(numbers) != len(ids):
        message = f"--rapport-zegt: {len(numbers)} getallen, maar het kader heeft {len(ids)} categorieën"
        raise ToezichtError(message, f"schrijf {'/'.join('6' for _ in ids)} in de volgorde {', '.join(ids)}")
    return dict(zip(ids, numbers, strict=True))


def _parse_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise ToezichtError(f"--rapport-zegt: {quote(text)} is geen aantal", "schrijf bijvoorbeeld 6/6/6")
    return int(text)
