"""The texts that a reader of the report sees, in its order."""

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.leesteksten import read_leesstof
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verbeterpunt import Verbeterpunten
from toezicht_cli.models.verloop import CollegialeToets, Wederhoor


def make_whole_dossier() -> Dossier:
    onderzoek = make_onderzoek(
        aanleiding="aanleiding hier",
        werkwijze="werkwijze",
        reikwijdte={"omschrijving": "omschrijving", "niet_onderzocht": ({"wat": "wat", "waarom": "waarom"},)},
        beschrijving="beschrijving",
        conclusies="conclusies",
        eindoordeel={"oordeel": "voldoet", "strekking": "strekking"},
        vervolg="vervolg",
        advies="advies van van ons",
        werkvorm="NIET",
        begrippen=({"term": "NIET", "uitleg": "NIET"},),
    )
    oordeel = make_oordeel(
        "1.1",
        "voldoet",
        reden="reden",
        bevindingen=({"id": "a", "tekst": "bevinding a"}, {"id": "b", "tekst": "bevinding b"}),
        positieve_punten=("punt een", "punt twee"),
        conclusie="conclusie",
        beoordelaar="NIET",
    )
    dossier = make_dossier(make_kader({"1": ["1.1"]}), [oordeel], onderzoek)
    punt = {"id": "V01", "norm": "1.1", "soort": "verbeterpunt", "tekst": "verbeterpunt"}
    reactie = {"id": "R01", "soort": "zienswijze", "reactie": "NIET", "motivering": "motivering"}
    opmerking = {"datum": "2026-01-01", "door": "NIET", "opmerking": "NIET"}
    documents = {
        **dossier.documents,
        "verbeterpunten.yaml": Verbeterpunten.model_validate({"verbeterpunten": (punt,)}),
        "wederhoor.yaml": Wederhoor.model_validate({"reacties": (reactie,)}),
        "collegiale_toets.yaml": CollegialeToets.model_validate({"opmerkingen": (opmerking,)}),
    }
    return Dossier("proef", documents)


def test_the_texts_stand_in_the_order_of_the_report_and_nothing_else_is_read() -> None:
    stof = read_leesstof(make_whole_dossier())
    assert [item.tekst for item in stof.teksten] == [
        *("aanleiding hier", "werkwijze", "omschrijving", "wat", "waarom", "beschrijving"),
        *("reden", "bevinding a", "bevinding b", "punt een", "punt twee", "conclusie"),
        *("conclusies", "strekking", "verbeterpunt", "vervolg", "advies van van ons", "motivering"),
    ]


def test_every_text_has_the_place_where_it_stands() -> None:
    dossier = make_whole_dossier()
    places = {item.place: item.tekst for item in dossier.teksten}
    stof = read_leesstof(dossier)
    assert all(places[item.place] == item.tekst for item in stof.teksten)


def test_the_words_are_cut_once() -> None:
    stof = read_leesstof(
        make_dossier(make_kader({"1": ["1.1"]}), [], make_onderzoek(advies="Het RI&E-plan van Van 3b"))
    )
    assert stof.woorden == {"Het", "RI&E", "plan", "van", "Van"}
    assert stof.klein == {"het", "ri&e", "plan", "van"}
    assert stof.dubbel == {"van"}
