"""Voorbereiden: the letters say what the case says, and no file of anybody is written over."""

import shutil
from datetime import date
from pathlib import Path

import page
import pytest

from tests.rules.dossiers import BASE, ONDERZOEK
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.rapportlezen.lezen import read_regels
from toezicht_cli.models.bron import Rol
from toezicht_cli.rendering.boom import Document, plain_text
from toezicht_cli.rendering.writers import find_writer
from toezicht_cli.services import bekijk
from toezicht_cli.services.klaarleggen import REGISTER, lay_down
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Wensen, build, make_rapport, prepare
from toezicht_cli.services.uiterlijk import find_uiterlijk
from toezicht_cli.services.voorbereiden import MAP, Voorbereiding, Voorbereidingswens, prepare_onderzoek

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
BRIEVEN = ("aankondigingsbrief", "uitvraagbrief", "interviewleidraad", "dossierlijst")
CASES = {
    "de-wilgenhof-2026": ROOT / "voorbeelden/wilgenland/onderzoeken/de-wilgenhof-2026",
    "linde-2026": ROOT / "docs/handboek/lindeland/onderzoeken/linde-2026",
    "basis": BASE / ONDERZOEK,
}
VRAGEN = """        vragen:
          - {rol: client, vraag: Hoe ging het gesprek?}
          - {rol: medewerker, vraag: Hoe voer je het gesprek?}
"""


@pytest.fixture
def onderzoek(tmp_path: Path) -> Path:
    """Return a copy of the base case in the fase voorbereiding, without anything that was found."""
    shutil.copytree(BASE, tmp_path / "werkmap")
    root = tmp_path / "werkmap" / ONDERZOEK
    shutil.rmtree(root / "bevindingen")
    for name in ("uitvraag.yaml", "cijfers.yaml", "verbeterpunten.yaml"):
        (root / name).unlink()
    (root / "bronnen.yaml").write_text("bronnen:\n", encoding="utf-8")
    change(root / "onderzoek.yaml", "fase: conceptrapport", "fase: voorbereiding")
    change(root / "onderzoek.yaml", "  concept_verzonden_op: 2026-04-20\n", "")
    return root


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def kader(root: Path) -> Path:
    return root.parents[1] / "kaders/toetsing/proef/1.yaml"


def make(root: Path, **fields: object) -> Voorbereiding:
    wens = Voorbereidingswens(**fields)  # type: ignore[arg-type]  # a test names fields of the wish
    return prepare_onderzoek(root, root, TODAY, wens, lambda _: None)


def document(root: Path, sjabloon: str, rol: Rol | None = None, uiterlijk: str | None = None) -> Document:
    load = load_dossier(root, kadermap_for(root))
    source = prepare(load, "definitief", Wensen((), sjabloon), root)
    return build(source._replace(rol=rol, uiterlijk=uiterlijk), root)


def text(root: Path, sjabloon: str, rol: Rol | None = None, uiterlijk: str | None = None) -> str:
    return " ".join(plain_text(document(root, sjabloon, rol, uiterlijk).blocks).split())


def test_everything_is_made_without_one_oordeel(onderzoek: Path) -> None:
    result = make(onderzoek)
    assert result.klaar is not None
    assert set(result.klaar.geschreven) == {
        *(f"{naam}.{formaat}" for naam in BRIEVEN for formaat in ("docx", "pdf")),
        "uitvraaglijst.xlsx",
        "dossierlijst-dossiers.xlsx",
    }
    assert all((onderzoek / MAP / name).stat().st_size > 1000 for name in result.klaar.geschreven)


def test_the_uitvraag_is_made_from_the_kader_and_only_of_what_is_looked_at(onderzoek: Path) -> None:
    documents = "        documenten:\n          - {id: brand, omschrijving: Het certificaat.}\n"
    kader(onderzoek).write_text(kader(onderzoek).read_text(encoding="utf-8") + documents, encoding="utf-8")
    result = make(onderzoek, delen=("uitvraag",), formaten=("xlsx",))
    assert (onderzoek / "uitvraag.yaml").read_text(encoding="utf-8") == (
        'uitvraag:\n  - id: U01\n    norm: "2.1"\n    document: vog\n'
        '    omschrijving: "De VOG\'s van medewerkers."\n'
    )
    assert any("uitvraag.yaml" in bericht for bericht in result.berichten)


