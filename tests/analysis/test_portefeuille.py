"""Portefeuille: of which onderzoeken more may be late than is known."""

from datetime import date

import pytest

from toezicht_cli.analysis.portefeuille import make_regel
from toezicht_cli.analysis.zaak import Zaak


@pytest.mark.parametrize(
    ("stuk", "weet"),
    [
        ((), True),
        (("kader",), True),
        (("bevindingen",), True),
        (("verbeterpunten",), False),
        (("wederhoor",), False),
        (("bronnen", "kader"), False),
    ],
)
def test_more_may_be_late_when_a_part_that_says_so_cannot_be_read(
    stuk: tuple[str, ...], *, weet: bool
) -> None:
    zaak = Zaak("a", "onderzoeken/a", fouten=len(stuk), stuk=stuk)
    assert make_regel(zaak, None, date(2026, 1, 1)).weet_te_laat is weet


def test_of_an_onderzoek_that_cannot_be_read_nothing_is_known() -> None:
    regel = make_regel(Zaak("a", "onderzoeken/a", 1, onleesbaar=True), None, date(2026, 1, 1))
    assert (regel.weet_te_laat, regel.weet_punten) == (False, False)
