"""Bronnen: when a bron was used, what it is for, of which kind it is, and which two seem one."""

import unicodedata
from collections.abc import Iterator, Sequence

from toezicht_cli.analysis.perioden import is_outside, known
from toezicht_cli.analysis.verwijzingen import walk_bronverwijzingen
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.datum import NIET_VERMELD, Datum
from toezicht_cli.models.dossier import Dossier, Located

_NAMED = 6
_DOCUMENTEN = ("beleidsdocument", "overig")
_SOORTEN = {
    "interview": "interviews",
    "clientdossier": "cliëntdossiers",
    "personeelsdossier": "personeelsdossiers",
    "beleidsdocument": "beleidsdocumenten",
    "observatie": "observaties",
    "melding": "meldingen",
    "overig": "één overige bron",
}
_ROLLEN = {
    "client": "interviews met cliënten",
    "medewerker": "interviews met medewerkers",
    "ketenpartner": "interviews met ketenpartners",
    "naaste": "interviews met naasten",
    "overig": "één interview",
}


def name_bronnen(ids: Sequence[str]) -> str:
    """Return ``B01, B02 en B03``, or the first ones and how many more there are."""
    if len(ids) > _NAMED:
        ids = [*ids[: _NAMED - 1], f"{len(ids) - _NAMED + 1} andere"]
    return join_words(ids)


def walk_gebruiksdatums(bron: Located[Bron]) -> Iterator[tuple[Datum, Place]]:
    """Yield when we spoke, looked or read, and when a document came in; not its own date."""
    if bron.value.datum:
        yield bron.value.datum, bron.place.at("datum")
    for index, dag in enumerate(bron.value.data):
        yield dag, bron.place.at("data", index)
    if ontvangen := known(bron.value.ontvangen_op):
        yield ontvangen, bron.place.at("ontvangen_op")


def find_later_gebruik(bron: Located[Bron], moment: Datum | None) -> tuple[Datum, Place] | None:
    """Return the first use of a bron that is certainly later than ``moment``, or None."""
    if moment is None:
        return None
    return next((found for found in walk_gebruiksdatums(bron) if found[0].is_later_than(moment)), None)


def find_vastgesteld_op(dossier: Dossier) -> Datum | None:
    """Return the day on which the report was made definitive, or None."""
    momenten = dossier.onderzoek.momenten
    return known(momenten.vastgesteld_op) if momenten else None


def find_opvolgingsbronnen(dossier: Dossier) -> frozenset[str]:
    """Return the ids of the bronnen that prove the follow-up and carry nothing else.

    They are later than the report, and should be.
    """
    verwijzingen = tuple(walk_bronverwijzingen(dossier))
    elsewhere = {item.bron_id for item in verwijzingen if not _is_opvolging(item.place)}
    return frozenset(item.bron_id for item in verwijzingen if item.bron_id not in elsewhere)


def kind_of_bron(bron: Bron) -> tuple[str, str]:
    """Return what makes two bronnen of one kind, and the kind in words.

    The rest categories hold things of all sorts, so each bron in them is a kind of its own.
    """
    if bron.soort == "overig" or (bron.soort == "interview" and bron.rol == "overig"):
        return bron.id, _ROLLEN["overig"] if bron.soort == "interview" else _SOORTEN["overig"]
    words = _ROLLEN[bron.rol] if bron.soort == "interview" and bron.rol else _SOORTEN[bron.soort]
    return words, words


def find_dubbele(bronnen: Sequence[Located[Bron]]) -> Iterator[tuple[Located[Bron], Located[Bron]]]:
    """Yield each row that seems to be the same bron as an earlier row, with that earlier row."""
    rows_by_naam: dict[str, list[Located[Bron]]] = {}
    for bron in bronnen:
        naam = bron.value.titel or bron.value.aanduiding
        if not naam:
            continue
        earlier = rows_by_naam.setdefault(_simplify(naam), [])
        same = next((row for row in earlier if _seems_same(row.value, bron.value)), None)
        if same:
            yield bron, same
        else:
            earlier.append(bron)


def _is_opvolging(place: Place) -> bool:
    return "opvolging" in place.route


def _simplify(naam: str) -> str:
    letters = unicodedata.normalize("NFKD", naam.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _seems_same(one: Bron, other: Bron) -> bool:
    """Whether two bronnen of one name have nothing that tells them apart.

    A document is known by its title; a talk, a visit or a pile of dossiers also by its day.
    """
    if not {one.soort, other.soort} <= set(_DOCUMENTEN):
        days = _days(one)
        if one.soort != other.soort or not days or days != _days(other):
            return False
    return not any(_differs(left, right) for left, right in zip(_marks(one), _marks(other), strict=True))


def _days(bron: Bron) -> tuple[Datum, ...]:
    return (bron.datum, *bron.data) if bron.datum else bron.data


def _marks(bron: Bron) -> tuple[object, ...]:
    """Return what can tell two bronnen of one name apart, if both have it.

    The day of receipt does so for a batch only: one document can come in twice.
    """
    is_batch = bron.frequentie or (bron.aantal or 1) > 1
    return (
        *(bron.versie, bron.documentdatum, bron.geldig, bron.aantal, bron.steekproef, bron.rol),
        *(bron.frequentie, bron.toelichting, bron.datum, bron.data or None),
        bron.ontvangen_op if is_batch else None,
    )


def _differs(one: object, other: object) -> bool:
    if None in (one, other) or NIET_VERMELD in (one, other):
        return False
    if isinstance(one, Datum) and isinstance(other, Datum):
        return is_outside(one, other)
    return one != other
