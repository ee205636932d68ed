"""Verschilwoorden: the signs and sentences of a difference, the same for every format that people read.

Nothing is masked or escaped here: that is for the format, which knows where the words will stand.
"""

import shlex
from collections.abc import Iterator, Mapping
from typing import Literal

from toezicht_cli.analysis.verschil import (
    NU,
    Hoofdstuk,
    Kant,
    Oordeelstand,
    Regel,
    Richting,
    Soort,
    Tellingregel,
    Tellingverschil,
    Verschil,
)
from toezicht_cli.analysis.woorden import join_some, join_words, plural
from toezicht_cli.models.onderzoek import Onderzoek

RICHTINGEN: tuple[Richting, ...] = ("strenger", "milder", "anders")
RICHTING_SIGNS: Mapping[Richting, str] = {"strenger": "▲", "milder": "▼", "anders": "~"}
SIGNS: Mapping[Soort, str] = {"nieuw": "+", "vervallen": "-", "gewijzigd": "~", "volgorde": "~"}
SIGN_WORDS: Mapping[Soort, str] = {
    "nieuw": "nieuw",
    "vervallen": "weg",
    "gewijzigd": "anders",
    "volgorde": "andere volgorde",
}
LEEG = "(leeg)"
NIETS = "Er is niets om te vergelijken."
GEEN = "Geen wijzigingen."
GEEN_GELEZEN = "In wat te lezen is, is niets gewijzigd."
_NIET_TE_TELLEN = "niet te tellen"
Zijde = Literal["oude", "nieuwe"]


def is_unchanged(verschil: Verschil) -> bool:
    """Whether both sides could be read and counted and say the same, without anything to tell beside it."""
    telling = verschil.telling
    return verschil.is_leeg and not warnings_of(verschil) and (telling is None or telling.is_gelijk)


def is_readable(verschil: Verschil) -> bool:
    """Whether nothing stood in the way of a comparison: every file, and the kader that the tally needs."""
    telling = verschil.telling
    return verschil.is_volledig and (telling is None or telling.is_gelijk)


def opdruk_of(verschil: Verschil) -> str | None:
    """Return the warning that an example carries, as every result about it does."""
    dossier = verschil.nieuw.dossier or verschil.oud.dossier
    documents = dossier.documents.values() if dossier else ()
    return next((item.opdruk for item in documents if isinstance(item, Onderzoek)), None)


def warnings_of(verschil: Verschil) -> tuple[str, ...]:
    """Return what a reader must know before the differences: what is new, gone, unreadable or wrong."""
    return tuple(_warnings(verschil))


def describe_telling(verschil: Verschil) -> str | None:
    """Return the tally of both sides in one line, None when there is none to show."""
    telling = verschil.telling
    if telling is None:
        return None
    if telling.is_gelijk:
        return f"{telling.nieuw}, ongewijzigd"
    if telling.andere_schaal:
        return f"{telling.oud} → {telling.nieuw} (een andere schaal: niet te vergelijken)"
    is_whole = verschil.soort != "gewijzigd" or None not in (telling.oud, telling.nieuw)
    details = _details(telling.regels) if is_whole else ""
    tail = f" ({details})" if details else ""
    return f"{_short_telling(verschil, telling)}{tail}"


def describe_stand(stand: Oordeelstand | None, zijde: Zijde) -> str:
    """Return what a norm had on a side; a norm without a file there has no oordeel either."""
    if stand is not None:
        return stand.label
    return "nog niet ingevuld" if zijde == "oude" else "niet meer ingevuld"


def count_oordelen(verschil: Verschil) -> str:
    """Return how many oordelen are strenger, milder or otherwise different: ``2 strenger en 1 milder``."""
    counts = [
        (sum(item.richting == richting for item in verschil.oordelen), richting) for richting in RICHTINGEN
    ]
    return join_words([f"{number} {richting}" for number, richting in counts if number])


def oordelen_sentence(verschil: Verschil) -> str:
    """Return what stands under the heading of the oordelen when none of them changed."""
    if verschil.niet_vergeleken:
        return "gelijk, voor zover zij te lezen zijn"
    return "geen wijzigingen"


def summarize(verschil: Verschil) -> str:
    """Return one line about the onderzoek: the oordelen, the tally, what to look into, and how much more."""
    return "; ".join(_summary(verschil))


def split_hoofdstukken(verschil: Verschil) -> tuple[tuple[Hoofdstuk, ...], tuple[Hoofdstuk, ...]]:
    """Return the chapters that belong to the judgement, and the other ones."""
    judgement = tuple(item for item in verschil.hoofdstukken if item.naam == "oordelen")
    return judgement, tuple(item for item in verschil.hoofdstukken if item.naam != "oordelen")


