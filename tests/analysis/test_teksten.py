from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.teksten import normalize


def test_texts_of_every_depth_are_found_and_those_of_the_kader_are_not() -> None:
    bevindingen = ({"id": "a", "tekst": "Gezien.", "bronnen": ("B01",)},)
    oordeel = make_oordeel("1.1", bevindingen=bevindingen, positieve_punten=("Het eerste.", "Het tweede."))
    onderzoek = make_onderzoek(("L1",), advies="Ga door.")
    dossier = make_dossier(make_kader({"1": ("1.1",)}), [oordeel], onderzoek)
    found = {(text.place.file, *text.place.route): text.tekst for text in dossier.teksten}
    assert found["bevindingen/0.yaml", "bevindingen", 0, "tekst"] == "Gezien."
    assert found["bevindingen/0.yaml", "bevindingen", 0, "bronnen", 0] == "B01"
    assert found["bevindingen/0.yaml", "positieve_punten", 1] == "Het tweede."
    assert found["onderzoek.yaml", "aanbieder", "vestigingen", 0, "naam"] == "Huis L1"
    assert found["onderzoek.yaml", "advies"] == "Ga door."
    assert {file for file, *_ in found} == {"onderzoek.yaml", "bevindingen/0.yaml"}


def test_what_does_not_count_in_a_comparison() -> None:
    assert normalize("  Maak\n een Verslag. ") == normalize("maak een verslag")
    assert normalize("maak een verslag") != normalize("maak geen verslag")
