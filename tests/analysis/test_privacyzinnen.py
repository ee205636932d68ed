"""What the quick controles of privacy find in own sentences, sentence by sentence, and what they miss."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.analysis.zoektekstproef import Proefdossier
from toezicht_cli.rules import load_rules

REGELS = load_rules(("prv",))
ZINNEN: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("privacyzinnen.yaml").read_text(encoding="utf-8")
)

Gevonden = tuple[str, str, str]


def find_in(zin: str) -> list[Gevonden]:
    """Return code, weight and words of everything found in one sentence."""
    dossier = Proefdossier(zin)
    found = []
    for rule in REGELS:
        assert rule.check is not None
        for violation in rule.check(dossier):
            assert violation.passage is not None
            words = zin[violation.passage.start : violation.passage.end]
            assert words not in f"{violation.message} {violation.help}"
            found.append((rule.id, (violation.severity or rule.severity).value, words))
    return found


@pytest.mark.parametrize("geval", ZINNEN["wel"], ids=lambda geval: geval["zin"][:40])
def test_a_datum_is_found_with_its_very_words(geval: dict[str, str]) -> None:
    assert find_in(geval["zin"]) == [(geval["code"], geval["zwaarte"], geval["woorden"])]


@pytest.mark.parametrize("zin", ZINNEN["niet"], ids=lambda zin: zin[:40])
def test_what_only_looks_like_one_passes(zin: str) -> None:
    assert find_in(zin) == []


@pytest.mark.parametrize("geval", ZINNEN["gemist"], ids=lambda geval: geval["zin"][:40])
def test_what_is_missed_is_known(geval: dict[str, str]) -> None:
    """A controle that finds one of these has become better: move the sentence."""
    assert find_in(geval["zin"]) == []


def test_every_rule_has_sentences_on_both_sides() -> None:
    assert {geval["code"] for geval in ZINNEN["wel"]} == {rule.id for rule in REGELS}
    assert len(ZINNEN["niet"]) >= len(ZINNEN["wel"])


@pytest.mark.parametrize("geval", ZINNEN["wel"][::4], ids=lambda geval: geval["zin"][:40])
def test_a_datum_is_found_between_other_texts(geval: dict[str, str]) -> None:
    before, after = "Er is **niets** aan de _hand_.", "En hier ook niet."
    for rule in REGELS:
        if rule.id == geval["code"] and rule.check is not None:
            [violation] = rule.check(Proefdossier(before, geval["zin"], after))
            assert violation.place.route == ("begrippen", 1, "uitleg")


# 50 kB of each must simply come back; tests/benchmarks/groei.py measures how the time grows.
VIJANDIG = (
    *("0", "06 ", "06-1", "A1-", "NL91ABNA0", "a@", "@a.", "bsn 1", "kenteken A", "geboren op 3 mei "),
    *("mevrouw A. ", "mw. dr. ", "Aa Aa Aastraat 1", "1234 A", "*a", "_", "+31 ", "A'", "van de "),
    "".join(chr(code) for code in range(0x4E00, 0x4E00 + 5_000)),
)


@pytest.mark.parametrize("stuk", VIJANDIG, ids=lambda stuk: repr(stuk[:12]))
def test_a_hostile_text_comes_back(stuk: str) -> None:
    find_in((stuk * (50_000 // len(stuk) + 1))[:50_000])
