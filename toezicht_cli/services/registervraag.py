"""Registervraag: whether an entry is ours, and to whom it can be passed on."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from toezicht_cli.analysis.bevoegdheid import Bevoegdheidsvraag, find_bevoegden
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.beleid import read_bevoegdheden
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.base import Element
from toezicht_cli.models.bevoegdheid import Bevoegdheden
from toezicht_cli.models.onderzoek import Domein
from toezicht_cli.models.register import Melding, Signaal
from toezicht_cli.services.plek import kadermap_for

# A melding is about kwaliteit: the law knows no other.
_MELDING: tuple[Domein, ...] = ("kwaliteit",)


def ask_bevoegdheid(werkmap: Path, wet: str, domeinen: Sequence[Domein]) -> Bevoegdheidsvraag:
    """Return who is competent for ``wet`` and ``domeinen`` by the data of the werkmap, else of the tool."""
    return find_bevoegden(_read(werkmap), wet, domeinen)


def find_ander(werkmap: Path, entry: Element) -> str | None:
    """Return the id of the first partij to pass ``entry`` on to; None when any part of it may be ours."""
    if not isinstance(entry, Signaal | Melding):
        return None
    domeinen = entry.domein if isinstance(entry, Signaal) else _MELDING
    vraag = ask_bevoegdheid(werkmap, entry.wet, domeinen)
    return vraag.anderen[0].id if vraag.is_onze == "nee" else None


def describe_bevoegdheid(werkmap: Path, nummer: str, velden: Mapping[str, YamlValue]) -> Iterator[str]:
    """Yield sentences about who is competent for a new entry; none when it is ours alone.

    How a part is passed on is said here; of what is not ours at all that is the next step.
    """
    wet = velden.get("wet")
    if not isinstance(wet, str) or velden.get("doorverwezen_naar"):
        return
    given = velden.get("domein") or _MELDING
    domeinen: list[Domein] = [one for one in ("kwaliteit", "rechtmatigheid") if one in given]
    vraag = ask_bevoegdheid(werkmap, wet, domeinen)
    namen = join_words([partij.naam for partij in vraag.anderen], "of")
    if vraag.is_onze in ("nee", "deels"):
        deel = "Hiervoor" if vraag.is_onze == "nee" else "Voor een deel hiervan"
        yield f"{deel} is een ander bevoegd: {namen}. Het blijft in het register en wordt apart geteld."
    if vraag.is_onze == "deels":
        yield tell_doorgeven(nummer, vraag)


def tell_doorgeven(nummer: str, vraag: Bevoegdheidsvraag) -> str:
    """Return how to write down that an entry was passed on to the first of the others."""
    soort = "melding" if nummer.startswith("M-") else "signaal"
    return f"Doorgegeven? toezicht {soort} opvolgen {nummer} --doorverwezen-naar {vraag.anderen[0].id}"


def check_partij(werkmap: Path, naam: str) -> None:
    """Raise ToezichtError when ``naam`` is no other partij than us."""
    bevoegdheden = _read(werkmap)
    partijen = [partij.id for partij in bevoegdheden.partijen if not partij.eigen] if bevoegdheden else []
    if partijen and naam not in partijen:
        hulp = suggest(naam, partijen) or f"deze zijn er: {', '.join(partijen)}"
        raise ToezichtError(f"partij {quote(naam)} is niet bekend", hulp)


def _read(werkmap: Path) -> Bevoegdheden | None:
    return read_bevoegdheden(kadermap_for(werkmap).folders).model
