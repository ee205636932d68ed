"""What comes after the vaststelling changes nothing of the frozen case; every other change does."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, build_dossier
from toezicht_cli.analysis.bevriezen import LATERE_MOMENTEN, NIET_IN_RAPPORT, freeze
from toezicht_cli.analysis.vingerafdruk import fingerprint, fingerprint_files
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.datum import parse_datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Momenten, Openbaarmaking
from toezicht_cli.models.uitzondering import Uitzonderingen
from toezicht_cli.models.verbeterpunt import Opvolging, Verbeterpunten
from toezicht_cli.models.verloop import Handhaving, Stap, Wederhoor
from toezicht_cli.services.plek import kadermap_for

OP = parse_datum("2026-05-01")
LATER = parse_datum("2026-07-01")
Change = Callable[[Dossier], Dossier]


def _with(dossier: Dossier, **documents: Element) -> Dossier:
    """Return a dossier with other files: ``bronnen=…`` is ``bronnen.yaml``."""
    files = {f"{name}.yaml": element for name, element in documents.items()}
    return dossier.with_documents({**dossier.documents, **files})


def _update(dossier: Dossier, **velden: object) -> Dossier:
    return _with(dossier, onderzoek=dossier.onderzoek.model_copy(update=velden))


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """Return the base case, vastgesteld on the first of May."""
    folder = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    found = load_dossier(folder, kadermap_for(folder)).dossier
    return _update(found, fase="definitief", momenten=Momenten(vastgesteld_op=OP))


def _add_opvolging(dossier: Dossier) -> Dossier:
    stap = Opvolging(datum=LATER, status="geborgd-vastgesteld", bewijs=("O99",))
    punten = [punt.model_copy(update={"opvolging": (stap,)}) for punt in dossier.puntenlijst.verbeterpunten]
    return _with(dossier, verbeterpunten=Verbeterpunten(verbeterpunten=tuple(punten)))


def _add_bron(dossier: Dossier, bron_id: str = "O99", op: str = "2026-06-30") -> Dossier:
    bron = Bron.model_validate({"id": bron_id, "soort": "overig", "titel": "Nieuw", "ontvangen_op": op})
    return _with(dossier, bronnen=Bronnenlijst(bronnen=(*dossier.bronnenlijst.bronnen, bron)))


def _add_stap(dossier: Dossier, dag: str = "2026-07-01", bewijs: tuple[str, ...] = ()) -> Dossier:
    stap = Stap(datum=parse_datum(dag), maatregel="Een brief.", besloten_door="het college", bewijs=bewijs)
    return _with(dossier, handhaving=Handhaving(stappen=(*dossier.handhaving.stappen, stap)))


def _add_momenten(dossier: Dossier) -> Dossier:
    momenten = dossier.onderzoek.momenten or Momenten()
    later = momenten.model_copy(update=dict.fromkeys(LATERE_MOMENTEN, LATER))
    return _update(dossier, momenten=later, openbaarmaking=Openbaarmaking(status="voorgenomen"))


AFTERWARDS: dict[str, Change] = {
    "opvolging": _add_opvolging,
    "a bron for the opvolging": lambda dossier: _add_bron(_add_opvolging(dossier)),
    "a bron that nothing names yet": _add_bron,
    "a later measure": _add_stap,
    "a bron for a later measure": lambda dossier: _add_bron(_add_stap(dossier, bewijs=("O99",))),
    "dates and publication": _add_momenten,
    "an uitzondering": lambda dossier: _with(dossier, uitzonderingen=Uitzonderingen()),
}


@pytest.mark.parametrize("name", AFTERWARDS)
def test_what_comes_afterwards_does_not_count(name: str, dossier: Dossier) -> None:
    changed = AFTERWARDS[name](dossier)
    assert changed.documents != dossier.documents
    assert fingerprint(changed) == fingerprint(dossier)
    assert fingerprint_files(changed) == fingerprint_files(dossier)


@pytest.mark.parametrize(
    "change",
    [
        lambda dossier: _add_bron(dossier, op="2026-04-30"),
        lambda dossier: _add_bron(dossier, op="2026-05-01"),
        lambda dossier: _add_stap(dossier, "2026-05-01"),
        lambda dossier: _add_bron(_add_stap(dossier, "2026-04-02", ("O99",))),
        lambda dossier: _with(dossier, wederhoor=Wederhoor(uiterlijk=LATER)),
        lambda dossier: _update(dossier, momenten=Momenten(vastgesteld_op=LATER)),
        lambda dossier: _update(dossier, momenten=None),
    ],
)
def test_what_is_of_the_day_itself_or_before_counts(change: Change, dossier: Dossier) -> None:
    assert fingerprint(change(dossier)) != fingerprint(dossier)


def test_a_later_bron_that_a_bevinding_names_stays(dossier: Dossier) -> None:
    files = {file: element for file, element in dossier.documents.items() if file == "bevindingen/1.1.yaml"}
    ((file, element),) = files.items()
    bevindingen = tuple(
        item.model_copy(update={"bronnen": ("O99",)})
        for item in element.bevindingen  # type: ignore[attr-defined]  # a Normoordeel
    )
    changed = dossier.with_documents(
        {**dossier.documents, file: element.model_copy(update={"bevindingen": bevindingen})}
    )
    with_bron = _add_bron(changed)
    assert "O99" in {item.value.id for item in freeze(with_bron).bronnen}
    assert fingerprint(with_bron) != fingerprint(changed)


def test_without_a_vaststelling_everything_counts(dossier: Dossier) -> None:
    running = _update(dossier, momenten=None)
    assert freeze(running) is running
    for name, change in AFTERWARDS.items():
        assert (fingerprint(change(running)) == fingerprint(running)) is (name == "an uitzondering"), name


def test_the_day_of_a_version_can_stand_for_that_of_the_file(dossier: Dossier) -> None:
    running = _update(_add_opvolging(dossier), momenten=None)
    assert (
        fingerprint_files(running)["verbeterpunten.yaml"]
        != (fingerprint_files(dossier)["verbeterpunten.yaml"])
    )
    found = fingerprint_files(running, OP)
    assert found["verbeterpunten.yaml"] == fingerprint_files(dossier)["verbeterpunten.yaml"]


def test_freezing_twice_is_freezing_once(dossier: Dossier) -> None:
    changed = _add_momenten(_add_bron(_add_stap(_add_opvolging(dossier))))
    once = freeze(changed)
    assert freeze(once).documents == once.documents
    assert changed.documents["verbeterpunten.yaml"] != once.documents["verbeterpunten.yaml"]


def _others(value: object) -> Iterator[object]:
    """Yield values that say something else; their type need not be one that the model takes."""
    if isinstance(value, tuple):
        if value:
            yield ()
        if len(value) > 1:
            yield value[1:]
    elif isinstance(value, dict):
        yield dict(list(value.items())[1:]) if value else {"x": "iets"}
    elif isinstance(value, str | bool):
        yield f"{value},"
    elif value is None:
        yield "iets"
    else:
        yield None


def _changes(element: Element) -> Iterator[tuple[str, Element]]:
    """Yield the element with one thing changed, at every depth, and the way to that thing."""
    for veld in type(element).model_fields:
        value = getattr(element, veld)
        for other in _others(value):
            yield veld, element.model_copy(update={veld: other})
        if isinstance(value, Element):
            for way, changed in _changes(value):
                yield f"{veld}.{way}", element.model_copy(update={veld: changed})
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                for way, changed in _changes(item) if isinstance(item, Element) else ():
                    items = (*value[:index], changed, *value[index + 1 :])
                    yield f"{veld}.{way}", element.model_copy(update={veld: items})


# The fields that only tell of what comes afterwards, by the end of the way to them.
_AFTERWARDS = (*(f"momenten.{naam}" for naam in LATERE_MOMENTEN), "openbaarmaking")


def _is_afterwards(file: str, way: str) -> bool:
    return (
        file in NIET_IN_RAPPORT
        or way.startswith(_AFTERWARDS)
        or (file == "verbeterpunten.yaml" and "opvolging" in way)
    )


def test_no_field_of_a_vastgesteld_case_can_change_unseen(dossier: Dossier) -> None:
    there = _add_momenten(_add_opvolging(dossier))
    before = fingerprint_files(there)
    whole = fingerprint(there)
    seen = {True: 0, False: 0}
    for file, element in there.documents.items():
        for way, changed in _changes(element):
            if way == "momenten" or way.startswith("momenten.vastgesteld_op"):
                continue  # without the day there is nothing to leave out: all of it counts
            afterwards = _is_afterwards(file, way)
            then = there.with_documents({**there.documents, file: changed})
            assert (fingerprint(then) == whole) is afterwards, f"{file}: {way}"
            if not file.startswith("kader "):
                assert (fingerprint_files(then).get(file) == before.get(file)) is afterwards
            seen[afterwards] += 1
    assert seen[False] > 300
    assert seen[True] > 5
