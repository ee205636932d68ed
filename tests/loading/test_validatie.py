"""What pydantic refuses is told in Dutch, at its place, with what may stand there."""

import pytest

from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.validatie import MAX_FAULTS, find_model, validate
from toezicht_cli.loading.yaml_text import parse
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.cijfer import Cijfer, Cijfers
from toezicht_cli.models.kader import Criterium, Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verloop import Vaststelling

STATUSSEN = "niet-getoetst, niet-van-toepassing, eerder-getoetst, meegewogen of buiten-reikwijdte"


def find_faults(source: str, model: type[Element]) -> list[Fault]:
    return list(validate(parse(source, "f.yaml"), model)[1])


@pytest.mark.parametrize(
    ("source", "model", "code", "message", "hulp"),
    [
        ("norm: '1'\noordel: x\n", Normoordeel, "STR009", "onbekend veld 'oordel'", "bedoelde je oordeel?"),
        ("norm: '1'\nOordeel: x\n", Normoordeel, "STR009", "onbekend veld 'Oordeel'", "bedoelde je oordeel?"),
        ("norm: '1'\nREDEN: x\n", Normoordeel, "STR009", "onbekend veld 'REDEN'", "bedoelde je reden?"),
        ("norm: '1'\n'[key]': x\n", Normoordeel, "STR009", "onbekend veld '[key]'", None),
        ("norm: '1'\n'': x\n", Normoordeel, "STR009", "onbekend veld ''", None),
        ("norm: '1'\nxyzzy: \n", Normoordeel, "STR009", "onbekend veld 'xyzzy'", None),
        ("oordeel: x\n", Normoordeel, "STR010", "veld 'norm' ontbreekt of is leeg", None),
        ("norm:\n", Normoordeel, "STR010", "veld 'norm' ontbreekt of is leeg", None),
        ("cijfers: {a: }\n", Cijfers, "STR010", "veld 'a' ontbreekt of is leeg", None),
        (
            "cijfers: {Aantal cliënten: {waarde: 1}}\n",
            Cijfers,
            "STR011",
            "deze tekst heeft niet de goede vorm, zoals dossiers_zonder_verslag",
            None,
        ),
        (
            "cijfers: {a: {waarde: veel}}\n",
            Cijfers,
            "STR011",
            "hier hoort een getal als 1500 of 17.5, zonder % en zonder drie decimalen, te staan",
            None,
        ),
        ("norm: [a]\n", Normoordeel, "STR011", "hier hoort tekst te staan, geen lijst of groep", None),
        ("norm: '1'\nbevindingen: a\n", Normoordeel, "STR011", "hier hoort een lijst te staan", None),
        (
            "norm: '1'\nbevindingen: [a]\n",
            Normoordeel,
            "STR011",
            "hier hoort een groep velden te staan",
            None,
        ),
        ("cijfers: [a]\n", Cijfers, "STR011", "hier hoort een groep velden te staan", None),
        (
            "norm: '1'\npositieve_punten:\n  - \n",
            Normoordeel,
            "STR011",
            "dit onderdeel van de lijst is leeg",
            None,
        ),
        (
            "norm: '1'\nreden: ''\n",
            Normoordeel,
            "STR011",
            "deze tekst is leeg: vul hem in of haal het veld weg",
            None,
        ),
        (
            "norm: '1'\nstatus: niet-getoets\n",
            Normoordeel,
            "STR011",
            f"deze waarde kan hier niet: kies {STATUSSEN}",
            "bedoelde je niet-getoetst?",
        ),
        ("formaat: 2\n", Vaststelling, "STR011", "hier hoort het getal 1 te staan", None),
        (
            "bronnen: [{id: I01, soort: overig, datum: 3-4-2025}]\n",
            Bronnenlijst,
            "STR012",
            "schrijf deze datum als 2025-04-03",
            "toezicht controleer --repareer doet dit voor je",
        ),
        (
            "bronnen: [{id: I01, soort: overig, datum: 2025-02-30}]\n",
            Bronnenlijst,
            "STR011",
            "deze dag bestaat niet",
            None,
        ),
        (
            "bronnen: [{id: I01, soort: overig, datum: [2025]}]\n",
            Bronnenlijst,
            "STR011",
            "hier hoort een datum te staan, zoals 2025-01-23",
            None,
        ),
    ],
)
def test_a_refusal_is_told_in_dutch(
    source: str, model: type[Element], code: str, message: str, hulp: str | None
) -> None:
    [fault] = find_faults(source, model)
    assert (fault.rule_id, fault.message) == (code, message)
    if hulp is not None:
        assert fault.help == hulp


def test_help_lists_the_fields_when_nothing_looks_like_it() -> None:
    [fault] = find_faults("bronnen: [{id: I01, soort: overig, xyzzy: 1}]\n", Bronnenlijst)
    assert fault.help is not None
    assert fault.help.startswith("deze velden kunnen hier: id, soort, rol")


def test_an_unknown_field_deep_in_criteria_is_explained_too() -> None:
    source = (
        "themas: [{id: a, titel: b, normen: [{id: a, criteria: [{id: a, criteria: [{id: b, teks: c}]}]}]}]\n"
    )
    [fault] = [fault for fault in find_faults(source, Toetsingskader) if fault.rule_id == "STR009"]
    assert (fault.message, fault.help) == ("onbekend veld 'teks'", "bedoelde je tekst?")


def test_a_missing_field_points_at_the_group_that_lacks_it() -> None:
    [fault] = find_faults("bronnen:\n  - {id: I01, soort: overig}\n  - soort: overig\n", Bronnenlijst)
    assert (fault.rule_id, fault.location.line, fault.location.column) == ("STR010", 3, 5)


def test_all_that_is_wrong_is_found_at_once() -> None:
    found = find_faults("bronnen:\n  - {id: 1, soort: x}\n  - {soort: overig, y: 1}\nz: 1\n", Bronnenlijst)
    assert sorted((fault.rule_id, fault.location.line) for fault in found) == [
        ("STR009", 3),
        ("STR009", 4),
        ("STR010", 3),
        ("STR011", 2),
        ("STR011", 2),
    ]


def test_very_many_faults_are_cut_and_counted() -> None:
    source = "".join(f"veld{number}: x\n" for number in range(500))
    found = find_faults(f"norm: '1'\n{source}", Normoordeel)
    assert len(found) == MAX_FAULTS + 1
    assert found[-1].message == f"en nog {500 - MAX_FAULTS} fouten in dit bestand"


@pytest.mark.parametrize(
    ("model", "route", "expected"),
    [
        (Bronnenlijst, ("bronnen", 3), Bron),
        (Cijfers, ("cijfers", "aantal"), Cijfer),
        (Toetsingskader, ("themas", 0, "normen", 0, "criteria", 1, "criteria", 2), Criterium),
        (Onderzoek, ("weg", "nog verder"), None),
        (Onderzoek, ("titel",), None),
    ],
)
def test_the_model_at_a_route_is_found(
    model: type[Element], route: tuple[str | int, ...], expected: type[Element] | None
) -> None:
    model.model_rebuild()
    assert find_model(model, route) is expected
