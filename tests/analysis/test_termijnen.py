"""The terms of an onderzoek on a day: when they end, why, and whether they were met."""

from datetime import date
from typing import Any

import pytest

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek
from toezicht_cli.analysis.termijnen import (
    Termijnstand,
    find_reactietermijn,
    list_termijnen,
    reactietermijn,
)
from toezicht_cli.analysis.termijnoverzicht import Termijnregel, bundle
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bronnenlijst
from toezicht_cli.models.dossier import Dossier, Omgeving
from toezicht_cli.models.termijn import Kalender
from toezicht_cli.models.uitvraag import Uitvraag
from toezicht_cli.models.verbeterpunt import Verbeterpunten
from toezicht_cli.models.verloop import Wederhoor
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.resources import data_folder

KALENDER = read_document(data_folder("kaders"), "termijnen/kalender.yaml", Kalender, own=True).model
KADER = make_kader({"1": ["1.1"]})
REACTIE: dict[str, Any] = {"vanaf": "concept_verzonden_op", "klaar_met": "reactie_ontvangen_op"}
VERZONDEN = {"concept_verzonden_op": "2026-05-06"}  # + 10 werkdagen = 22 mei


def termijn(lengte: int = 10, eenheid: str = "werkdagen", **fields: object) -> dict[str, object]:
    basis = {"id": "proef", "wat": "Iets.", "lengte": str(lengte), "eenheid": eenheid, "soort": "beleid"}
    return {**basis, "bron": "verzonnen", **fields}


def dossier(
    *termijnen: dict[str, object],
    momenten: dict[str, str] | None = None,
    **files: Any,  # noqa: ANN401 - contents of files
) -> Dossier:
    """Return an onderzoek with terms; ``files`` are wederhoor, uitvraag, bronnen, punten and fields."""
    models: dict[str, type[Element]] = {"wederhoor": Wederhoor, "uitvraag": Uitvraag, "bronnen": Bronnenlijst}
    documents = {
        f"{naam}.yaml": model.model_validate(files.pop(naam))
        for naam, model in models.items()
        if naam in files
    }
    if punten := files.pop("punten", None):
        documents["verbeterpunten.yaml"] = Verbeterpunten.model_validate({"verbeterpunten": punten})
    basis = make_dossier(KADER, [], make_onderzoek(momenten=momenten or {}, **files))
    werkmap = Werkmap.model_validate(
        {"formaat": "1", "organisatie": "GGD (verzonnen)", "termijnen": termijnen}
    )
    found = basis.with_documents({**basis.documents, **documents})
    return found.with_omgeving(Omgeving(werkmap, KALENDER))


def only(found: Dossier, peildatum: str) -> Termijnstand:
    (stand,) = list_termijnen(found, date.fromisoformat(peildatum))
    return stand


@pytest.mark.parametrize(
    ("momenten", "peildatum", "stand", "dagen"),
    [
        (VERZONDEN, "2026-05-06", "loopt", 16),
        (VERZONDEN, "2026-05-22", "loopt", 0),
        (VERZONDEN, "2026-05-23", "te-laat", -1),
        (VERZONDEN, "2026-05-05", "wacht", 17),
        ({**VERZONDEN, "reactie_ontvangen_op": "2026-05-22"}, "2026-05-22", "klaar", 0),
        ({**VERZONDEN, "reactie_ontvangen_op": "2026-05-22"}, "2026-05-21", "loopt", 1),
        ({**VERZONDEN, "reactie_ontvangen_op": "2026-05-23"}, "2026-06-01", "te-laat-klaar", -10),
        ({**VERZONDEN, "reactie_ontvangen_op": "2026-06"}, "2026-06-01", "te-laat-klaar", -10),
        ({**VERZONDEN, "reactie_ontvangen_op": "2026-05"}, "2026-06-01", "klaar", -10),
        ({**VERZONDEN, "reactie_ontvangen_op": "niet-vermeld"}, "2026-06-01", "klaar", -10),
    ],
)
def test_a_term_runs_to_its_last_day(
    momenten: dict[str, str], peildatum: str, stand: str, dagen: int
) -> None:
    found = only(dossier(termijn(**REACTIE), momenten=momenten), peildatum)
    assert (found.einde, found.stand, found.dagen) == (date(2026, 5, 22), stand, dagen)
    assert found.uitleg.startswith("10 werkdagen na 6 mei 2026; 14 en 15 mei tellen niet mee")


