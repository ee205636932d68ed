"""The jaarverslag: the made-up werkmap closes per gemeente and in total, and the figures of NMD come out."""

import re
from datetime import date
from pathlib import Path

import pytest

from toezicht_cli.analysis.jaarblok import VRAGEN, make_jaarblok
from toezicht_cli.analysis.jaarverslag import Jaarverslag, Tellingregel
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.jaarverslag import Jaarvraag, report_jaar

VOORBEELDEN = Path(__file__).resolve().parents[2] / "voorbeelden"
WATERLANDEN, NMD = VOORBEELDEN / "waterlanden", VOORBEELDEN / "nmd-2018"
PEILDATUM = date(2026, 10, 8)
GEMEENTEN = ("Waterstad", "Meerdorp", "Polderveen")
README = (WATERLANDEN / "README.md").read_text(encoding="utf-8")

# What the README of the example counts by hand: the count and the part of it (None: the whole).
RIJEN = {
    "meldingen": ("meldingen-aard", None),
    "– calamiteit": ("meldingen-aard", "calamiteit"),
    "– geweld": ("meldingen-aard", "geweld"),
    "– anders": ("meldingen-aard", "anders"),
    "meldingen onder de Wmo": ("meldingen-wet", "wmo-2015"),
    "meldingen doorverwezen": ("meldingen-doorgegeven", None),
    "meldingen buiten de definitie": ("meldingen-definitie", "nee"),
    "meldingen met een eigen onderzoek van de aanbieder": ("meldingen-vervolg", "intern"),
    "– met daarna een aanvulling": ("meldingen-vervolg", "aanvullend"),
    "signalen": ("signalen", None),
    "– doublures": ("signalen", "doublures"),
    "– zonder doublures": ("signalen", "uniek"),
    "signalen doorverwezen": ("signalen-doorgegeven", None),
    "signalen met een vermoeden van onrechtmatigheid": ("signalen-onrechtmatigheid", "ja"),
    "signalen met te weinig informatie": ("signalen-uitkomst", "te-weinig-informatie"),
    "gesprekken": ("gesprekken-soort", None),
    "onderzoeken gestart": ("onderzoeken", "gestart"),
    "onderzoeken vastgesteld": ("onderzoeken", "vastgesteld"),
    "onderzoeken openbaar gemaakt": ("openbaarheid", "openbaar"),
}


def report(werkmap: Path, jaar: int, gemeente: str | None = None) -> Jaarverslag:
    gemaakt = report_jaar(werkmap, Jaarvraag(jaar, gemeente, PEILDATUM))
    assert gemaakt.fouten == ()
    return gemaakt.verslag


def find(verslag: Jaarverslag, telling: str) -> Tellingregel:
    [found] = [regel for regel in verslag.tellingen if regel.telling.id == telling]
    return found


def number(verslag: Jaarverslag, telling: str, deel: str | None) -> int | None:
    regel = find(verslag, telling)
    if deel is None:
        return regel.telling.totaal
    return next((item.deel.aantal for item in regel.delen if item.deel.id == deel), 0)


def true_counts(jaar: int) -> dict[str, list[int]]:
    """Return what the README counts: Waterstad, Meerdorp, Polderveen, onbekend and the total."""
    section = README.partition(f"### {jaar}\n")[2].partition("\nGedeelde zaken")[0]
    rows = re.findall(r"^\| ([^|]+?) \| ([\d |]+) \|$", section, re.MULTILINE)
    return {naam: [int(cell) for cell in cells.split("|")] for naam, cells in rows}


@pytest.mark.parametrize("jaar", [2025, 2026])
@pytest.mark.parametrize("rij", RIJEN)
def test_the_figures_are_those_that_were_counted_by_hand(jaar: int, rij: str) -> None:
    waar = true_counts(jaar)[rij]
    telling, deel = RIJEN[rij]
    per_gemeente = [number(report(WATERLANDEN, jaar, naam), telling, deel) for naam in GEMEENTEN]
    assert per_gemeente == waar[:3]
    assert number(report(WATERLANDEN, jaar), telling, deel) == waar[4]


@pytest.mark.parametrize("jaar", [2025, 2026])
@pytest.mark.parametrize("column", range(4))
def test_the_oordelen_are_those_that_were_counted_by_hand(jaar: int, column: int) -> None:
    gemeente = GEMEENTEN[column] if column < len(GEMEENTEN) else None
    verslag = report(WATERLANDEN, jaar, gemeente)
    geheel = [
        regel
        for regel in verslag.tellingen
        if regel.telling.id.startswith("oordelen:") and regel.telling.id.count(":") == 1
    ]
    found = {
        categorie: sum(
            item.deel.aantal or 0
            for regel in geheel
            for item in regel.delen
            if item.deel.wat.lower() == categorie.removeprefix("oordelen: ")
        )
        for categorie in ("oordelen: voldoet", "oordelen: voldoet deels", "oordelen: voldoet niet")
    }
    waar = true_counts(jaar)
    place = column if column < len(GEMEENTEN) else 4
    assert found == {categorie: waar[categorie][place] for categorie in found}