def name_regel(regel: Regel) -> str:
    """Return what a line is about: ``norm 1.2, bevinding a, tekst``."""
    parts = [regel.onderwerp, regel.veld, "andere volgorde" if regel.soort == "volgorde" else None]
    return ", ".join(part for part in parts if part)


def _warnings(verschil: Verschil) -> Iterator[str]:
    if verschil.soort == "nieuw":
        yield "Dit onderzoek is nieuw: aan de oude kant is het er niet."
    if verschil.soort == "vervallen":
        yield "Dit onderzoek is er niet meer: alleen aan de oude kant is het er."
    if verschil.hernoemd_van:
        yield f"De map heeft een andere naam: eerst {verschil.hernoemd_van}, nu {verschil.onderzoek}."
    kanten: tuple[tuple[Zijde, Kant], ...] = (("oude", verschil.oud), ("nieuwe", verschil.nieuw))
    redenen = (verschil.telling.reden_oud, verschil.telling.reden_nieuw) if verschil.telling else (None, None)
    for (zijde, kant), reden in zip(kanten, redenen, strict=True):
        yield from _of_kant(zijde, kant, reden)


def _of_kant(zijde: Zijde, kant: Kant, reden: str | None) -> Iterator[str]:
    """Yield what a reader must know of one side; ``reden`` says why it has no tally."""
    if kant.onleesbaar:
        files = ", ".join(kant.onleesbaar)
        yield f"Niet vergeleken, want aan de {zijde} kant zit er een fout in: {files}."
    if kant.fouten:
        count = plural(kant.fouten, "fout", "fouten")
        where = "" if kant.versie or not kant.telt else f" Zie: {_command(kant)}"
        gevolg = "" if reden else " De telling is van de oordelen zoals ze er staan."
        yield f"Aan de {zijde} kant vindt toezicht {count}.{gevolg}{where}"
    if reden:
        yield f"Aan de {zijde} kant is de telling niet te maken: {reden}."


def _command(kant: Kant) -> str:
    """Return the command that shows the fouten of a side that stands on the disk."""
    return "toezicht controleer" if kant.moment == NU else f"toezicht controleer {shlex.quote(kant.moment)}"


def _details(regels: tuple[Tellingregel, ...]) -> str:
    """Return which numbers changed, and how many were tested when that did not change."""
    both = [item for item in regels if item.oud is not None and item.nieuw is not None]
    if not both:
        return ", ".join(f"{item.label} {_known(item)}" for item in regels if _known(item))
    changed = [f"{item.label} {item.oud} → {item.nieuw}" for item in both if item.oud != item.nieuw]
    same = [f"{item.label} {item.nieuw}" for item in both if item.id == "getoetst" and item.oud == item.nieuw]
    return "; ".join(filter(None, (", ".join(changed), *same)))


def _known(regel: Tellingregel) -> int:
    return (regel.oud if regel.nieuw is None else regel.nieuw) or 0


def _summary(verschil: Verschil) -> Iterator[str]:
    if verschil.soort != "gewijzigd":
        yield "nieuw onderzoek" if verschil.soort == "nieuw" else "er niet meer"
    if verschil.oordelen:
        yield f"oordelen: {_name_oordelen(verschil)}"
    if verschil.telling and not verschil.telling.is_gelijk:
        yield f"telling {_short_telling(verschil, verschil.telling)}"
    if verschil.na_te_gaan:
        yield f"{len(verschil.na_te_gaan)} na te gaan"
    if verschil.hernoemd_van:
        yield f"heette {verschil.hernoemd_van}"
    counts = (
        (sum(len(item.regels) for item in verschil.hoofdstukken), "andere wijziging", "andere wijzigingen"),
        (len(verschil.niet_vergeleken), "bestand niet vergeleken", "bestanden niet vergeleken"),
        (verschil.oud.fouten + verschil.nieuw.fouten, "fout", "fouten"),
    )
    yield from (plural(number, one, many) for number, one, many in counts if number)


def _name_oordelen(verschil: Verschil) -> str:
    """Return how many oordelen are strenger, milder or otherwise different, and of which normen."""
    parts = []
    for richting in RICHTINGEN:
        normen = [item.norm for item in verschil.oordelen if item.richting == richting]
        if normen:
            parts.append(f"{len(normen)} {richting} ({join_some(normen)})")
    return join_words(parts)


def _short_telling(verschil: Verschil, telling: Tellingverschil) -> str:
    """Return ``6/6/6 → 5/6/7``, or of an onderzoek on one side its own tally."""
    oud, nieuw = telling.oud or _NIET_TE_TELLEN, telling.nieuw or _NIET_TE_TELLEN
    return {"nieuw": nieuw, "vervallen": oud, "gewijzigd": f"{oud} → {nieuw}"}[verschil.soort]
