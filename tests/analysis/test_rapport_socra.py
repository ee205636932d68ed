"""A report in our own words of the facts of the Socra example, in the shapes that real reports have.

As it stands nothing may be found; with one fact changed, that one must be.
"""

from functools import cache
from pathlib import Path

import pytest

from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.rapportlezen.uit_tekst import read_tekst
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.rapporttekst import Rapporttekst
from toezicht_cli.rules import load_rules
from toezicht_cli.services.plek import kadermap_for

SOCRA = Path(__file__).parents[2] / "voorbeelden" / "socra-2025"
RULES = [rule for rule in load_rules(("rap",)) if rule.check]
BEGIN = """1. Inleiding

1.1. Aanleiding

Er waren meldingen. Een aanbieder die in 2022 voldeed aan twaalf normen, kan nu
anders werken.

1.2. Werkwijze

Zo is er informatie verzameld:

- er zijn zeven cliëntdossiers gelezen;
- er is gesproken met vier cliënten;
- er zijn interviews gehouden met drie ambulant begeleiders, de bestuurder, de
zorgcoördinator en de kwaliteitsmedewerker.

Onderzoeksperiode: januari t/m april 2025

3. Bevindingen

3.1. Cliëntgerichtheid

"""
SLOT = """4. Oordeel

4.1. Uitkomst

Wij hebben 18 van de 21 normen onderzocht. Socra voldoet aan zes normen, voldoet niet
aan zes normen en voldoet grotendeels aan zes normen. Drie normen zijn niet getoetst.

Oordeel   Aantal normen
Voldoet   6
Voldoet grotendeels   6
Voldoet niet   6

Er zijn zeven verbeterpunten en 23 vereiste aanpassingen geformuleerd.

Van de 29 verbeterpunten uit het plan van Socra waren er negen klaar.

5. Bijlage

Procedure meldingen   23-1-2025   3   januari 2025
"""


@cache
def _dossier() -> Dossier:
    return load_dossier(SOCRA, kadermap_for(SOCRA)).dossier


def _report(changed: str = "", zin: str = "") -> str:
    """Return the report, with the conclusion on the norm ``changed`` replaced by ``zin``."""
    parts = [BEGIN]
    for item in (located.value for located in _dossier().normoordelen):
        norm = _dossier().kader.find_norm(item.norm)
        assert norm is not None
        categorie = _dossier().kader.schaal.find(item.oordeel or "")
        conclusie = f"Socra {categorie.zin}" if categorie else "Deze norm is om die reden niet getoetst"
        if item.norm == changed:
            conclusie = zin
        elif categorie:
            conclusie += f" “{norm.titel}”"
        kop = f"{norm.id} {norm.titel}\n\nToelichting:\n\nHier is naar gekeken."
        parts.append(f"{kop}\n\nConclusie\n\n{conclusie}.\n\n")
    return "".join((*parts, SLOT))


def _find(text: str) -> list[tuple[str, str]]:
    rapport = Rapporttekst("rapport/socra.txt", tuple(read_tekst(text.encode())))
    dossier = _dossier().with_rapporten((rapport,))
    return [(rule.id, violation.message) for rule in RULES if rule.check for violation in rule.check(dossier)]


NORMEN = {located.value.norm: located.value.oordeel for located in _dossier().normoordelen}
ZINNEN = {item.id: f"Socra {item.zin}" for item in _dossier().kader.schaal.categorieen}


def test_the_report_as_it_stands_gives_nothing() -> None:
    assert _find(_report()) == []


@pytest.mark.parametrize("norm", NORMEN)
@pytest.mark.parametrize("categorie", ZINNEN)
def test_every_changed_oordeel_is_found_and_a_right_one_is_not(norm: str, categorie: str) -> None:
    found = _find(_report(norm, ZINNEN[categorie]))
    if NORMEN[norm] == categorie:
        assert found == []
    else:
        ((code, message),) = found
        assert code == "RAP003"
        assert f"bij norm {norm} '{ZINNEN[categorie]}'" in message


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("hebben 18 van", "hebben 17 van", "RAP002"),
        ("de 21 normen", "de 20 normen", "RAP002"),
        ("Socra voldoet aan zes", "Socra voldoet aan zeven", "RAP002"),
        ("grotendeels aan zes", "grotendeels aan vijf", "RAP002"),
        ("niet\naan zes", "niet\naan acht", "RAP002"),
        ("Drie normen", "Vier normen", "RAP002"),
        ("Voldoet   6", "Voldoet   7", "RAP002"),
        ("niet   6", "niet   5", "RAP002"),
        ("zeven cliëntdossiers", "acht cliëntdossiers", "RAP004"),
        ("vier cliënten", "vijf cliënten", "RAP004"),
        ("zeven verbeterpunten", "acht verbeterpunten", "RAP004"),
        ("23 vereiste", "22 vereiste", "RAP004"),
        ("januari t/m april 2025", "februari t/m april 2025", "RAP005"),
        ("januari t/m april 2025", "januari t/m mei 2025", "RAP005"),
    ],
)
def test_every_changed_number_or_date_is_found(old: str, new: str, code: str) -> None:
    text = _report()
    assert text.count(old) == 1
    assert [found for found, _ in _find(text.replace(old, new))] == [code]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("vier cliënten", "ongeveer vijf cliënten"),
        ("januari t/m april 2025", "1 januari t/m 30 april 2025"),
        ("Voldoet   6\n", ""),
        ("Drie normen zijn niet getoetst.", "Vier normen zouden niet getoetst zijn."),
        ("4.1. Uitkomst", "4.1. Uitkomst in 2022"),
    ],
)
def test_what_may_be_right_gives_nothing(old: str, new: str) -> None:
    text = _report()
    assert text.count(old) == 1
    assert _find(text.replace(old, new)) == []