@pytest.mark.parametrize("jaar", [2025, 2026])
@pytest.mark.parametrize("gemeente", [None, *GEMEENTEN])
def test_every_list_closes(jaar: int, gemeente: str | None) -> None:
    verslag = report(WATERLANDEN, jaar, gemeente)
    assert verslag.afwijkingen == ()
    for regel in verslag.tellingen:
        if regel.telling.telt_op and regel.delen:
            assert sum(item.deel.aantal or 0 for item in regel.delen) == regel.telling.totaal, (
                regel.telling.id
            )


@pytest.mark.parametrize("jaar", [2025, 2026])
def test_what_gemeenten_share_counts_once_in_the_whole(jaar: int) -> None:
    """So the gemeenten together are never fewer than the whole without what has no gemeente."""
    geheel = report(WATERLANDEN, jaar)
    delen = [report(WATERLANDEN, jaar, naam) for naam in GEMEENTEN]
    for telling in ("meldingen-aard", "signalen", "gesprekken-soort"):
        zonder = true_counts(jaar)[RIJEN_BY_TELLING[telling]][3]
        assert (
            sum(number(deel, telling, None) or 0 for deel in delen)
            >= (number(geheel, telling, None) or 0) - zonder
        )
    assert any("van meer gemeenten samen" in zin for zin in geheel.opmerkingen)


RIJEN_BY_TELLING = {"meldingen-aard": "meldingen", "signalen": "signalen", "gesprekken-soort": "gesprekken"}


def test_the_year_before_stands_beside_it() -> None:
    verslag = report(WATERLANDEN, 2026)
    assert verslag.vorig_jaar == 2025
    assert find(verslag, "meldingen-aard").vorig_totaal == 3
    geweld = next(item for item in find(verslag, "meldingen-aard").delen if item.deel.id == "geweld")
    assert (geweld.deel.aantal, geweld.vorig) == (1, 1)
    anders = "waterlanden@2026 en waterlanden@2025 zijn niet zomaar vergelijkbaar"
    assert any(anders in zin for zin in verslag.opmerkingen)
    assert report(WATERLANDEN, 2025).vorig_jaar is None


@pytest.mark.parametrize(
    ("telling", "totaal", "delen"),
    [
        ("meldingen-wet", 37, [25, 12]),
        ("meldingen-voorziening", 25, [22, 0, 3]),
        ("meldingen-anders", 7, [1, 1, 1, 2, 2]),
        ("meldingen-vervolg", None, [9, 3]),
        ("meldingen-gesprekken", None, [16, 6]),
        ("signalen", 201, [118]),
        ("signalen-aanbieders", 92, [30, 44, 6, 12]),
        ("contracten", 251, [44]),
        ("gesprekken-uitkomst", 8, [2, 3, 3]),
        ("verbetertrajecten", 10, [9, 1]),
        ("themas", 5, []),
    ],
)
def test_the_counts_of_nmd_come_out(telling: str, totaal: int | None, delen: list[int]) -> None:
    regel = find(report(NMD, 2018), telling)
    assert regel.telling.totaal == totaal
    assert [item.deel.aantal for item in regel.delen] == delen


def test_the_percentages_of_nmd_come_out() -> None:
    verslag = report(NMD, 2018)

    def procent(telling: str) -> list[str]:
        return [str(item.procent) for item in find(verslag, telling).delen]

    assert procent("meldingen-voorziening")[0] == "88.0"
    assert procent("contracten") == ["17.5"]
    assert procent("signalen-aard") == ["32", "33", "9", "7", "19"]
    assert procent("signalen-uitkomst") == ["5", "13", "21", "8", "15", "12", "15", "11"]
    unknown = [item.deel.aantal for item in find(verslag, "signalen-uitkomst").delen]
    assert unknown == [None] * 8


def test_what_does_not_close_in_nmd_is_named() -> None:
    found = {item.telling: item.zin for item in report(NMD, 2018).afwijkingen}
    assert set(found) == {"signalen-aard", "signalen-uitkomst", "verbetertrajecten", "themas"}
    assert "11 %" in found["signalen-uitkomst"]
    assert all("op twee manieren geteld" in found[naam] for naam in ("verbetertrajecten", "themas"))


@pytest.mark.parametrize(
    ("werkmap", "jaar", "gemeente"),
    [(WATERLANDEN, 2020, None), (NMD, 2018, "Assen"), (WATERLANDEN, 2026, "Elders")],
)
def test_what_cannot_be_told_is_refused(werkmap: Path, jaar: int, gemeente: str | None) -> None:
    with pytest.raises(ToezichtError) as caught:
        report(werkmap, jaar, gemeente)
    assert caught.value.help


def test_the_yearly_block_says_what_it_does_not_know() -> None:
    blok = make_jaarblok(report(WATERLANDEN, 2026))
    answers = {item.sleutel: item.waarde for item in blok.antwoorden}
    assert len(answers) == len(VRAGEN)
    assert (answers["meldingen"], answers["signalen_uniek"], answers["onderzoeken_proactief"]) == (4, 7, 0)
    assert [item.sleutel for item in blok.antwoorden if item.waarde is None] == [
        "toezichthouders_fte",
        "toezicht_onafhankelijk",
        "werkprogramma",
        "jaarverslag_naar_raad",
    ]
    old = {item.sleutel: item for item in make_jaarblok(report(NMD, 2018)).antwoorden}
    assert (old["meldingen_wmo"].waarde, old["meldingen_geweld"].waarde) == (25, None)
    assert old["onderzoeken_gestart"].reden == "staat niet in de cijfers"
