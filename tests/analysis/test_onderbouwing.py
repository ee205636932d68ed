"""The chain of one norm: what is there in order, and the missing links by name."""

from typing import Any

import pytest

from tests.analysis.proefdossier import make_categorie, make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.bronlabels import describe_datums, describe_naam, describe_regel, describe_soort
from toezicht_cli.analysis.cijfers_invullen import fill_cijfers, find_onbekende_cijfers
from toezicht_cli.analysis.onderbouwing import Keten, explain_norm
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.verbeterpunt import Verbeterpunten

BRON = Bron.model_validate({"id": "B1", "soort": "beleidsdocument", "titel": "Meldcode"})
CIJFERS = Cijfers.model_validate(
    {
        "cijfers": {
            "deel": {"waarde": "17.5"},
            "weg": {"waarde": "onbekend"},
            "leeg": {"waarde": "niet-vermeld"},
        }
    }
)


def kader_with_criteria(velden: dict[str, Any] | None = None) -> Toetsingskader:
    norm = {
        "id": "1.1",
        "titel": "Plan",
        "omschrijving": "Er is een plan.",
        "criteria": (
            {"id": "a", "tekst": "Eerste."},
            {"id": "b", "tekst": "Tweede.", "criteria": ({"id": "b1", "tekst": "Deel."},)},
            {"id": "c", "tekst": "Derde."},
        ),
    }
    themas = ({"id": "1", "titel": "Thema 1", "normen": (norm,)},)
    return make_kader({}, **{"themas": themas} | (velden or {}))


def explain(
    item: Normoordeel | None,
    punten: tuple[dict[str, object], ...] = (),
    onleesbaar: frozenset[str] = frozenset(),
    kader: Toetsingskader | None = None,
) -> Keten:
    kader = kader or kader_with_criteria()
    documents = make_dossier(kader, [item] if item else []).documents
    lijst = Verbeterpunten.model_validate({"verbeterpunten": punten})
    extra = {
        "bronnen.yaml": Bronnenlijst(bronnen=(BRON,)),
        "cijfers.yaml": CIJFERS,
        "verbeterpunten.yaml": lijst,
    }
    dossier = Dossier("proef", {**documents, **extra}, onleesbaar)
    return explain_norm(dossier, kader.normen[0]).ketens[0]


def item(tekst: str = "Gezien.", *bronnen: str, **velden: str | None) -> Normoordeel:
    bevinding = {"id": "a", "tekst": tekst, "bronnen": bronnen, "criteria": ("a", "b1", "c")}
    oordeel = velden.pop("oordeel", "voldoet")
    return make_oordeel("1.1", oordeel, bevindingen=(bevinding,), **velden)


def test_a_sound_chain_misses_nothing() -> None:
    keten = explain(item("In {cijfer:deel} procent [@B1]."))
    assert keten.ontbreekt == ()
    assert keten.bevindingen[0].tekst == "In 17,5 procent [@B1]."
    assert [(steun.id, steun.bron) for steun in keten.bevindingen[0].bronnen] == [("B1", BRON)]
    assert [criterium.id for criterium in keten.bevindingen[0].criteria] == ["a", "b1", "c"]
    assert keten.conclusie == "Zorg Voorbeeld voldoet aan de norm."


def test_an_own_conclusion_goes_before_that_of_the_tool() -> None:
    assert explain(item("Gezien.", "B1", conclusie="Het is {cijfer:deel}.")).conclusie == "Het is 17,5."


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, ("het bestand van deze norm is er niet",)),
        (item(), ("bevinding a noemt geen bron",)),
        (item("Gezien.", "B1", "B9"), ("niet in de bronnenlijst: B9",)),
        (item("{cijfer:geen} en {cijfer:geen}", "B1"), ("niet in cijfers.yaml: geen",)),
        (item("x", "B1", oordeel="vaag"), ("het oordeel 'vaag' staat niet in de schaal van het kader",)),
        (item("x", "B1", oordeel=None), ("er is nog geen oordeel, en geen reden waarom het ontbreekt",)),
        (make_oordeel("1.1", "voldoet"), ("er is geen bevinding",)),
        (make_oordeel("1.1", status="niet-getoetst", reden="Er was niemand."), ()),
        (make_oordeel("1.1", status="niet-getoetst"), ("er is een status zonder reden",)),
    ],
)
def test_a_missing_link_is_named(found: Normoordeel | None, expected: tuple[str, ...]) -> None:
    assert explain(found).ontbreekt == expected


def test_several_bevindingen_without_bron_and_criteria_without_bevinding() -> None:
    items = tuple({"id": name, "tekst": "x", "criteria": ("b1",)} for name in "ab")
    keten = explain(make_oordeel("1.1", "voldoet", bevindingen=items))
    assert keten.ontbreekt == (
        "bevindingen a en b noemen geen bron",
        "geen bevinding noemt de onderdelen a en c",
    )


