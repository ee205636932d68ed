import pytest

from toezicht_cli.analysis.cijfers_in_tekst import Cijferverwijzing, walk_cijferverwijzingen
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Bevinding, Normoordeel

FILE = "bevindingen/1.1.yaml"
PLACE = Place(FILE, ("bevindingen", 0, "tekst"))


def _find(tekst: str) -> list[Cijferverwijzing]:
    normoordeel = Normoordeel(norm="1.1", bevindingen=(Bevinding(id="a", tekst=tekst),))
    return list(walk_cijferverwijzingen(Dossier("proef", {FILE: normoordeel})))


def test_a_name_is_found_once_per_text() -> None:
    found = _find("Van {cijfer:a_1} en {cijfer:b}, dus {cijfer:a_1}.")
    assert found == [Cijferverwijzing("a_1", PLACE), Cijferverwijzing("b", PLACE)]


@pytest.mark.parametrize(
    ("tekst", "naam", "letterlijk"),
    [
        ("{cijfer: met_vog}", "met_vog", "{cijfer: met_vog}"),
        ("{ cijfer:met_vog}", "met_vog", "{ cijfer:met_vog}"),
        ("{cijfr:met_vog}", "met_vog", "{cijfr:met_vog}"),
        ("{cijfers:met_vog}", "met_vog", "{cijfers:met_vog}"),
        ("{Cijfer:Met_VOG}", "met_vog", "{Cijfer:Met_VOG}"),
        ("{cijfer:met-vog}", "met_vog", "{cijfer:met-vog}"),
        ("{cijfer met_vog}", "met_vog", "{cijfer met_vog}"),
        ("{cijfer=met vog}", "met_vog", "{cijfer=met vog}"),
        ("{cijfer:met_vog.", "met_vog", "{cijfer:met_vog."),
        ("{cijfer:}", "", "{cijfer:}"),
        ("{cijfer}", "", "{cijfer}"),
        ("{cijfer", "", "{cijfer"),
    ],
)
def test_what_looks_like_a_call_is_reported_with_the_probable_name(
    tekst: str, naam: str, letterlijk: str
) -> None:
    assert _find(f"Van {tekst}") == [Cijferverwijzing(naam, PLACE, letterlijk)]


@pytest.mark.parametrize(
    "tekst",
    [
        "een cijfer: 8",
        "(cijfer:naam)",
        "[cijfer:naam]",
        "{naam}",
        "{cijns:naam}",
        "{lijst}",
        "{vijf}",
        "{}",
        "{",
        "cijfer:naam}",
        "{cijferblokken}",
    ],
)
def test_other_braces_are_left_in_peace(tekst: str) -> None:
    assert _find(tekst) == []
