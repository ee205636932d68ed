"""The whole course of the made-up case, from the first letter to the follow-up and a withdrawal.

Every step is a command on real files with the dates of the case; what people write in between is copied from
``voorbeelden/de-linde-2026``, which stands at the reaction of the aanbieder.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests import repositories
from tests.cli.opdracht import VOORBEELDEN, Uitvoer, toezicht
from tests.services.lijstinvullen import fill
from tests.services.reactieproef import comment_on, edit, replace_tracked, replace_untracked
from toezicht_cli.diagnostics import Route
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_wijzigen import append_item, set_value

BRON = VOORBEELDEN / "de-linde-2026"
NAAM = "de-linde-2026"
WIE = ("--door", "B. Voorbeeld", "--functie", "hoofd toezicht", "--mandaat", "Mandaat 2026 (verzonnen)")
FEIT = "bevindingen/2.2@L2.yaml"
NA_HET_CONCEPT = ("concept_oordeel", "gewijzigd_door", "motivering")


class Verloop:
    """A werkmap in which the case is lived again, and the commands that somebody gives in it."""

    def __init__(self, werkmap: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.werkmap = werkmap
        self.root = werkmap / "onderzoeken" / NAAM
        self.eind = BRON / "onderzoeken" / NAAM
        self._capsys = capsys

    def run(self, *arguments: str | Path, code: int = 0) -> Uitvoer:
        """Run a command, demand its exit code, and return what it printed."""
        done = toezicht(self._capsys, *arguments)
        assert done.code == code, (arguments, done)
        return done

    def json(self, *arguments: str | Path, code: int = 0) -> Any:  # noqa: ANN401 - parsed JSON
        """Return what a command prints with ``--formaat json``."""
        return json.loads(self.run(*arguments, "--formaat", "json", code=code).out)

    def take(self, *names: str) -> None:
        """Copy files of the finished case: what people wrote in the meantime."""
        for name in names:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.eind / name, self.root / name)

    def set(self, name: str, route: Route, value: YamlValue) -> None:
        """Write one value in a file, as somebody would in an editor."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        path.write_text(set_value(text, route, value, name), encoding="utf-8")

    def fouten(self) -> list[str]:
        """Return the codes of the fouten that the case has now."""
        found = json.loads(toezicht(self._capsys, "controleer", self.root, "--formaat", "json").out)
        return [item["code"] for item in found["diagnoses"] if item["zwaarte"] == "fout"]


@pytest.fixture
def verloop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verloop:
    """Return a werkmap with a kader and terms, and no onderzoek yet."""
    werkmap = tmp_path / "werkmap"
    shutil.copytree(BRON, werkmap, ignore=shutil.ignore_patterns("onderzoeken"))
    return Verloop(werkmap, capsys)


def test_the_course_from_letter_to_withdrawal(verloop: Verloop) -> None:
    _begin(verloop)
    _prepare(verloop)
    _read_back(verloop)
    _write_concept(verloop)
    _send_concept(verloop)
    _read_reaction(verloop)
    _answer(verloop)
    repo = _make_definitive(verloop)
    _find_a_comma(verloop)
    _follow_up(verloop)
    _test_again(verloop)
    _revise(verloop)
    _withdraw(verloop, repo)


def _begin(verloop: Verloop) -> None:
    home = verloop.werkmap / "onderzoeken"
    home.mkdir()
    wie = ("--aanbieder", "Zorg De Linde (verzonnen)", "--soort-toezicht", "structureel")
    waar = ("--vestiging", "De Linde Oost", "--vestiging", "De Linde West", "--in", home)
    verloop.run("nieuw", NAAM, "--kader", "lindezorg@2026", *wie, *waar)
    _back_to(verloop, "voorbereiding", "gestart_op", "concept_verzonden_op", "reactie_ontvangen_op")
    for veld in ("werkwijze", "beschrijving", "conclusies"):
        verloop.set("onderzoek.yaml", (veld,), None)
    assert verloop.fouten() == []
    (status,) = verloop.json("status", verloop.root)["onderzoeken"]
    assert status["fase"] == "voorbereiding"
    assert "werkwijze" in status["volgende_stap"]


