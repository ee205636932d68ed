"""The made-up werkmap waterlanden: its README gives the true counts, and its registers raise nothing."""

import json
import re
from collections.abc import Callable, Iterable

import pytest

from tests.cli.opdracht import ROOT, toezicht
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.vinden import find_onderzoeken
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Momenten
from toezicht_cli.models.register import Gesprek, Melding, Signaal
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.registers import read_registers

WERKMAP = ROOT / "voorbeelden" / "waterlanden"
KOLOMMEN = ("Waterstad", "Meerdorp", "Polderveen", "onbekend", "totaal")
JAREN = ("2025", "2026")
# What is counted: for each case the year, and the gemeenten in which it counts.
Telling = list[tuple[str, tuple[str, ...]]]

REGISTERS = read_registers(WERKMAP)
DOSSIERS = [load_dossier(root, kadermap_for(root)).dossier for root in find_onderzoeken(WERKMAP)]


def signalen(keep: Callable[[Signaal], object] = lambda _: True) -> Telling:
    found = (item for item in REGISTERS.signalen if keep(item))
    return [(str(item.datum)[:4], (item.gemeente or "onbekend",)) for item in found]


def meldingen(keep: Callable[[Melding], object] = lambda _: True) -> Telling:
    found = (item for item in REGISTERS.meldingen if keep(item))
    return [(str(item.ontvangen_op)[:4], (item.gemeente or "onbekend",)) for item in found]


def gesprekken(items: Iterable[Gesprek]) -> Telling:
    return [(str(item.datum)[:4], item.gemeenten) for item in items]


def onderzoeken(moment: str) -> Telling:
    return [(year_of(item, moment), gemeenten_of(item)) for item in DOSSIERS]


def oordelen(categorie: str) -> Telling:
    return [
        (year_of(item, "vastgesteld_op"), gemeenten_of(item))
        for item in DOSSIERS
        for located in item.normoordelen
        if located.value.oordeel == categorie
    ]


def year_of(dossier: Dossier, moment: str) -> str:
    return str(getattr(dossier.onderzoek.momenten or Momenten(), moment) or "nooit")[:4]


def gemeenten_of(dossier: Dossier) -> tuple[str, ...]:
    return tuple(gemeente.naam for gemeente in dossier.onderzoek.gemeenten)


ROWS: dict[str, Telling] = {
    "meldingen": meldingen(),
    "– calamiteit": meldingen(lambda item: item.aard == "calamiteit"),
    "– geweld": meldingen(lambda item: item.aard == "geweld"),
    "– anders": meldingen(lambda item: item.aard == "anders"),
    "meldingen onder de Wmo": meldingen(lambda item: item.wet == "wmo-2015"),
    "meldingen doorverwezen": meldingen(lambda item: item.doorverwezen_naar),
    "meldingen buiten de definitie": meldingen(lambda item: item.binnen_definitie == "nee"),
    "meldingen met een eigen onderzoek van de aanbieder": meldingen(lambda item: item.intern_onderzoek),
    "– met daarna een aanvulling": meldingen(lambda item: item.aanvullend_onderzoek),
    "meldingen nog open": meldingen(lambda item: item.afgesloten is None),
    "signalen": signalen(),
    "– doublures": signalen(lambda item: item.doublure_van),
    "– zonder doublures": signalen(lambda item: item.doublure_van is None),
    "signalen doorverwezen": signalen(lambda item: item.doorverwezen_naar),
    "signalen met een vermoeden van onrechtmatigheid": signalen(
        lambda item: item.wegingen and item.wegingen[-1].onrechtmatigheid.vermoeden == "ja"
    ),
    "signalen met te weinig informatie": signalen(
        lambda item: item.afhandeling and item.afhandeling.uitkomst == "te-weinig-informatie"
    ),
    "signalen nog open": signalen(lambda item: item.afhandeling is None),
    "gesprekken": gesprekken(REGISTERS.gesprekken),
    "onderzoeken gestart": onderzoeken("gestart_op"),
    "onderzoeken vastgesteld": onderzoeken("vastgesteld_op"),
    "onderzoeken openbaar gemaakt": onderzoeken("openbaar_op"),
    "oordelen: voldoet": oordelen("voldoet"),
    "oordelen: voldoet deels": oordelen("voldoet-deels"),
    "oordelen: voldoet niet": oordelen("voldoet-niet"),
}


def read_table(jaar: str) -> dict[str, list[int]]:
    text = (
        (WERKMAP / "README.md").read_text(encoding="utf-8").partition(f"### {jaar}\n")[2].partition("\n#")[0]
    )
    rows = re.findall(r"^\| (.+?) \|((?: \d+ \|){5})$", text, flags=re.MULTILINE)
    return {name: [int(number) for number in re.findall(r"\d+", cells)] for name, cells in rows}


@pytest.mark.parametrize("jaar", JAREN)
def test_the_readme_gives_the_true_counts(jaar: str) -> None:
    counted = {
        name: [
            sum(kolom in (*gemeenten, "totaal") for year, gemeenten in telling if year == jaar)
            for kolom in KOLOMMEN
        ]
        for name, telling in ROWS.items()
    }
    assert read_table(jaar) == counted


def test_the_registers_can_be_read_and_raise_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert REGISTERS.faults == ()
    found = toezicht(capsys, "controleer", WERKMAP, "--formaat", "json")
    diagnoses = json.loads(found.out)["diagnoses"]
    assert found.code == 0
    assert [item for item in diagnoses if "/onderzoeken/" not in item["bestand"]] == []


def test_the_thread_runs_from_a_melding_by_a_signaal_to_an_onderzoek() -> None:
    onderzoek = next(item for item in DOSSIERS if item.naam == "wonen-bij-de-dijk-2026").onderzoek
    signaal = next(item for item in REGISTERS.signalen if item.id in onderzoek.naar_aanleiding_van)
    melding = next(item for item in REGISTERS.meldingen if item.id in signaal.naar_aanleiding_van)
    assert (melding.id, signaal.id) == ("M-2026-002", "S-2026-004")
    assert {melding.aanbieder, signaal.aanbieder, onderzoek.aanbieder.id} == {"wonen-bij-de-dijk"}


def test_every_name_in_it_says_that_it_is_made_up() -> None:
    assert REGISTERS.werkmap.organisatie.endswith("(verzonnen)")
    assert all(item.naam.endswith("(verzonnen)") for item in REGISTERS.aanbieders)
    for dossier in DOSSIERS:
        assert dossier.onderzoek.opdruk == "Verzonnen voorbeeld: geen echte aanbieder en geen echt rapport"
        assert dossier.onderzoek.aanbieder.naam.endswith("(verzonnen)")


def test_the_points_of_the_onderzoek_of_2025_have_every_state() -> None:
    dossier = next(item for item in DOSSIERS if item.naam == "thuis-aan-het-water-2025")
    states = [
        located.value.opvolging[-1].status if located.value.opvolging else "open"
        for located in dossier.verbeterpunten
    ]
    assert sorted(states) == ["deels", "geborgd-vastgesteld", "gereed-volgens-aanbieder", "open", "vervallen"]
