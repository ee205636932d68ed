"""Slips that people make in YAML: the message names the slip, at its own place."""

import pytest

from toezicht_cli.loading.yaml_text import YamlTextError, parse

CASES = {
    "oordeel:voldoet\nbevindingen:\n  - id: a\n": (1, 8, "na de dubbele punt hoort een spatie"),
    "bevindingen:\n  – id: a\n  – id: b\n": (
        2,
        3,
        "dit is geen gewoon streepje: typ een - van het toetsenbord",
    ),
    'tekst: "Goed" zegt de cliënt.\n': (1, 8, "zo mag een zin niet beginnen"),
    "tekst: {cijfer:dossiers} dossiers.\n": (1, 8, "zo mag een zin niet beginnen"),
    "tekst: [@I01] De cliënt kent het plan.\n": (1, 8, "zo mag een zin niet beginnen"),
    "bronnen: [@I01]\n": (1, 11, "schrijf hier het nummer zonder @"),
}


@pytest.mark.parametrize("text", CASES)
def test_a_slip_is_named_at_its_place(text: str) -> None:
    line, column, message = CASES[text]
    with pytest.raises(YamlTextError) as caught:
        parse(text, "f")
    fault = caught.value.faults[0]
    assert (fault.location.line, fault.location.column) == (line, column)
    assert fault.message.startswith(message)


def test_a_sentence_that_a_hash_cuts_off_is_a_fault_and_a_comment_is_not() -> None:
    with pytest.raises(YamlTextError) as caught:
        parse("tekst: In dossier #4 staat een plan.\n", "f")
    assert [fault.rule_id for fault in caught.value.faults] == ["STR022"]
    assert parse("tekst: Een hele zin.  # met uitleg\n", "f").value == {"tekst": "Een hele zin."}
    assert parse('tekst: "In dossier #4."\n', "f").value == {"tekst": "In dossier #4."}
