"""Who is competent: the table of domein.md, and what is said when nobody knows."""

from pathlib import Path

import pytest

from toezicht_cli.analysis.bevoegdheid import find_bevoegden
from toezicht_cli.loading.beleid import read_bevoegdheden
from toezicht_cli.models.bevoegdheid import Bevoegdheden
from toezicht_cli.models.onderzoek import Domein

KADERS = Path(__file__).resolve().parents[2] / "kaders"


@pytest.fixture(scope="module")
def geleverd() -> Bevoegdheden:
    document = read_bevoegdheden((KADERS,))
    assert document.faults == ()
    assert document.model is not None
    return document.model


@pytest.mark.parametrize(
    ("wet", "domein", "is_onze", "anderen"),
    [
        ("wmo-2015", "kwaliteit", "ja", ()),
        ("wmo-2015", "rechtmatigheid", "ja", ()),
        ("jeugdwet", "kwaliteit", "nee", ("igj",)),
        ("jeugdwet", "rechtmatigheid", "ja", ()),
        ("wlz", "kwaliteit", "nee", ("igj", "zorgkantoor")),
        ("wlz", "rechtmatigheid", "nee", ("zorgkantoor",)),
        ("zvw", "kwaliteit", "nee", ("igj",)),
        ("zvw", "rechtmatigheid", "nee", ("zorgverzekeraar",)),
    ],
)
def test_the_shipped_table_is_that_of_the_documents(
    geleverd: Bevoegdheden, wet: str, domein: Domein, is_onze: str, anderen: tuple[str, ...]
) -> None:
    vraag = find_bevoegden(geleverd, wet, [domein])
    assert vraag.is_onze == is_onze
    assert tuple(partij.id for partij in vraag.anderen) == anderen


def test_what_is_ours_for_one_domein_only_is_ours_in_part(geleverd: Bevoegdheden) -> None:
    vraag = find_bevoegden(geleverd, "jeugdwet", ["kwaliteit", "rechtmatigheid"])
    assert vraag.is_onze == "deels"
    assert [partij.id for partij in vraag.anderen] == ["igj"]


@pytest.mark.parametrize("wet", ["onbekend", "woningwet"])
def test_nobody_is_proposed_when_the_law_is_not_known(geleverd: Bevoegdheden, wet: str) -> None:
    vraag = find_bevoegden(geleverd, wet, ["kwaliteit"])
    assert (vraag.is_onze, vraag.anderen) == ("onbekend", ())


def test_without_data_nothing_is_known() -> None:
    assert find_bevoegden(None, "wmo-2015", ["kwaliteit"]).is_onze == "onbekend"
