"""The schemas against the models: an independent validator gives the same verdict on the same text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from toezicht_cli.analysis.modelschema import Schemasoort
from toezicht_cli.cli.entry import run
from toezicht_cli.diagnostics import Route, ToezichtError
from toezicht_cli.loading.dossier import BESTANDEN
from toezicht_cli.loading.registers import REGISTERS
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.base import Element
from toezicht_cli.models.bevoegdheid import Bevoegdheden
from toezicht_cli.models.huisstijl import Huisstijl, Sjabloon
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.models.termijn import Kalender
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.services.schema import build_schema, list_schemas, to_text, write_schemas

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests" / "rules" / "_basis"
MODELS: dict[str, type[Element]] = {
    **{name.removesuffix(".yaml"): model for name, model in BESTANDEN.items()},
    "bevinding": Normoordeel,
    **{soort.naam: soort.model for soort in REGISTERS},
    "toetsingskader": Toetsingskader,
    "afwegingskader": Afwegingskader,
    "bevoegdheid": Bevoegdheden,
    "overgang": Kaderovergang,
    "kalender": Kalender,
    "werkmap": Werkmap,
    "huisstijl": Huisstijl,
    "sjabloon": Sjabloon,
}
FILES = sorted(
    path for folder in (ROOT / "voorbeelden", ROOT / "kaders", BASE) for path in folder.rglob("*.yaml")
)
# One sound document of every kind that no example has, with every field of it.
MADE_UP: dict[str, YamlValue] = {
    "handhaving": {
        "stappen": [
            {
                "datum": "2025-01-23",
                "maatregel": "Een gesprek.",
                "besloten_door": "Het college.",
                "grondslag": "Wmo 2015.",
                "toelichting": "Het is **besproken**.",
            }
        ]
    },
    "collegiale_toets": {
        "opmerkingen": [
            {
                "datum": "2025-01-23",
                "door": "Een collega",
                "norm": "1.10",
                "opmerking": "Waarom?",
                "afgehandeld": "Ja.",
            }
        ]
    },
    "verzonden": {"verzendingen": [{"datum": "2025-01-23", "aan": "De aanbieder", "wat": "Het concept"}]},
    "vaststelling": {
        "formaat": "1",
        "versies": [
            {
                "nummer": "1",
                "status": "geldend",
                "vastgesteld_op": "2025-01-23",
                "vastgesteld_door": "De manager",
                "reden": "Eerste versie.",
                "kader": "proef@1",
                "kader_hash": "0" * 64,
                "gegevens": "0" * 64,
                "huisstijl": "0" * 64,
                "invoer": {"onderzoek.yaml": {"bestand": "0" * 64, "inhoud": "0" * 64}},
                "uitvoer": {"rapport.pdf": "0" * 64},
            }
        ],
    },
    "uitzonderingen": {
        "uitzonderingen": [
            {"controle": "BRN004", "bestand": "a.yaml", "plaats": "O17", "reden": "Mag.", "tot": "2025-01-23"}
        ]
    },
    "sjabloon": {"formaat": "1", "naam": "kort", "omschrijving": "Eén bladzijde."},
    "huisstijl": {
        "formaat": "1",
        "organisatie": "GGD Proef",
        "adres": ["Laan 1"],
        "logo": "logo.svg",
        "logo_tekst": "Een cirkel",
        "kleur": "#1f4e79",
        "lettertypen": {"tekst": "A", "koppen": "B", "bestanden": ["a.ttf"]},
        "voorblad": "wit",
    },
    "wederhoor": {
        "reacties": [
            {
                "id": "R01",
                "soort": "zienswijze",
                "norm": "1.1",
                "passage": "zo",
                "reactie": "Niet zo.",
                "verwerkt": "deels",
                "motivering": "Omdat.",
                "gewijzigd": "Een woord.",
            }
        ]
    },
}


def kind_of(path: Path) -> str:
    kinds = {
        **{soort.map: soort.naam for soort in REGISTERS},
        "bevindingen": "bevinding",
        "toetsing": "toetsingskader",
        "afweging": "afwegingskader",
        "overgang": "overgang",
    }
    for folder in reversed(path.relative_to(ROOT).parts[:-1]):
        if folder in kinds:
            return kinds[folder]
    return "werkmap" if path.name == "toezicht.yaml" else path.stem


def read(path: Path) -> YamlValue:
    return parse(path.read_text(encoding="utf-8"), path.name).value


DOCUMENTS: list[tuple[str, YamlValue]] = [
    *((kind_of(path), read(path)) for path in FILES),
    *MADE_UP.items(),
]
VALIDATORS = {kind: Draft202012Validator(build_schema(kind)) for kind in MODELS}


def model_accepts(kind: str, value: object) -> bool:
    try:
        MODELS[kind].model_validate(value)
    except ValidationError:
        return False
    return True


def schema_accepts(kind: str, value: object) -> bool:
    return bool(VALIDATORS[kind].is_valid(value))


def test_every_file_of_an_onderzoek_has_a_schema_and_nothing_else_has() -> None:
    assert {soort.naam for soort in list_schemas() if soort.bestanden} == set(MODELS)
    assert {kind for kind, _ in DOCUMENTS} == set(MODELS), "a kind without a document is not proven"


@pytest.mark.parametrize("soort", list_schemas(), ids=lambda soort: soort.naam)
def test_a_schema_is_one_by_its_own_standard(soort: Schemasoort) -> None:
    schema = build_schema(soort.naam)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:toezicht:schema:{soort.naam}:1"
    assert schema["title"] == soort.titel
    assert "://" not in json.dumps(schema).replace("https://json-schema.org/draft/2020-12/schema", "")


def walk(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from walk(part)


@pytest.mark.parametrize("kind", MODELS)
def test_a_field_is_explained_in_dutch_and_nothing_in_english(kind: str) -> None:
    schema = build_schema(kind)
    groups = [part for part in walk(schema) if isinstance(part.get("properties"), dict)]
    fields = [field for group in groups for field in group["properties"].values()]
    assert all(
        len(field["description"]) > 5 and field["description"].endswith((".", "?")) for field in fields
    )
    assert sum("description" in part for part in walk(schema) if "properties" not in part) == len(fields)
    assert not any("default" in part for part in [*fields, *groups])
    assert [part for part in walk(schema) if isinstance(part.get("title"), str)] == [schema]
    assert not any(word in field["description"] for field in fields for word in (" the ", " and ", "``"))


@pytest.mark.parametrize(("kind", "value"), DOCUMENTS, ids=lambda item: item if isinstance(item, str) else "")
def test_every_file_that_we_ship_is_valid(kind: str, value: YamlValue) -> None:
    assert [error.message for error in VALIDATORS[kind].iter_errors(value)] == []
    assert model_accepts(kind, value)


# --- The same verdict on whatever somebody may type ---------------------------------------------------

# What a schema cannot say. Each is refused by the model and taken by the schema.
EXCEPTIONS = {
    "a day that its month lacks": ("onderzoek", "onderzoeksperiode", "2025-02-30"),
    "the same, in an interval": ("onderzoek", "onderzoeksperiode", "2025-01/2025-04-31"),
    "the same, where one day is asked": ("verzonden", "datum", "2025-02-29"),
    "an interval that runs backward": ("onderzoek", "onderzoeksperiode", "2025-03/2025-01"),
    "HTML in Markdown": ("onderzoek", "aanleiding", "<b>vet</b>"),
}
WORDS: tuple[YamlValue, ...] = (
    None, "", " ", "\n", "x", "ja", "nee", "Ja", "ja\n", "onbekend", "niet-vermeld", "niet-geleverd",
    "0", "-1", "7", "007", "1.5", "1,5", "1e3", "1_000", "17.5\n", "1.10", "1.10\n", "1..1", "-1.1",
    "norm 1", "I05", "I05b", "i", "I00005", "L1", "l1", "L1000", "BRN004", "2025", "0000", "2025-13",
    "2025-00-01", "2025-01", "2025-01-32", "2025-1-2", "23-1-2025", "2025-01-23", "2025-01-23\n",
    "2025-01-23/2025-01-23", "2025-01/", "/2025", "2025/..", "../2025", "2025-01/2025-06", "٢٠٢٥",
    "zo-spoedig-mogelijk", "voldoet", "voldoet-", "a" * 61, "a" * 21, "naam@1", "naam@", "Naam@1",
    "f" * 64, "F" * 64, "#1b5e20", "#1B5E20", "✓", "✓✓✓", "|", "\u00a0", "geen", "open", "vestiging één",
    [], ["x"], [None], {}, {"x": "y"}, {"x": None}, [["x"]],
)  # fmt: skip
ITEMS: tuple[YamlValue, ...] = (None, "", "x", "7", [], {})


def places(value: YamlValue, route: Route = ()) -> Iterator[Route]:
    yield route
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, child in children:
        yield from places(child, (*route, step))


def replaced(value: YamlValue, route: Route, new: YamlValue) -> YamlValue:
    if not route:
        return new
    step, deeper = route[0], route[1:]
    if isinstance(value, dict):
        return {
            name: replaced(child, deeper, new) if name == step else child for name, child in value.items()
        }
    assert isinstance(value, list)
    return [replaced(child, deeper, new) if index == step else child for index, child in enumerate(value)]


def at(value: YamlValue, route: Route) -> YamlValue:
    for step in route:
        if isinstance(value, dict):
            value = value.get(str(step))
        else:
            value = value[step] if isinstance(value, list) and isinstance(step, int) else None
    return value


def shortened(value: YamlValue, route: Route = ()) -> tuple[YamlValue, Route]:
    """Return ``value`` with one item in every list, on the way of ``route`` the one that it names."""
    if isinstance(value, list) and value:
        index = route[0] if route else 0
        assert isinstance(index, int)
        item, deeper = shortened(value[index], route[1:])
        return [item], (0, *deeper) if route else ()
    if isinstance(value, dict):
        below = shortened(value[str(route[0])], route[1:])[1] if route else ()
        short = {
            name: shortened(child, route[1:] if route[:1] == (name,) else ())[0]
            for name, child in value.items()
        }
        return short, (*route[:1], *below)
    return value, route


def mutations(value: YamlValue, route: Route) -> Iterator[YamlValue]:
    """Yield ``value`` with something else at ``route``: other words, a field or item more or less."""
    found = at(value, route)
    for word in WORDS:
        yield replaced(value, route, word)
    if isinstance(found, dict):
        for key in ("onbekend", "Norm", "", "een naam", "id\n"):
            yield from (replaced(value, route, {**found, key: word}) for word in (None, "x"))
        for key in found:
            yield replaced(value, route, {name: child for name, child in found.items() if name != key})
            yield replaced(value, route, {**found, key: None})
    if isinstance(found, list):
        yield from (replaced(value, route, [*found, word]) for word in ITEMS)


def one_of_each_shape(
    documents: list[tuple[str, YamlValue]],
) -> Iterator[tuple[str, YamlValue, Route]]:
    """Yield every place of the documents whose fields were not met before."""
    met = set()
    for kind, value in documents:
        for route in places(value):
            names = ["*" if isinstance(step, int) else step for step in route]
            if kind == "cijfers" and len(names) > 1:
                names[1] = "*"
            if (kind, *names) not in met:
                met.add((kind, *names))
                yield kind, *shortened(value, route)


PLACES = list(one_of_each_shape(DOCUMENTS))


@pytest.mark.parametrize("kind", MODELS)
def test_model_and_schema_agree_on_every_mutation(kind: str) -> None:
    tried = refused = 0
    for _, value, route in (place for place in PLACES if place[0] == kind):
        for mutated in mutations(value, route):
            verdict = model_accepts(kind, mutated)
            assert schema_accepts(kind, mutated) is verdict, (route, at(mutated, route))
            tried += 1
            refused += not verdict
    assert tried > 200
    assert 0.4 < refused / tried < 1


@given(st.sampled_from(PLACES), st.data())
@settings(max_examples=500, deadline=None)
def test_model_and_schema_agree_on_mutations_together(
    place: tuple[str, YamlValue, Route], data: st.DataObject
) -> None:
    kind, value, _ = place
    mutated = value
    for _ in range(data.draw(st.integers(1, 3))):
        route = data.draw(st.sampled_from(list(places(mutated))))
        word: YamlValue = data.draw(
            st.one_of(st.sampled_from(WORDS), st.from_regex(r"[0-9]{4}(-0[1-9]){0,2}", fullmatch=True))
        )
        mutated = replaced(mutated, route, word)
    assert schema_accepts(kind, mutated) is model_accepts(kind, mutated)


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_what_a_schema_cannot_say_the_model_still_refuses(name: str) -> None:
    kind, field, word = EXCEPTIONS[name]
    value = next(document for found, document in DOCUMENTS if found == kind)
    route = next(route for route in places(value) if route and route[-1] == field)
    assert schema_accepts(kind, value)
    assert schema_accepts(kind, replaced(value, route, word))
    assert not model_accepts(kind, replaced(value, route, word))


@pytest.mark.parametrize(
    ("kind", "field", "typed"),
    [
        ("bevinding", "norm", 1.1),
        ("onderzoek", "titel", 2025),
        ("onderzoek", "domein", ["kwaliteit", 7]),
        ("onderzoek", "aangekondigd", True),
    ],
)
def test_an_editor_that_reads_types_points_at_what_lacks_quotes(kind: str, field: str, typed: object) -> None:
    value: Any = next(document for found, document in DOCUMENTS if found == kind)
    assert not schema_accepts(kind, {**value, field: typed})


@pytest.mark.parametrize(
    ("kind", "field", "typed"),
    [
        ("onderzoek", "formaat", 1),
        ("onderzoek", "onderzoeksperiode", 2025),
        ("toetsingskader", "versie", 2019),
    ],
)
def test_an_editor_that_reads_types_takes_the_bare_numbers_that_we_take(
    kind: str, field: str, typed: object
) -> None:
    value: Any = next(document for found, document in DOCUMENTS if found == kind)
    assert schema_accepts(kind, {**value, field: typed})


# --- The outputs -------------------------------------------------------------------------------------

COMMANDS = {
    "controle": ["controleer", "--formaat", "json"],
    "oordeel": ["oordeel", "--formaat", "json"],
    "kaders": ["kader", "lijst", "--formaat", "json"],
    "controles": ["controles", "--formaat", "json"],
    "bronnen": ["bronnen", "--formaat", "json"],
}


@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize("broken", [False, True])
def test_the_output_of_a_command_is_valid(
    kind: str,
    broken: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = ROOT / "voorbeelden" / "socra-2025"
    if broken:
        (tmp_path / "onderzoek.yaml").write_text("formaat: 2\n")
        folder = tmp_path
    monkeypatch.chdir(folder)
    run(COMMANDS[kind])
    output = json.loads(capsys.readouterr().out)
    validator = Draft202012Validator(build_schema(f"uitvoer-{kind}"))
    assert [error.message for error in validator.iter_errors(output)] == []
    assert not validator.is_valid({**output, "formaat": "toezicht/anders/1"})
    assert not validator.is_valid({**output, "extra": 1})
    assert not validator.is_valid({name: part for name, part in output.items() if name != "formaat"})


# --- Writing them ------------------------------------------------------------------------------------


def test_all_schemas_are_written_each_as_it_is_shown(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "a" / "b")
    assert [path.name for path in written] == [f"{soort.naam}.schema.json" for soort in list_schemas()]
    for soort, path in zip(list_schemas(), written, strict=True):
        assert path.read_text(encoding="utf-8") == to_text(build_schema(soort.naam))


def test_writing_again_changes_only_what_is_older(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    (tmp_path / "bronnen.schema.json").write_text('{"$id": "urn:toezicht:schema:bronnen:0"}')
    before = {path: path.stat().st_ino for path in tmp_path.iterdir()}
    write_schemas(tmp_path)
    changed = {path.name for path in tmp_path.iterdir() if path.stat().st_ino != before[path]}
    assert changed <= {"bronnen.schema.json"}
    assert (tmp_path / "bronnen.schema.json").read_text(encoding="utf-8") == to_text(build_schema("bronnen"))


def test_a_file_that_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "bronnen.schema.json").write_text("{}")
    with pytest.raises(ToezichtError, match="geen schema van toezicht"):
        write_schemas(tmp_path, "bronnen")
    assert (tmp_path / "bronnen.schema.json").read_text() == "{}"
    (tmp_path / "cijfers.schema.json").symlink_to(tmp_path / "elders.json")
    with pytest.raises(ToezichtError, match="link"):
        write_schemas(tmp_path, "cijfers")


def test_a_folder_that_cannot_be_made_is_an_error_in_dutch(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(ToezichtError, match="niet te maken"):
        write_schemas(tmp_path / "bestand" / "map")


def test_an_unknown_kind_is_an_error_with_the_nearest_one() -> None:
    with pytest.raises(ToezichtError) as found:
        build_schema("bronen")
    assert found.value.help == "bedoelde je bronnen?"
