"""Bronlabels: how the kinds of bronnen, and the dates of a bron, are called in Dutch for a reader."""

from typing import NamedTuple

from toezicht_cli.models.bron import Bron, Bronsoort, Rol
from toezicht_cli.models.datum import Datum, NietVermeld


class Label(NamedTuple):
    """A name for one and for several."""

    enkelvoud: str
    meervoud: str


SOORTEN: dict[Bronsoort, Label] = {
    "interview": Label("interview", "interviews"),
    "clientdossier": Label("cliëntdossier", "cliëntdossiers"),
    "personeelsdossier": Label("personeelsdossier", "personeelsdossiers"),
    "beleidsdocument": Label("beleidsdocument", "beleidsdocumenten"),
    "observatie": Label("observatie", "observaties"),
    "melding": Label("melding", "meldingen"),
    "overig": Label("overige bron", "overige bronnen"),
}
ROLLEN: dict[Rol, Label] = {
    "client": Label("cliënt", "cliënten"),
    "medewerker": Label("medewerker", "medewerkers"),
    "ketenpartner": Label("ketenpartner", "ketenpartners"),
    "naaste": Label("naaste", "naasten"),
    "overig": Label("iemand anders", "anderen"),
}


def describe_soort(bron: Bron) -> str:
    """Return the kind of a bron: ``interview met cliënt``, ``beleidsdocument``."""
    label = SOORTEN[bron.soort].enkelvoud if bron.stuks == 1 else SOORTEN[bron.soort].meervoud
    if bron.soort == "interview" and bron.rol:
        rol = ROLLEN[bron.rol]
        label = f"{label} met {rol.enkelvoud if bron.stuks == 1 else rol.meervoud}"
    return label if bron.stuks == 1 else f"{bron.stuks} {label}"


def describe_naam(bron: Bron) -> str:
    """Return the title or the aanduiding of a bron, else its kind in words."""
    return bron.titel or bron.aanduiding or describe_soort(bron)


def describe_regel(bron: Bron) -> str:
    """Return a row of the list: its name, how many pieces, and a role that the name does not tell."""
    naam = describe_naam(bron)
    has_naam = bron.titel or bron.aanduiding
    aantal = f" ({bron.stuks} stuks)" if has_naam and bron.stuks != 1 else ""
    rol = ROLLEN[bron.rol].enkelvoud if bron.rol else ""
    return f"{naam}{aantal}, {rol}" if rol and rol not in naam.lower() else f"{naam}{aantal}"


def describe_datums(bron: Bron) -> str:
    """Return the dates of a bron in words, each with what it is; empty when there is none."""
    parts = [bron.datum.leesbaar] if bron.datum else []
    parts += [dag.leesbaar for dag in bron.data]
    if bron.ontvangen_op:
        parts.append(f"ontvangen {_in_words(bron.ontvangen_op)}")
    if bron.frequentie:
        parts.append(bron.frequentie)
    if bron.documentdatum:
        uit = f" (volgens {_UIT[bron.documentdatum_uit]})" if bron.documentdatum_uit else ""
        parts.append(f"documentdatum {_in_words(bron.documentdatum)}{uit}")
    if bron.versie:
        parts.append("versie niet vermeld" if bron.versie == "niet-vermeld" else f"versie {bron.versie}")
    if bron.geldig:
        parts.append(f"geldig {bron.geldig.leesbaar}")
    return ", ".join(parts)


_UIT = {"titel": "de titel", "inhoud": "de inhoud", "bestand": "het bestand"}


def _in_words(datum: Datum | NietVermeld) -> str:
    return datum.leesbaar if isinstance(datum, Datum) else "niet vermeld"