def test_an_uitvraag_that_is_there_stays_as_it_is(onderzoek: Path) -> None:
    own = 'uitvraag:\n  - {id: U07, norm: "1.1", omschrijving: Het plan}  # van ons\n'
    (onderzoek / "uitvraag.yaml").write_text(own, encoding="utf-8")
    make(onderzoek, delen=("uitvraag",))
    assert (onderzoek / "uitvraag.yaml").read_text(encoding="utf-8") == own
    assert "Het plan" in text(onderzoek, "uitvraagbrief")


@pytest.mark.parametrize("case", CASES)
def test_the_letters_say_what_the_case_says(case: str) -> None:
    dossier = load_dossier(CASES[case], kadermap_for(CASES[case])).dossier
    onderzoek = dossier.onderzoek
    brief = text(CASES[case], "aankondigingsbrief")
    wanted = [onderzoek.titel, onderzoek.aanbieder.naam, dossier.kader.titel, "artikel 6.1", "artikel 5:20"]
    wanted += [bezoek.datum.leesbaar for bezoek in onderzoek.bezoeken]
    wanted += [item.naam for item in onderzoek.onderzoekers]
    wanted += [" ".join((onderzoek.aanleiding or "").split())]
    wanted += [onderzoek.onderzoeksperiode.leesbaar if onderzoek.onderzoeksperiode else ""]
    wanted += [f"Thema {thema.id}" for thema in dossier.kader.themas if case != "linde-2026"]
    assert [words for words in wanted if words not in brief] == []
    uitvraag = text(CASES[case], "uitvraagbrief")
    verzoeken = [word for item in dossier.uitvraag.uitvraag for word in (item.id, item.omschrijving)]
    assert [word for word in verzoeken if word not in uitvraag] == []


@pytest.mark.parametrize("sjabloon", BRIEVEN)
def test_a_letter_is_accessible_and_carries_no_stamp_of_a_concept(onderzoek: Path, sjabloon: str) -> None:
    change(kader(onderzoek), "        criteria:\n", f"{VRAGEN}        criteria:\n")
    made = document(onderzoek, sjabloon)
    load = load_dossier(onderzoek, kadermap_for(onderzoek))
    stijl = prepare(load, "definitief", Wensen((), sjabloon), onderzoek).stijl
    pdf = find_writer("pdf").write(made, stijl)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]
    shown = " ".join(regel.tekst for regel in read_regels(pdf, ".pdf"))
    assert "concept" not in shown.replace("conceptrapport", "").lower()


def test_an_unannounced_onderzoek_gets_no_letter_and_says_so(onderzoek: Path) -> None:
    change(onderzoek / "onderzoek.yaml", "\naangekondigd: ja", "\naangekondigd: nee")
    result = make(onderzoek, formaten=("pdf",))
    assert result.klaar is not None
    assert "aankondigingsbrief.pdf" not in result.klaar.geschreven
    assert any("niet aangekondigd" in bericht for bericht in result.berichten)
    assert "niet aangekondigd" in text(onderzoek, "aankondigingsbrief")


def test_a_visit_without_announcement_is_not_in_the_letter(onderzoek: Path) -> None:
    change(
        onderzoek / "onderzoek.yaml",
        "bezoeken:\n",
        "bezoeken:\n  - {datum: 2026-03-03, locatie: L1, aangekondigd: nee}\n",
    )
    brief = text(onderzoek, "aankondigingsbrief")
    assert "10 februari 2026" in brief
    assert "3 maart 2026" not in brief