@pytest.mark.parametrize(
    ("momenten", "uitleg"),
    [
        ({}, "concept_verzonden_op is nog niet ingevuld"),
        ({"concept_verzonden_op": "niet-vermeld"}, "concept_verzonden_op is niet vermeld"),
        ({"concept_verzonden_op": "2026-05"}, "concept_verzonden_op is geen dag maar mei 2026"),
    ],
)
def test_without_an_exact_day_there_is_no_date_but_a_reason(momenten: dict[str, str], uitleg: str) -> None:
    found = only(dossier(termijn(**REACTIE), momenten=momenten), "2026-06-01")
    assert (found.einde, found.dagen, found.stand) == (None, None, "wacht")
    assert found.uitleg == f"telt vanaf het verzenden van het concept; {uitleg}"


def test_a_term_that_nothing_ends_passes_and_is_not_late() -> None:
    found = dossier(termijn(vanaf="concept_verzonden_op"), momenten=VERZONDEN)
    assert only(found, "2026-05-22").stand == "loopt"
    assert only(found, "2026-05-23").stand == "voorbij"


def test_uitstel_moves_the_end_and_never_back() -> None:
    later = {"uitstel": {"tot": "2026-05-29", "reden": "De bestuurder was ziek."}}
    found = only(dossier(termijn(**REACTIE), momenten=VERZONDEN, wederhoor=later), "2026-05-27")
    assert (found.einde, found.stand) == (date(2026, 5, 29), "loopt")
    assert found.uitleg.endswith("; uitstel tot en met 29 mei 2026: De bestuurder was ziek")
    eerder = {"uitstel": {"tot": "2026-05-15", "reden": "Zo."}}
    assert only(
        dossier(termijn(**REACTIE), momenten=VERZONDEN, wederhoor=eerder), "2026-05-27"
    ).einde == date(2026, 5, 22)


def test_a_letter_that_says_another_day_is_named_and_does_not_overrule() -> None:
    found = only(
        dossier(termijn(**REACTIE), momenten=VERZONDEN, wederhoor={"uiterlijk": "2026-05-20"}), "2026-05-12"
    )
    assert found.einde == date(2026, 5, 22)
    assert found.uitleg.endswith("; dat is 22 mei 2026, maar in de brief staat 20 mei 2026")


@pytest.mark.parametrize("termijnen", [(), (termijn(**REACTIE),)])
def test_a_letter_counts_where_no_other_day_is_known(termijnen: tuple[dict[str, object], ...]) -> None:
    found = only(dossier(*termijnen, wederhoor={"uiterlijk": "2026-05-20"}), "2026-05-21")
    assert (found.einde, found.stand) == (date(2026, 5, 20), "te-laat")
    assert found.uitleg.startswith("zo staat het in de brief")


def test_a_message_that_no_reaction_comes_ends_the_term() -> None:
    afstand = {"afstand": {"datum": "2026-05-18", "stuk": "brief"}}
    found = dossier(termijn(**REACTIE), momenten=VERZONDEN, wederhoor=afstand)
    assert only(found, "2026-05-17").stand == "loopt"
    assert (only(found, "2026-05-18").stand, only(found, "2026-05-18").klaar_op) == (
        "klaar",
        date(2026, 5, 18),
    )


def verzoek(verzoek_id: str, **fields: object) -> dict[str, object]:
    return {"id": verzoek_id, "norm": "1.1", "omschrijving": "Iets", "gevraagd_op": "2026-03-02", **fields}


def test_every_request_has_its_own_term() -> None:
    uitvraag = {
        "uitvraag": (
            verzoek("U01", ontvangen="B01"),
            verzoek("U02"),
            verzoek("U03", ontvangen="niet-geleverd", reden="Bestaat niet."),
            verzoek("U04", gevraagd_op=None),
            verzoek("U05", ontvangen="B02"),
            verzoek("U06", ontvangen="B03"),
            verzoek("U07"),
        )
    }
    bronnen = {
        "bronnen": (
            {"id": "B01", "soort": "beleidsdocument", "ontvangen_op": "2026-03-17"},
            {"id": "B02", "soort": "beleidsdocument", "ontvangen_op": "niet-vermeld"},
            {"id": "B03", "soort": "beleidsdocument", "ontvangen_op": "2026-03-16"},
        )
    }
    found = list_termijnen(
        dossier(termijn(vanaf="gevraagd_op"), uitvraag=uitvraag, bronnen=bronnen), date(2026, 3, 18)
    )
    assert {item.onderwerp: (item.stand, item.einde) for item in found} == {
        "U01": ("te-laat-klaar", date(2026, 3, 16)),
        "U02": ("te-laat", date(2026, 3, 16)),
        "U03": ("klaar", date(2026, 3, 16)),
        "U04": ("wacht", None),
        "U05": ("klaar", date(2026, 3, 16)),
        "U06": ("klaar", date(2026, 3, 16)),
        "U07": ("te-laat", date(2026, 3, 16)),
    }
    late = bundle([Termijnregel("proef", item) for item in found if item.stand == "te-laat"])
    assert [item.wat for item in late] == ["Iets (U02 en U07)"]