def _back_to(verloop: Verloop, fase: str, *momenten: str) -> None:
    """Take ``onderzoek.yaml`` of the finished case back to a fase, without moments that did not come yet."""
    verloop.take("onderzoek.yaml")
    verloop.set("onderzoek.yaml", ("fase",), fase)
    for veld in momenten:
        verloop.set("onderzoek.yaml", ("momenten", veld), None)


def _prepare(verloop: Verloop) -> None:
    made = verloop.run("voorbereiden", verloop.root, "--formaat", "docx,pdf,xlsx")
    folder = verloop.root / "bijlagen" / "voorbereiding"
    names = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    assert {"aankondigingsbrief.pdf", "uitvraagbrief.docx", "uitvraaglijst.xlsx"} <= names
    assert {"interviewleidraad-client.docx", "dossierlijst-dossiers.xlsx"} <= names
    assert "uitvraag.yaml" in made.out
    requests = (verloop.root / "uitvraag.yaml").read_text(encoding="utf-8")
    assert requests.count("- id: U") == 5
    assert verloop.fouten() == []


def _read_back(verloop: Verloop) -> None:
    verloop.take("bronnen.yaml")
    verloop.set("onderzoek.yaml", ("fase",), "uitvoering")
    verloop.set("onderzoek.yaml", ("momenten", "gestart_op"), "2026-03-02")
    folder = verloop.root / "bijlagen" / "voorbereiding"
    fill(folder / "uitvraaglijst.xlsx", {("U01", "bron"): "B02"})
    verloop.run("voorbereiden", "lees", folder / "uitvraaglijst.xlsx", verloop.root)
    assert "ontvangen: B02" in (verloop.root / "uitvraag.yaml").read_text(encoding="utf-8")
    answers: dict[tuple[str, str], object] = {(f"D-{row}", "1.1/a"): "ja" for row in range(1, 8)}
    answers[("D-8", "1.1/a")] = "nee"
    fill(folder / "dossierlijst-dossiers.xlsx", answers)
    verloop.run("voorbereiden", "lees", folder / "dossierlijst-dossiers.xlsx", verloop.root, "--bron", "D01")
    cijfers = (verloop.root / "cijfers.yaml").read_text(encoding="utf-8")
    assert "dossiers_1_1_a_ja" in cijfers
    assert verloop.fouten() == []


def _write_concept(verloop: Verloop) -> None:
    """The toezichthouders write their bevindingen: those of the end, without what came after the concept."""
    bevindingen = sorted(path.name for path in (verloop.eind / "bevindingen").iterdir())
    verloop.take(*(f"bevindingen/{name}" for name in bevindingen))
    verloop.take("cijfers.yaml", "uitvraag.yaml", "verbeterpunten.yaml", "handhaving.yaml")
    verloop.take("collegiale_toets.yaml", "verzonden.yaml")
    gewijzigd = "bevindingen/1.1@L2.yaml"
    verloop.set(gewijzigd, ("oordeel",), "voldoet-deels")
    for veld in NA_HET_CONCEPT:
        verloop.set(gewijzigd, (veld,), None)
    verloop.set("verbeterpunten.yaml", ("verbeterpunten", 0, "soort"), "vereiste-aanpassing")
    repositories.replace(verloop.root / FEIT, "februari 2026", "december 2025")
    _back_to(verloop, "conceptrapport", "concept_verzonden_op", "reactie_ontvangen_op")
    assert verloop.fouten() == []


def _send_concept(verloop: Verloop) -> None:
    proef = verloop.run("wederhoor", "klaarzetten", verloop.root, "--verzonden-op", "2026-05-06")
    assert "22 mei 2026" in proef.out
    assert "14 en 15 mei tellen niet mee" in " ".join(proef.out.split())
    verloop.run("wederhoor", "klaarzetten", verloop.root, code=2)
    termijnen = verloop.json("termijnen", verloop.root, "--peildatum", "2026-05-25")["termijnen"]
    (reactie,) = [item for item in termijnen if item["id"] == "reactie-aanbieder"]
    assert (reactie["einde"], reactie["dagen"]) == ("2026-05-22", -3)
    assert verloop.fouten() == []