def test_a_guide_has_the_questions_of_its_role_and_no_others(onderzoek: Path) -> None:
    change(kader(onderzoek), "        criteria:\n", f"{VRAGEN}        criteria:\n")
    result = make(onderzoek, delen=("leidraad",), formaten=("pdf",))
    assert result.klaar is not None
    assert result.klaar.geschreven == ("interviewleidraad-client.pdf", "interviewleidraad-medewerker.pdf")
    assert any("ketenpartner, naaste" in bericht for bericht in result.berichten)
    client = text(onderzoek, "interviewleidraad", "client")
    medewerker = text(onderzoek, "interviewleidraad", "medewerker")
    assert ("Hoe ging het gesprek?" in client, "Hoe voer je het gesprek?" in client) == (True, False)
    assert ("Hoe ging het gesprek?" in medewerker, "Hoe voer je het gesprek?" in medewerker) == (False, True)
    assert "Norm 1.1" not in client
    assert "Norm 1.2" in client
    both = text(onderzoek, "interviewleidraad")
    assert "Vragen aan cliënten" in both
    assert "Vragen aan medewerkers" in both


def test_without_questions_the_guide_has_the_normen_and_their_criteria(onderzoek: Path) -> None:
    leidraad = text(onderzoek, "interviewleidraad")
    assert "Het kader heeft geen vragen" in leidraad
    assert "Er is een verslag." in leidraad
    assert "Schrijf geen namen op" in leidraad
    assert "toestemming" in leidraad
    assert "Norm 2.10" not in leidraad  # the reikwijdte has no beschermd wonen


def test_the_last_day_is_named_when_a_term_counts_from_the_request(onderzoek: Path) -> None:
    uitvraag = 'uitvraag:\n  - {id: U01, norm: "2.1", omschrijving: x, gevraagd_op: 2026-05-06}\n'
    (onderzoek / "uitvraag.yaml").write_text(uitvraag, encoding="utf-8")
    assert find_uiterlijk(load_dossier(onderzoek, kadermap_for(onderzoek)).dossier) is None
    termijn = (
        "termijnen:\n  - {id: uitvraag, wat: Documenten sturen, lengte: 2, eenheid: weken, "
        "vanaf: gevraagd_op, soort: beleid, bron: Werkwijze}\n"
    )
    toezicht = onderzoek.parents[1] / "toezicht.yaml"
    toezicht.write_text(toezicht.read_text(encoding="utf-8") + termijn, encoding="utf-8")
    uiterlijk = find_uiterlijk(load_dossier(onderzoek, kadermap_for(onderzoek)).dossier)
    assert uiterlijk is not None
    assert "20 mei" in uiterlijk
    assert f"uiterlijk op {uiterlijk}" in text(onderzoek, "uitvraagbrief", uiterlijk=uiterlijk)


def test_a_second_run_changes_nothing_and_new_data_change_what_nobody_touched(onderzoek: Path) -> None:
    first = make(onderzoek)
    before = {path.name: path.read_bytes() for path in (onderzoek / MAP).iterdir()}
    second = make(onderzoek)
    assert first.klaar is not None
    assert second.klaar is not None
    assert (second.klaar.geschreven, second.klaar.behouden) == ((), ())
    assert {path.name: path.read_bytes() for path in (onderzoek / MAP).iterdir()} == before
    change(onderzoek / "onderzoek.yaml", "omvang: 4", "omvang: 5")
    third = make(onderzoek)
    assert third.klaar is not None
    assert "dossierlijst-dossiers.xlsx" in third.klaar.geschreven
    assert third.klaar.behouden == ()


def test_a_changed_file_is_left_alone_until_it_is_asked_for(onderzoek: Path) -> None:
    make(onderzoek)
    brief = onderzoek / MAP / "uitvraagbrief.docx"
    brief.write_bytes(b"zelf geschreven")
    result = make(onderzoek)
    assert result.klaar is not None
    assert result.klaar.behouden == ("uitvraagbrief.docx",)
    assert brief.read_bytes() == b"zelf geschreven"
    again = make(onderzoek, opnieuw=True)
    assert again.klaar is not None
    assert again.klaar.geschreven == ("uitvraagbrief.docx",)
    assert brief.read_bytes() != b"zelf geschreven"