def test_a_term_can_end_when_all_documents_were_requested() -> None:
    wanted = termijn(3, vanaf="gestart_op", klaar_met="gevraagd_op")
    momenten = {"gestart_op": "2026-03-02"}
    all_asked = {"uitvraag": (verzoek("U01"), verzoek("U02", gevraagd_op="2026-03-06"))}
    one_left = {"uitvraag": (verzoek("U01"), verzoek("U02", gevraagd_op=None))}
    assert only(dossier(wanted, momenten=momenten, uitvraag=all_asked), "2026-03-09").stand == "te-laat-klaar"
    assert only(dossier(wanted, momenten=momenten, uitvraag=one_left), "2026-03-09").stand == "te-laat"
    assert only(dossier(wanted, momenten=momenten), "2026-03-03").stand == "loopt"


def test_a_term_counted_back_runs_before_its_event() -> None:
    wanted = termijn(5, vanaf="laatste_bezoek", terug="ja", klaar_met="aangekondigd_op")
    bezoeken = ({"datum": "2026-03-10"}, {"datum": "2026-03-17"}, {"datum": "2026-03-12"})
    found = only(dossier(wanted, bezoeken=bezoeken), "2026-03-11")
    assert (found.einde, found.stand) == (date(2026, 3, 10), "te-laat")
    assert found.uitleg == "5 werkdagen vóór 17 maart 2026"
    assert only(dossier(wanted), "2026-03-11").uitleg == "telt vanaf het laatste bezoek; dat is er nog niet"


def test_points_and_keeping_have_a_last_day_too() -> None:
    punt = {"id": "V01", "norm": "1.1", "soort": "verbeterpunt", "tekst": "Doe.", "uiterlijk": "2026-09-01"}
    klaar = {"opvolging": ({"datum": "2026-09-04", "status": "geborgd-vastgesteld"},)}
    found = dossier(
        punten=(
            punt,
            {**punt, "id": "V02"},
            {**punt, "id": "V03", **klaar},
            {**punt, "id": "V04", "uiterlijk": None},
        ),
        bewaren_tot="2036",
    )
    voor = {item.id: item.stand for item in list_termijnen(found, date(2026, 9, 3))}
    na = {item.id: item.stand for item in list_termijnen(found, date(2037, 1, 1))}
    assert voor == {"V01": "te-laat", "V02": "te-laat", "V03": "te-laat", "bewaren": "loopt"}
    assert na == {"V01": "te-laat", "V02": "te-laat", "V03": "klaar", "bewaren": "voorbij"}
    regels = [Termijnregel("proef", item) for item in list_termijnen(found, date(2026, 9, 5))]
    assert [item.wat for item in bundle(regels)] == [
        "Punten V01 en V02",
        "Verbeterpunt bij norm 1.1 (V03)",
        "Het onderzoek bewaren",
    ]


def test_a_length_that_leaves_the_calendar_gives_no_date() -> None:
    found = dossier(termijn(3650, "maanden", **REACTIE), momenten={"concept_verzonden_op": "9990-01-01"})
    assert (only(found, "2026-01-01").einde, find_reactietermijn(found)) == (None, None)


def test_outside_the_kalender_the_date_comes_with_a_warning() -> None:
    found = dossier(termijn(**REACTIE), momenten={"concept_verzonden_op": "2028-12-20"})
    assert only(found, "2029-01-01").einde == date(2029, 1, 5)
    assert only(found, "2029-01-01").waarschuwing is not None


def test_the_end_of_the_term_to_react_can_be_asked_for_a_day() -> None:
    found = dossier(termijn(2, vanaf="gestart_op"), termijn(**REACTIE), momenten={"gestart_op": "2026-01-05"})
    einde = reactietermijn(found, date(2026, 5, 6))
    assert einde is not None
    assert (einde.einde, find_reactietermijn(found)) == (date(2026, 5, 22), None)
    assert reactietermijn(dossier(), date(2026, 5, 6)) is None


def test_what_was_never_delivered_was_not_settled_before_it_was_asked_for() -> None:
    uitvraag = {"uitvraag": (verzoek("U01", ontvangen="niet-geleverd", reden="Bestaat niet."),)}
    found = dossier(termijn(vanaf="gevraagd_op"), uitvraag=uitvraag)
    assert only(found, "2026-03-01").stand == "wacht"
    assert only(found, "2026-03-02").stand == "klaar"