def _read_reaction(verloop: Verloop) -> None:
    (concept,) = (verloop.root / "bijlagen" / "wederhoor").glob("*/*.docx")
    content = concept.read_bytes()
    for change in (
        comment_on("De kast met medicijnen stond open", "De kast was maar één keer open [@D01]."),
        replace_tracked("december 2025", "In februari 2026 ook."),
        replace_untracked("Cliënt C en Cliënt D kennen hun plan", "Alle cliënten kennen hun plan."),
    ):
        content = edit(content, change)
    reactie = verloop.werkmap / "reactie.docx"
    reactie.write_bytes(content)
    verloop.run("wederhoor", "lees", reactie, verloop.root, "--ontvangen-op", "2026-05-20")
    found = verloop.json("wederhoor", verloop.root)["reacties"]
    assert {(item["norm"], item["locatie"]) for item in found} == {
        ("2.1", "L1"),
        ("2.2", "L2"),
        ("1.1", "L2"),
    }
    assert len(found) == 3
    assert all(item["soort"] is None for item in found)
    before = (verloop.root / "wederhoor.yaml").read_bytes()
    verloop.run("wederhoor", "lees", reactie, verloop.root)
    assert (verloop.root / "wederhoor.yaml").read_bytes() == before
    assert b"Jan de Vries" not in before
    assert verloop.fouten() == []


def _answer(verloop: Verloop) -> None:
    """Without an answer it cannot be vastgesteld; then people answer, and one oordeel changes."""
    refused = verloop.run("vaststellen", verloop.root, *WIE, "--datum", "2026-06-10", code=1)
    assert "WHR001" in refused.err
    assert not (verloop.root / "vaststelling.yaml").exists()
    for index in range(3):
        verloop.set("wederhoor.yaml", ("reacties", index, "soort"), "zienswijze")
        verloop.set("wederhoor.yaml", ("reacties", index, "verwerkt"), "nee")
        verloop.set("wederhoor.yaml", ("reacties", index, "motivering"), "Wij zagen op 24 maart iets anders.")
    verloop.set("bevindingen/1.1@L2.yaml", ("oordeel",), "voldoet-grotendeels")
    verloop.set("verbeterpunten.yaml", ("verbeterpunten", 0, "soort"), "verbeterpunt")
    refused = verloop.run("vaststellen", verloop.root, *WIE, "--datum", "2026-06-10", code=1)
    assert "WHR004" in refused.err  # an oordeel changed and nobody said why
    verloop.take("bevindingen/1.1@L2.yaml", FEIT)
    assert verloop.fouten() == []


def _make_definitive(verloop: Verloop) -> Path:
    verloop.run("vaststellen", verloop.root, *WIE, "--datum", "2026-06-10", "--formaat", "pdf,docx")
    made = verloop.root / "rapport" / "vastgesteld" / "1"
    assert {path.suffix for path in made.iterdir()} == {".pdf", ".docx"}
    assert verloop.fouten() == []
    (status,) = verloop.json("status", verloop.root)["onderzoeken"]
    assert status["fase"] == "definitief"
    verloop.run("verifieer", verloop.root)
    verloop.run("verifieer", made / f"{NAAM}-standaard.pdf")
    repositories.init(verloop.werkmap)
    repositories.commit(verloop.werkmap, "Stel vast")
    verloop.run("vaststellen", verloop.root, "--tag")
    assert f"vastgesteld/{NAAM}/1" in repositories.git(verloop.werkmap, "tag")
    return verloop.werkmap


def _find_a_comma(verloop: Verloop) -> None:
    """A changed comma in a vastgesteld case is found, in a copy without git too."""
    path = verloop.root / "bevindingen" / "1.1@L1.yaml"
    before = path.read_text(encoding="utf-8")
    assert before.count(" en ") >= 1
    path.write_text(before.replace(" en ", ", en ", 1), encoding="utf-8")
    copy = verloop.werkmap.parent / "kopie"
    shutil.copytree(verloop.werkmap, copy, ignore=shutil.ignore_patterns(".git"))
    for root in (verloop.root, copy / "onderzoeken" / NAAM):
        assert "bevindingen/1.1@L1.yaml" in verloop.run("verifieer", root, code=1).out
    assert verloop.fouten() == ["VST001"]
    path.write_text(before, encoding="utf-8")
    verloop.run("verifieer", verloop.root)