def test_a_file_that_was_there_before_is_nobody_else_s(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"van iemand")
    assert lay_down(tmp_path, {"a.txt": b"van ons"}, opnieuw=False).behouden == ("a.txt",)
    assert lay_down(tmp_path, {"a.txt": b"van iemand"}, opnieuw=False).gelijk == ("a.txt",)
    assert lay_down(tmp_path, {"a.txt": b"van ons"}, opnieuw=False).geschreven == ("a.txt",)


def test_a_broken_register_protects_more_and_not_less(tmp_path: Path) -> None:
    lay_down(tmp_path, {"a.txt": b"een"}, opnieuw=False)
    (tmp_path / REGISTER).write_bytes(b"\xff\xfe onzin\n")
    assert lay_down(tmp_path, {"a.txt": b"twee"}, opnieuw=False).behouden == ("a.txt",)


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "elders.txt").write_bytes(b"x")
    (tmp_path / "map").mkdir()
    (tmp_path / "map/a.txt").symlink_to(tmp_path / "elders.txt")
    with pytest.raises(ToezichtError):
        lay_down(tmp_path / "map", {"a.txt": b"y"}, opnieuw=True)
    assert (tmp_path / "elders.txt").read_bytes() == b"x"


def test_a_fout_in_the_way_makes_nothing(onderzoek: Path) -> None:
    change(onderzoek / "onderzoek.yaml", "domein:", "domeinn:")
    result = make(onderzoek)
    assert result.klaar is None
    assert result.check.has_errors
    assert not (onderzoek / MAP).exists()


def test_nothing_to_make_is_told(onderzoek: Path) -> None:
    change(onderzoek / "onderzoek.yaml", "\naangekondigd: ja", "\naangekondigd: nee")
    with pytest.raises(ToezichtError, match="niets te maken"):
        make(onderzoek, delen=("aankondiging",))


def test_rapport_makes_a_letter_before_any_oordeel(onderzoek: Path, tmp_path: Path) -> None:
    change(onderzoek / "onderzoek.yaml", "fase: voorbereiding", "fase: conceptrapport")
    for sjabloon in BRIEVEN:
        result = make_rapport(
            onderzoek, tmp_path, TODAY, Wensen(("markdown",), sjabloon, uit=tmp_path / "uit"), lambda _: None
        )
        assert [bestand.pad for bestand in result.bestanden] == [f"uit/basis-{sjabloon}.md"]
        opdracht = bekijk.make_opdracht(onderzoek, onderzoek, Wensen(("html",), sjabloon), lambda: TODAY)
        assert bekijk.make_voorbeeld(opdracht).reden == ""
    assert make_rapport(onderzoek, tmp_path, TODAY, Wensen(("markdown",)), lambda _: None).bestanden == ()


def test_a_template_of_the_werkmap_goes_before_ours(onderzoek: Path) -> None:
    own = onderzoek.parents[1] / "templates/aankondigingsbrief"
    own.mkdir(parents=True)
    (own / "sjabloon.yaml").write_text(
        "formaat: 1\nnaam: aankondigingsbrief\nomschrijving: Eigen\nsoort: voorbereiding\n", encoding="utf-8"
    )
    (own / "rapport.md.j2").write_text("# Eigen brief aan {{ aanbieder.naam }}\n", encoding="utf-8")
    make(onderzoek, delen=("aankondiging",), formaten=("markdown",))
    brief = (onderzoek / MAP / "aankondigingsbrief.md").read_text(encoding="utf-8")
    assert brief.startswith("# Eigen brief aan Zorg Voorbeeld")


@pytest.mark.parametrize("omvang", ["0", "999999999"])
def test_a_sample_that_fits_no_list_gives_none_and_says_so(onderzoek: Path, omvang: str) -> None:
    change(onderzoek / "onderzoek.yaml", "omvang: 4", f"omvang: {omvang}")
    result = make(onderzoek, delen=("dossierlijst",), formaten=("markdown", "xlsx"))
    assert result.klaar is not None
    assert result.klaar.geschreven == ("dossierlijst.md",)
    assert any("steekproef dossiers" in bericht for bericht in result.berichten)
    assert "D-1" not in (onderzoek / MAP / "dossierlijst.md").read_text(encoding="utf-8").replace(
        "D-1, D-2", ""
    )