def test_points_are_those_of_the_norm_and_an_asked_point_is_missed() -> None:
    categorie = make_categorie("voldoet-niet").model_copy(update={"vraagt": "vereiste-aanpassing"})
    kader = kader_with_criteria({"schaal": {"richting": "positief-eerst", "categorieen": (categorie,)}})
    found = item("x", "B1", oordeel="voldoet-niet")
    assert explain(found, kader=kader).ontbreekt == (
        "het oordeel vraagt om een vereiste aanpassing, en die is er niet",
    )
    punt = {"norm": "1.1", "soort": "vereiste-aanpassing", "tekst": "Doe het."}
    keten = explain(found, ({"id": "V1", **punt}, {"id": "V2", **punt, "norm": "1.2"}), kader=kader)
    assert [found.id for found in keten.punten or ()] == ["V1"]
    assert keten.ontbreekt == ("geen uiterste datum: V1",)


def test_what_could_not_be_read_is_said_and_no_conclusion_is_drawn_from_it() -> None:
    onleesbaar = frozenset({"bronnen", "cijfers", "verbeterpunten"})
    keten = explain(item("{cijfer:geen}", "B9"), onleesbaar=onleesbaar)
    assert keten.ontbreekt == tuple(
        f"{name}.yaml is niet te lezen" for name in ("bronnen", "cijfers", "verbeterpunten")
    )
    assert keten.punten is None
    keten = explain(None, onleesbaar=frozenset({"bevindingen"}))
    assert keten.ontbreekt == ("het bestand van deze norm is er niet of is niet te lezen",)
    assert "niet te lezen" in keten.conclusie


def test_a_vestiging_has_its_own_chain() -> None:
    kader = make_kader({"1": ["1.1"]}, per="locatie")
    dossier = make_dossier(
        kader, [make_oordeel("1.1", "voldoet", locatie="L2")], make_onderzoek(("L1", "L2"))
    )
    both = explain_norm(dossier, kader.normen[0])
    assert [(keten.locatie, keten.normoordeel is None) for keten in both.ketens] == [
        ("L1 Huis L1", True),
        ("L2 Huis L2", False),
    ]
    assert [keten.sleutel for keten in explain_norm(dossier, kader.normen[0], "L2").ketens] == ["1.1@L2"]


def test_points_are_called_as_the_organisation_does() -> None:
    labels = ({"soort": "verbeterpunt", "enkelvoud": "aanbeveling", "meervoud": "aanbevelingen"},)
    kader = kader_with_criteria({"puntlabels": labels})
    found = explain_norm(make_dossier(kader, []), kader.normen[0])
    assert found.name_punten("verbeterpunt", 1) == "aanbeveling"
    assert found.name_punten("vereiste-aanpassing", 2) == "vereiste aanpassingen"


def test_figures_are_filled_in_dutch_and_never_invented() -> None:
    tekst = "{cijfer:deel} {cijfer:weg} {cijfer:leeg} {cijfer:geen} {cijfer deel}"
    assert fill_cijfers(tekst, CIJFERS) == "17,5 onbekend niet vermeld {cijfer:geen} {cijfer deel}"
    assert find_onbekende_cijfers(tekst, CIJFERS) == ("geen",)


@pytest.mark.parametrize(
    ("velden", "naam", "soort", "datums", "regel"),
    [
        (
            {"soort": "interview", "rol": "client", "aanduiding": "Cliënt A", "datum": "2025-03-03"},
            *("Cliënt A", "interview met cliënt", "3 maart 2025", "Cliënt A"),
        ),
        (
            {"soort": "interview", "rol": "medewerker", "aanduiding": "Bestuurder", "aantal": "2"},
            *("Bestuurder", "2 interviews met medewerkers", "", "Bestuurder (2 stuks), medewerker"),
        ),
        (
            {
                "soort": "overig",
                "documentdatum": "2025-03",
                "documentdatum_uit": "titel",
                "versie": "niet-vermeld",
            },
            *(
                "overige bron",
                "overige bron",
                "documentdatum maart 2025 (volgens de titel), versie niet vermeld",
            ),
            "overige bron",
        ),
        (
            {
                "soort": "melding",
                "titel": "M",
                "ontvangen_op": "niet-vermeld",
                "geldig": "2025/..",
                "versie": "2",
            },
            *("M", "melding", "ontvangen niet vermeld, versie 2, geldig vanaf 2025", "M"),
        ),
    ],
)
def test_a_bron_is_called_in_words(
    velden: dict[str, object], naam: str, soort: str, datums: str, regel: str
) -> None:
    bron = Bron.model_validate({"id": "X1", **velden})
    found = (describe_naam(bron), describe_soort(bron), describe_datums(bron), describe_regel(bron))
    assert found == (naam, soort, datums, regel)
