"""A refused value never stands in a message: it may be a BSN, and messages end in logs. Nor does English."""

import re
from collections.abc import Iterator

import pytest

from tests.rules.dossiers import BASE
from toezicht_cli.loading.dossier import BESTANDEN
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.yaml_text import Position, YamlText, YamlTextError, parse
from toezicht_cli.models.base import Element
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel

BSN = "123456782"
_ENGLISH = re.compile(
    r"\b(input|should|valid|value|expected|unexpected|field|string|type|extra|permitted|error|found|mapping|"
    r"sequence|scalar|token|character|while|dictionary|instance|pydantic)\b",
    re.IGNORECASE,
)
_ONDERZOEK = BASE / "onderzoeken/basis"
_MEER = """\
kader_hash: "{nul}"
eindoordeel: {oordeel: voldoet, strekking: De documenten.}
bewaren_tot: 2030
"""
# Files that the base dossier does not have.
NUL = "0" * 64
EXTRA = {
    "wederhoor.yaml": "reacties: [{id: R01, soort: zienswijze, norm: '1.1', reactie: Goed., verwerkt: ja}]\n",
    "handhaving.yaml": "stappen: [{datum: 2026-01-01, maatregel: Gesprek., besloten_door: College.}]\n",
    "collegiale_toets.yaml": "opmerkingen: [{datum: 2026-01-01, door: Collega, opmerking: Goed.}]\n",
    "verzonden.yaml": "verzendingen: [{datum: 2026-01-01, aan: Aanbieder, wat: Rapport}]\n",
    "uitzonderingen.yaml": (
        "uitzonderingen: [{controle: BRN001, bestand: b.yaml, plaats: B01, reden: Zo., tot: 2026-01-01}]\n"
    ),
    "vaststelling.yaml": (
        "formaat: 1\nversies: [{nummer: 1, status: geldend, vastgesteld_op: 2026-01-01, "
        f"vastgesteld_door: Hoofd, kader: proef@1, kader_hash: '{NUL}', gegevens: '{NUL}', "
        f"huisstijl: '{NUL}', uitvoer: {{rapport.pdf: '{NUL}'}}}}]\n"
    ),
}
WRONG = (
    BSN,
    f'"{BSN}"',
    f'"<b>{BSN}</b>"',
    f"[{BSN}]",
    f"{{{BSN}: {BSN}}}",
    f"[{{{BSN}: [{BSN}]}}]",
    f"'mail@{BSN}.nl'",
    f"{BSN}-{BSN}",
)


def read_sources() -> dict[str, tuple[str, type[Element]]]:
    """Return one text for every kind of file, with its model."""
    found: dict[str, tuple[str, type[Element]]] = {
        name: (text, BESTANDEN[name]) for name, text in EXTRA.items()
    }
    for path in sorted(_ONDERZOEK.rglob("*.yaml")):
        found[path.name] = (path.read_text(encoding="utf-8"), BESTANDEN.get(path.name, Normoordeel))
    text, model = found["onderzoek.yaml"]
    found["onderzoek.yaml"] = (text + _MEER.replace("{nul}", "0" * 64), model)
    kader = BASE / "kaders/toetsing/proef/1.yaml"
    found["kader"] = (kader.read_text(encoding="utf-8"), Toetsingskader)
    return found


SOURCES = read_sources()


def plant(text: YamlText) -> Iterator[str]:
    """Yield the text with one value or one field name replaced by something with a BSN in it."""
    places: list[tuple[Position, tuple[str, ...]]] = [
        *((position, WRONG) for position in text.positions.values()),
        *((position, (BSN, f'"[{BSN}]"', '"[key]"')) for position in text.key_positions.values()),
    ]
    for position, replacements in places:
        before, after = text.text[: position.start], text.text[position.end :]
        line_end = "\n" if text.text[position.start : position.end].endswith("\n") else ""
        for replacement in replacements:
            yield f"{before}{replacement}{line_end}{after}"


def find_faults(source: str, model: type[Element]) -> tuple[Fault, ...]:
    try:
        text = parse(source, "bestand.yaml")
    except YamlTextError as error:
        return tuple(error.faults)
    return validate(text, model)[1]


@pytest.mark.parametrize("name", SOURCES)
def test_the_files_that_are_planted_in_are_sound(name: str) -> None:
    source, model = SOURCES[name]
    assert find_faults(source, model) == ()


@pytest.mark.parametrize("name", SOURCES)
def test_no_message_repeats_a_refused_value_or_speaks_english(name: str) -> None:
    source, model = SOURCES[name]
    refused = 0
    for planted in plant(parse(source, name)):
        for fault in find_faults(planted, model):
            refused += 1
            said = f"{fault.message} {fault.help or ''}"
            assert BSN not in said, f"{fault.rule_id} repeats the value"
            assert not _ENGLISH.search(said), said
            assert "\n" not in said
    assert refused > 10
