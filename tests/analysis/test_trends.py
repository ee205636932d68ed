"""Trends: which editions follow on each other, and shares that say neither too much nor too little."""

import pytest

from toezicht_cli.analysis.kaderkort import Categoriekort, Kaderkort, Themakort
from toezicht_cli.analysis.trends import make_trends, share_of
from toezicht_cli.analysis.zaak import Normuitkomst, Zaak

GOED = Categoriekort("goed", "Voldoet", "voldoet", "✓", "#1b5e20", 0)


def test_editions_follow_on_each_other_by_number() -> None:
    edities = ["k@9", "k@10", "k@11"]
    kaders = {
        naam: Kaderkort(naam, "K", (GOED,), (Themakort("1", "T", (("1.1", "Eén"),)),)) for naam in edities
    }
    zaken = [
        Zaak(
            naam,
            f"onderzoeken/{naam}",
            kader=naam,
            momenten=(("vastgesteld_op", "2026-01-01"),),
            uitkomsten=(Normuitkomst("1.1", "1", None, "goed", None),),
        )
        for naam in edities
    ]
    found = make_trends(zaken, kaders, lambda _van, _naar, _norm: True).edities
    assert [(paar.van, paar.naar) for paar in found] == [("k@9", "k@10"), ("k@10", "k@11")]


@pytest.mark.parametrize(
    ("aantal", "geheel", "procent"),
    [(1, 300, 1), (299, 300, 99), (1, 8, 13), (5, 8, 63), (0, 9, 0), (9, 9, 100), (4, 4, None)],
)
def test_a_share_is_rounded_half_up_and_is_all_or_none_only_when_it_is(
    aantal: int, geheel: int, procent: int | None
) -> None:
    assert share_of(aantal, geheel) == procent


def test_an_onderzoek_that_ended_in_a_year_that_nobody_wrote_down_counts_in_that() -> None:
    kader = Kaderkort("k@1", "K", (GOED,), (Themakort("1", "T", (("1.1", "Eén"),)),))
    uitkomst = (Normuitkomst("1.1", "1", None, "goed", None),)
    klaar = Zaak("a", "onderzoeken/a", kader="k@1", fase="definitief", uitkomsten=uitkomst)
    bezig = klaar._replace(id="b", fase="uitvoering")
    found = make_trends([klaar, bezig], {"k@1": kader})
    assert [(jaar.jaar, jaar.onderzoeken) for jaar in found.jaren] == [("onbekend", 1)]
    assert found.niet_vastgesteld == 1
