"""``toezicht verifieer``: what is the same and what changed, with git and without, and of a PDF alone."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.gitproef import start_git
from tests.cli.opdracht import toezicht
from tests.cli.vaststelproef import NAAM, PDF, WIE, copy_linde, read_all, replace_in, stel_vast
from toezicht_cli.services import verifieer as service
from toezicht_cli.services.herkomst import list_programma
from toezicht_cli.services.schema import build_schema

BEVINDING = "bevindingen/1.1.yaml"
GOOD = "De doelen zijn concreet."


@pytest.fixture
def linde(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return an onderzoek that was vastgesteld, outside git."""
    root = copy_linde(tmp_path / "werkmap")
    assert stel_vast(capsys, root, "--formaat", "pdf,markdown").code == 0
    return root


def verify(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    found = toezicht(capsys, "verifieer", *arguments, "--formaat", "json")
    return found.code, json.loads(found.out)


def stand(items: list[dict[str, str]]) -> dict[str, str]:
    """Return what became of each file that is not the same."""
    return {item["bestand"]: item["stand"] for item in items if item["stand"] != "gelijk"}


def test_an_untouched_case_is_the_same_to_the_byte(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_all(linde)
    code, output = verify(capsys, linde)
    jsonschema.validate(output, build_schema("uitvoer-verifieer"))
    jsonschema.validate(verify(capsys, linde / PDF)[1], build_schema("uitvoer-verifieer"))
    (versie,) = output["versies"]
    assert (code, output["veranderd"], versie["veranderd"]) == (0, False, False)
    assert stand(versie["bestanden"]) == stand(versie["documenten"]) == {}
    assert len(versie["bestanden"]) == 8
    assert (versie["kader_stand"], versie["opnieuw"], versie["commit"]) == ("gelijk", "gelijk", None)
    assert read_all(linde) == before
    text = toezicht(capsys, "verifieer", linde)
    assert (text.code, text.err) == (0, "")
    assert max(len(line) for line in text.out.splitlines()) <= 80


def test_a_changed_comma_is_content_and_a_comment_is_not(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = linde / BEVINDING
    path.write_text(f"# nagekeken\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    code, output = verify(capsys, linde)
    assert (code, stand(output["versies"][0]["bestanden"])) == (0, {BEVINDING: "opmaak"})
    assert output["versies"][0]["opnieuw"] == "gelijk"
    replace_in(path, GOOD, "De doelen, zijn concreet.")
    code, output = verify(capsys, linde)
    assert (code, stand(output["versies"][0]["bestanden"])) == (1, {BEVINDING: "veranderd"})
    assert output["versies"][0]["opnieuw"] == "niet-gedaan"


def test_what_comes_afterwards_is_told_apart(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(linde / "onderzoek.yaml", "gestart_op:", "openbaar_op: 2026-06-01\n  gestart_op:")
    (linde / "handhaving.yaml").write_text(
        "stappen:\n  - {datum: 2026-06-08, maatregel: Een gesprek., besloten_door: het college}\n"
    )
    code, output = verify(capsys, linde)
    assert (code, stand(output["versies"][0]["bestanden"])) == (0, {"onderzoek.yaml": "later"})


def test_files_that_are_gone_new_or_broken_are_named(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (linde / "cijfers.yaml").unlink()
    (linde / BEVINDING).write_text("norm: [\n")
    (linde / "wederhoor.yaml").write_text("uiterlijk: 2026-05-11\n")
    (linde / PDF).unlink()
    code, output = verify(capsys, linde)
    assert code == 1
    assert stand(output["versies"][0]["bestanden"]) == {
        "cijfers.yaml": "verdwenen",
        BEVINDING: "veranderd",
        "wederhoor.yaml": "nieuw",
    }
    assert stand(output["versies"][0]["documenten"]) == {PDF: "verdwenen"}


def test_a_changed_kader_is_seen(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kader = linde.parents[1] / "kaders/toetsing/lindeland/2026.yaml"
    kader.write_text(f"# gelezen\n{kader.read_text(encoding='utf-8')}", encoding="utf-8")
    assert verify(capsys, linde)[0] == 0
    replace_in(kader, "eigen_bewoording: ja\n", "eigen_bewoording: nee\n")
    code, output = verify(capsys, linde)
    assert (code, output["versies"][0]["kader_stand"]) == (1, "veranderd")
    kader.unlink()
    code, output = verify(capsys, linde)
    assert (code, output["versies"][0]["kader_stand"]) == (1, "verdwenen")


def test_under_other_versions_nothing_is_made_again(
    linde: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = list_programma()
    monkeypatch.setattr(service, "list_programma", lambda: {**now, "typst": "9.9.9"})
    code, output = verify(capsys, linde)
    assert (code, output["versies"][0]["opnieuw"]) == (0, "niet-gedaan")
    assert "typst" in output["versies"][0]["opnieuw_reden"]


def test_a_document_that_does_not_follow_from_the_data_is_seen(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(linde / "vaststelling.yaml", "A. Voorbeeld", "B. Anders")
    code, output = verify(capsys, linde)
    assert (code, output["versies"][0]["opnieuw"]) == (1, "anders")


def test_an_earlier_version_stays_verifiable(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(linde / BEVINDING, GOOD, "De doelen zijn heel concreet.")
    toezicht(
        *(capsys, "vaststellen", linde, *WIE, "--datum", "2026-06-15", "--formaat", "markdown"),
        *("--herzie", "--reden", "Een nieuw plan."),
    )
    code, output = verify(capsys, linde)
    assert code == 0
    one, two = output["versies"]
    assert stand(one["bestanden"]) == {"onderzoek.yaml": "niet-hier", BEVINDING: "niet-hier"}
    assert (one["status"], one["opnieuw"], two["opnieuw"]) == ("vervangen", "niet-gedaan", "gelijk")
    with (linde / PDF).open("ab") as stream:
        stream.write(b"\n")
    code, output = verify(capsys, linde, "--versie", "1")
    assert (code, stand(output["versies"][0]["documenten"])) == (1, {PDF: "veranderd"})
    assert verify(capsys, linde, "--versie", "2")[0] == 0
    assert toezicht(capsys, "verifieer", linde, "--versie", "3").code == 2


def test_without_a_version_there_is_nothing_to_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_linde(tmp_path / "nieuw")
    found = toezicht(capsys, "verifieer", root)
    assert (found.code, found.out) == (2, "")
    (root / "vaststelling.yaml").write_text("versies: [\n")
    assert toezicht(capsys, "verifieer", root).code == 2


def test_a_pdf_alone_tells_whether_a_byte_changed(
    linde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "elders" / "rapport.pdf"
    alone.parent.mkdir()
    shutil.copyfile(linde / PDF, alone)
    code, output = verify(capsys, alone)
    assert (code, output["veranderd"]) == (0, False)
    assert output["document"]["zegel"] == "heel"
    assert output["document"]["versie"] is None
    code, output = verify(capsys, alone, "--onderzoek", linde)
    assert (code, output["document"]["versie"], output["document"]["byte_gelijk"]) == (0, "1", True)
    content = alone.read_bytes()
    alone.write_bytes(content[:2000] + bytes([content[2000] ^ 1]) + content[2001:])
    code, output = verify(capsys, alone, "--onderzoek", linde)
    assert (code, output["document"]["zegel"]) == (1, "gebroken")
    assert (output["document"]["versie"], output["document"]["status"]) == ("1", "geldend")


def test_a_document_of_a_withdrawn_version_says_so(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "intrekken", linde, "--reden", "Fout.", "--datum", "2026-06-08")
    code, output = verify(capsys, linde / PDF)
    assert (code, output["document"]["status"]) == (0, "ingetrokken")
    found = toezicht(capsys, "verifieer", linde / PDF)
    assert "ingetrokken per 8 juni 2026" in " ".join(found.out.split())


def test_another_format_needs_the_onderzoek(
    linde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"{NAAM}-standaard.md"
    alone = tmp_path / name
    shutil.copyfile(linde / f"rapport/vastgesteld/1/{name}", alone)
    assert verify(capsys, alone)[0] == 2
    assert verify(capsys, alone, "--onderzoek", linde)[0] == 0
    alone.write_text(alone.read_text(encoding="utf-8") + "Erbij.\n", encoding="utf-8")
    code, output = verify(capsys, alone, "--onderzoek", linde)
    assert (code, output["veranderd"]) == (1, True)
    (tmp_path / "brief.txt").write_text("Zomaar een brief.\n")
    assert verify(capsys, tmp_path / "brief.txt", "--onderzoek", linde)[0] == 2


@pytest.mark.parametrize("name", ["../" * 9 + "etc/passwd", "x" * 500, "/etc/passwd", "bijlagen"])
def test_a_strange_name_in_the_file_leads_nowhere(
    name: str, linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (linde / "bijlagen").mkdir(exist_ok=True)
    path = linde / "vaststelling.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "    uitvoer:\n", f"    uitvoer:\n      {name}: {64 * '0'}\n"
    )
    path.write_text(
        text.replace("standaard: ", f"{name}: {64 * '0'}\n      standaard: ", 1), encoding="utf-8"
    )
    found = toezicht(capsys, "verifieer", linde)
    assert found.code == 1
    assert "root:" not in found.out
    assert toezicht(capsys, "controleer", linde).code == 0


@pytest.mark.parametrize("words", [("--versie", "1"), ("--onderzoek", "er-is-niets")])
def test_wrong_use_of_a_file_is_said(
    words: tuple[str, ...], linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert toezicht(capsys, "verifieer", linde / PDF, *words).code == 2
    assert toezicht(capsys, "verifieer", linde, "--onderzoek", linde).code == 2


def test_with_git_it_tells_what_changed_and_finds_an_earlier_version(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = linde.parents[1]
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "Versie 1")):
        assert start_git(top, *words).returncode == 0
    assert verify(capsys, linde)[1]["versies"][0]["commit"] is not None
    replace_in(linde / BEVINDING, GOOD, "De doelen, zijn concreet.")
    found = toezicht(capsys, "verifieer", linde)
    assert found.code == 1
    assert "doelen," in found.out
    toezicht(
        *(capsys, "vaststellen", linde, *WIE, "--datum", "2026-06-15", "--formaat", "markdown"),
        *("--herzie", "--reden", "Een nieuw plan."),
    )
    code, output = verify(capsys, linde)
    one, two = output["versies"]
    assert (code, one["commit"] is None, two["commit"]) == (0, False, None)


def test_a_changed_template_or_style_is_told_and_is_no_change_of_the_report(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(linde.parents[1] / "toezicht.yaml", "organisatie: GGD Lindeland", "organisatie: GGD Anders")
    code, output = verify(capsys, linde)
    (versie,) = output["versies"]
    assert (code, stand(versie["vorm"])) == (0, {"huisstijl": "veranderd"})
    assert "niets veranderd" not in toezicht(capsys, "verifieer", linde).out


def test_a_fingerprint_that_is_not_of_the_files_is_told(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = linde / "vaststelling.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("gegevens: ") + len("gegevens: ")
    digit = start + 5
    path.write_text(text[:digit] + ("0" if text[digit] != "0" else "1") + text[digit + 1 :], encoding="utf-8")
    code, output = verify(capsys, linde)
    assert (code, output["versies"][0]["vingerafdruk_goed"]) == (1, False)


def test_a_document_that_the_record_does_not_name_is_told(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = linde / "rapport" / "vastgesteld" / "1" / "anders.pdf"
    other.write_bytes(b"%PDF-1.7 anders")
    code, output = verify(capsys, linde)
    assert (code, stand(output["versies"][0]["documenten"])) == (
        1,
        {f"rapport/vastgesteld/1/{other.name}": "nieuw"},
    )
