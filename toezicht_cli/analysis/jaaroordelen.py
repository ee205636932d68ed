"""Jaaroordelen: the oordelen of one year, per edition of a kader: all, per thema, and what failed most."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from toezicht_cli.analysis.jaartelling import Deel, Jaartelling, count
from toezicht_cli.analysis.kaderkort import Kaderkort
from toezicht_cli.analysis.zaak import Normuitkomst, Zaak

_STATUS_ZONDER = "zonder oordeel"
_MOST_NORMEN = 10


def count_oordelen(vastgesteld: Sequence[Zaak], kaders: Mapping[str, Kaderkort]) -> Iterator[Jaartelling]:
    """Yield per edition of a kader the oordelen in all, per thema, and the normen that most often failed."""
    telbaar = [zaak for zaak in vastgesteld if zaak.is_telbaar and zaak.kader in kaders]
    for verwijzing, group in groupby(
        sorted(telbaar, key=lambda zaak: zaak.kader), key=lambda zaak: zaak.kader
    ):
        kader = kaders[verwijzing]
        uitkomsten = [item for zaak in group for item in zaak.uitkomsten]
        yield _count_categorieen(f"oordelen:{verwijzing}", f"Oordelen, {verwijzing}", uitkomsten, kader)
        for thema in kader.themas:
            own = [item for item in uitkomsten if item.thema == thema.id]
            naam = f"oordelen:{verwijzing}:{thema.id}"
            yield _count_categorieen(naam, f"Thema {thema.id} {thema.titel}, {verwijzing}", own, kader)
        yield _count_failed(verwijzing, uitkomsten, kader)


def _count_categorieen(
    naam: str, wat: str, uitkomsten: Sequence[Normuitkomst], kader: Kaderkort
) -> Jaartelling:
    labels = {item.id: item.label for item in kader.categorieen} | {_STATUS_ZONDER: _STATUS_ZONDER}
    values = (item.oordeel or _STATUS_ZONDER for item in uitkomsten)
    return count((naam, "oordelen", wat, "normen"), values, labels)


def _count_failed(verwijzing: str, uitkomsten: Sequence[Normuitkomst], kader: Kaderkort) -> Jaartelling:
    slechtste = kader.slechtste
    failed = [item.norm for item in uitkomsten if item.oordeel == slechtste.id]
    order = sorted(set(failed), key=lambda norm: (-failed.count(norm), norm))[:_MOST_NORMEN]
    judged = [item.norm for item in uitkomsten if item.oordeel is not None]
    delen = tuple(
        Deel(
            norm,
            f"{norm} {kader.find_titel(norm)} ({judged.count(norm)} keer getoetst)",
            failed.count(norm),
        )
        for norm in order
    )
    return Jaartelling(
        *(
            f"oordelen-laagst:{verwijzing}",
            "oordelen",
            f"Normen met '{slechtste.label}', {verwijzing}",
            "oordelen",
        ),
        totaal=None,  # each norm was judged so many times: a share of all oordelen together says nothing
        delen=delen,
        telt_op=False,
        toelichting="Onderzoeken zijn vaak gekozen na een signaal. Dit zegt dus niets over alle aanbieders.",
    )
