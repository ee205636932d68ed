"""Registervraag: whether an entry is ours, and to whom it can be passed on."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from toezicht_cli.analysis.bevoegdheid import Bevoegdheidsvraag, find_bevoegden
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.beleid import read_bevoegdheden
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.bevoegdheid import Bevoegdheden
from toezicht_cli.models.onderzoek import Domein
from toezicht_cli.services.plek import kadermap_for


def ask_bevoegdheid(werkmap: Path, wet: str, domeinen: Sequence[Domein]) -> Bevoegdheidsvraag:
    """Return who is competent for ``wet`` and ``domeinen`` by the data of the werkmap, else of the tool."""
    return find_bevoegden(_read(werkmap), wet, domeinen)


def describe_bevoegdheid(werkmap: Path, nummer: str, velden: Mapping[str, YamlValue]) -> Iterator[str]:
    """Yield sentences about who is competent for a new entry; none when it is ours alone.

    A melding is about kwaliteit: the law knows no other.
    """
    wet = velden.get("wet")
    if not isinstance(wet, str) or velden.get("doorverwezen_naar"):
        return
    given = velden.get("domein") or ["kwaliteit"]
    domeinen: list[Domein] = [one for one in ("kwaliteit", "rechtmatigheid") if one in given]
    vraag = ask_bevoegdheid(werkmap, wet, domeinen)
    namen = join_words([partij.naam for partij in vraag.anderen], "of")
    if vraag.is_onze in ("nee", "deels"):
        deel = "Hiervoor" if vraag.is_onze == "nee" else "Voor een deel hiervan"
        yield f"{deel} is een ander bevoegd: {namen}. Het blijft in het register en wordt apart geteld."
        soort = "melding" if nummer.startswith("M-") else "signaal"
        partij = vraag.anderen[0].id
        yield f"Doorgegeven? toezicht {soort} opvolgen {nummer} --doorverwezen-naar {partij}"


def check_partij(werkmap: Path, naam: str) -> None:
    """Raise ToezichtError when ``naam`` is no other partij than us."""
    bevoegdheden = _read(werkmap)
    partijen = [partij.id for partij in bevoegdheden.partijen if not partij.eigen] if bevoegdheden else []
    if partijen and naam not in partijen:
        hulp = suggest(naam, partijen) or f"deze zijn er: {', '.join(partijen)}"
        raise ToezichtError(f"partij {quote(naam)} is niet bekend", hulp)


def _read(werkmap: Path) -> Bevoegdheden | None:
    return read_bevoegdheden(kadermap_for(werkmap).folders).model