def _follow_up(verloop: Verloop) -> None:
    """What belongs to the follow-up changes nothing of the report that was vastgesteld."""
    verloop.set("onderzoek.yaml", ("momenten", "verzonden_op"), "2026-06-11")
    verloop.set("onderzoek.yaml", ("momenten", "verbeterplan_ontvangen_op"), "2026-07-20")
    bron = {"id": "O20", "soort": "overig", "titel": "Foto van de kast", "ontvangen_op": "2026-07-10"}
    path = verloop.root / "bronnen.yaml"
    path.write_text(
        append_item(path.read_text(encoding="utf-8"), ("bronnen",), dict(bron), "bronnen.yaml"),
        encoding="utf-8",
    )
    borg = ("--status", "geborgd-vastgesteld", "--datum", "2026-07-14", "--bewijs", "O20")
    verloop.run("opvolging", "noteer", "V03", verloop.root, *borg, "--door", "Toezichthouder 1")
    verloop.run("opvolging", "noteer", "V04", verloop.root, "--status", "deels", "--datum", "2026-07-14")
    assert verloop.fouten() == []
    verloop.run("verifieer", verloop.root)
    text = " ".join(verloop.run("opvolging", verloop.root, "--peildatum", "2026-07-16").out.split())
    assert "1 van de 7" in text
    late = verloop.run("opvolging", verloop.root, "--peildatum", "2026-07-16", "--te-laat").out
    assert "V04" in late
    assert "V03" not in late
    assert "V04" not in verloop.run("opvolging", verloop.root, "--peildatum", "2026-07-15", "--te-laat").out


def _test_again(verloop: Verloop) -> None:
    nieuw = ("hertoets", "nieuw", "de-linde-2027", "--van", verloop.root, "--norm", "2.1")
    verloop.run(*nieuw)
    root = verloop.root.parent / "de-linde-2027"
    verloop.run("controleer", root)
    shown = verloop.json("hertoets", root)
    assert [item["norm"] for item in shown["hertoetst"]] == ["2.1@L1"]
    telling = verloop.json("oordeel", root)["telling"]
    assert (telling["getoetst"], len(telling["eerder_getoetst"])) == (0, len(shown["eerder_getoetst"]))
    shutil.rmtree(root)


def _revise(verloop: Verloop) -> None:
    herzie = ("--herzie", "--reden", "Er stond een komma te weinig.")
    verloop.run("vaststellen", verloop.root, *WIE, *herzie, "--datum", "2026-08-03", code=2)
    path = verloop.root / "bevindingen" / "1.1@L1.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(" en ", ", en ", 1), encoding="utf-8")
    verloop.run("vaststellen", verloop.root, *WIE, *herzie, "--datum", "2026-08-03")
    verloop.run("verifieer", verloop.root)
    assert (verloop.root / "rapport" / "vastgesteld" / "1" / f"{NAAM}-standaard.pdf").is_file()
    oud = verloop.run("verifieer", verloop.root / "rapport/vastgesteld/1" / f"{NAAM}-standaard.pdf")
    assert "vervangen" in oud.out


def _withdraw(verloop: Verloop, repo: Path) -> None:
    verloop.run("intrekken", verloop.root, code=2)
    verloop.run("intrekken", verloop.root, "--reden", "De aanbieder bestond niet.", "--datum", "2026-09-01")
    text = (verloop.root / "vaststelling.yaml").read_text(encoding="utf-8")
    assert [text.count(f"status: {status}") for status in ("geldend", "vervangen", "ingetrokken")] == [
        0,
        1,
        1,
    ]
    assert "ingetrokken" in verloop.run("verifieer", verloop.root).out
    repositories.commit(repo, "Trek in")
    assert verloop.fouten() == []
