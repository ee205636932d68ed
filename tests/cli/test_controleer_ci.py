"""``toezicht controleer`` in an automatic run: the formats and the limits."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from toezicht_cli.outputs import find_output, output_names

FORMATEN = output_names("controle")
BSN = "123456782"


def break_bron(onderzoek: Path, bronnen: str = "I50") -> None:
    """Let a bevinding name bronnen that do not exist: a fout for each."""
    path = onderzoek / "bevindingen/1.2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[D01]", f"[D01, {bronnen}]"), encoding="utf-8")


def drop_date(onderzoek: Path) -> None:
    """Let a verbeterpunt have no date: a let-op."""
    path = onderzoek / "verbeterpunten.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", uiterlijk: 2026-09-01", ""), encoding="utf-8")


def set_hoogstens(werkmap: Path, text: str) -> None:
    path = werkmap / "toezicht.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}hoogstens: {text}\n", encoding="utf-8")


def test_there_are_six_formats_and_each_says_in_dutch_what_it_is_for() -> None:
    assert FORMATEN == ("tekst", "github", "gitlab", "json", "junit", "sarif")
    assert all("voor" in find_output("controle", name).description for name in FORMATEN)


@pytest.mark.parametrize("formaat", FORMATEN)
def test_every_format_has_the_same_exit_codes(
    formaat: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def code(*options: str) -> int:
        return toezicht(capsys, "controleer", onderzoek, "--formaat", formaat, *options).code

    assert code() == 0
    drop_date(onderzoek)
    assert [code(), code("--streng"), code("--hoogstens", "let-op=0")] == [0, 1, 1]
    break_bron(onderzoek)
    assert [code(), code("--hoogstens", "fout=1"), code("--hoogstens", "fuot=1")] == [1, 0, 2]
    (onderzoek / "bronnen.yaml").write_text("bronnen: [", encoding="utf-8")
    assert code() == 1


@pytest.mark.parametrize("formaat", FORMATEN)
def test_a_bsn_in_a_case_is_in_no_output(
    formaat: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'norm: "1.1"\noordeel: {BSN}\nbevindingen:\n  - {{id: "{BSN}", tekst: a, x{BSN}: 1}}\n'
    (onderzoek / "bevindingen/1.1.yaml").write_text(text, encoding="utf-8")
    (onderzoek / f"{BSN}.yaml").write_text("a: 1\n", encoding="utf-8")
    break_bron(onderzoek)
    exception = f"controle: BRN002, bestand: bevindingen/1.2.yaml, reden: Gebeld met {BSN}."
    (onderzoek / "uitzonderingen.yaml").write_text(
        f"uitzonderingen:\n  - {{{exception}}}\n", encoding="utf-8"
    )
    done = toezicht(capsys, "controleer", onderzoek, "--formaat", formaat)
    assert done.code == 1
    if formaat != "json":  # its promise is the exact file and the exact reason
        assert BSN not in done.out + done.err
    assert "•" in done.out or formaat == "json"


@pytest.mark.parametrize(
    ("formaat", "path"),
    [
        ("github", ["::error file=onderzoeken/basis/bevindingen/1.2.yaml,line=10,"]),
        ("gitlab", ['"path": "onderzoeken/basis/bevindingen/1.2.yaml"']),
        ("junit", ['name="onderzoeken/basis/bevindingen/1.2.yaml"']),
        ("sarif", ['"uri": "onderzoeken/basis/bevindingen/1.2.yaml"', '"uriBaseId": "%SRCROOT%"']),
    ],
)
def test_files_are_seen_from_the_top_of_the_repository(
    formaat: str,
    path: list[str],
    werkmap: Path,
    onderzoek: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_bron(onderzoek)
    (werkmap / ".git").mkdir()
    monkeypatch.chdir(onderzoek / "bevindingen")
    out = toezicht(capsys, "controleer", "--formaat", formaat).out
    assert all(part in out for part in path)
    assert "../" not in out


def test_sarif_explains_every_controle_that_found_something(
    onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    break_bron(onderzoek)
    drop_date(onderzoek)
    [run] = json.loads(toezicht(capsys, "controleer", onderzoek, "--formaat", "sarif").out)["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(rules) == {result["ruleId"] for result in run["results"]}
    assert "BRN002" in rules
    for rule in rules.values():
        assert "## Waarom" in rule["help"]["markdown"]
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["fullDescription"]["text"] != rule["shortDescription"]["text"]


def test_typing_above_a_finding_keeps_its_fingerprint(
    onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def kenmerken() -> list[str]:
        out = toezicht(capsys, "controleer", onderzoek, "--formaat", "gitlab").out
        return [issue["fingerprint"] for issue in json.loads(out)]

    break_bron(onderzoek)
    before = kenmerken()
    path = onderzoek / "bevindingen/1.2.yaml"
    path.write_text("# nog niet klaar\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert kenmerken() == before
    assert len(before) == 1


class TestHoogstens:
    """``--hoogstens`` and ``hoogstens`` in ``toezicht.yaml``."""

    def test_fouten_that_are_allowed_are_told(
        self, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        break_bron(onderzoek, "I50, I51")
        done = toezicht(capsys, "controleer", onderzoek, "--hoogstens", "fout=2")
        assert done.code == 0
        assert done.err == "2 fouten toegestaan door hoogstens: fout=2\n"
        assert "2 fouten in " in done.out

    def test_a_limit_that_is_passed_is_told(
        self, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        drop_date(onderzoek)
        done = toezicht(capsys, "controleer", onderzoek, "--hoogstens", "let-op=0", "--hoogstens", "tip=1")
        assert done.code == 1
        assert done.err == "1 let-op, hoogstens 0 toegestaan\n"

    def test_the_limits_of_the_werkmap_count(
        self, werkmap: Path, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        drop_date(onderzoek)
        set_hoogstens(werkmap, "{let-op: 0}")
        assert toezicht(capsys, "controleer", onderzoek).code == 1
        assert toezicht(capsys, "controleer", onderzoek, "--hoogstens", "let-op=1").code == 0
        assert toezicht(capsys, "controleer", onderzoek, "--hoogstens", "fout=1").code == 1

    def test_streng_goes_before_the_werkmap(
        self, werkmap: Path, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        drop_date(onderzoek)
        set_hoogstens(werkmap, "{let-op: 5}")
        assert toezicht(capsys, "controleer", onderzoek).code == 0
        assert toezicht(capsys, "controleer", onderzoek, "--streng").code == 1

    def test_accepted_findings_do_not_count(
        self, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        break_bron(onderzoek)
        exception = "controle: BRN002, bestand: bevindingen/1.2.yaml, reden: Mag."
        (onderzoek / "uitzonderingen.yaml").write_text(
            f"uitzonderingen: [{{{exception}}}]\n", encoding="utf-8"
        )
        assert toezicht(capsys, "controleer", onderzoek, "--hoogstens", "fout=0,let-op=0").code == 0

    @pytest.mark.parametrize(
        ("options", "word"),
        [
            (["--hoogstens", "fuot=1"], "bedoelde je fout?"),
            (["--hoogstens", "fout=-1"], "een geheel getal"),
            (["--hoogstens", ""], "fout, let-op of tip"),
            (["--hoogstens", "fout=1,fout=2"], "twee keer"),
            (["--hoogstens"], "mist een waarde"),
            (["--streng", "--hoogstens", "let-op=5"], "spreken elkaar tegen"),
        ],
    )
    def test_a_limit_that_cannot_be_is_wrong_use(
        self, options: list[str], word: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        done = toezicht(capsys, "controleer", onderzoek, *options)
        assert (done.code, done.out) == (2, "")
        assert word in done.err

    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("{fuot: 1}", "bedoelde je fout?"),
            ("{let_op: 1}", "bedoelde je let-op?"),
            ("{fout: -1}", "een geheel getal"),
            ("{fout: veel}", "een geheel getal"),
            ("{fout: 1, fout: 2}", "tweede keer"),
            ("{fout: }", "ontbreekt of is leeg"),
            ("[fout]", "groep"),
            ("5", "groep"),
        ],
    )
    def test_a_werkmap_whose_limits_are_unclear_is_no_pass(
        self, text: str, word: str, werkmap: Path, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        set_hoogstens(werkmap, text)
        done = toezicht(capsys, "controleer", onderzoek)
        assert (done.code, done.out) == (2, "")
        assert "toezicht.yaml:" in done.err
        assert word in done.err

    def test_an_empty_group_and_no_value_are_no_limits(
        self, werkmap: Path, onderzoek: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        drop_date(onderzoek)
        set_hoogstens(werkmap, "{}")
        assert toezicht(capsys, "controleer", onderzoek).code == 0
        path = werkmap / "toezicht.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace(" {}", ""), encoding="utf-8")
        assert toezicht(capsys, "controleer", onderzoek).code == 0

    def test_werkmappen_that_differ_are_checked_apart(
        self, werkmap: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        other = tmp_path / "ander"
        shutil.copytree(werkmap, other)
        set_hoogstens(other, "{tip: 0}")
        done = toezicht(capsys, "controleer", werkmap, other)
        assert (done.code, done.out) == (2, "")
        assert "verschillende grenzen" in done.err
        assert toezicht(capsys, "controleer", werkmap, other, "--hoogstens", "tip=0").code == 0
        set_hoogstens(werkmap, "{tip: 0}")
        assert toezicht(capsys, "controleer", werkmap, other).code == 0

    def test_an_onderzoek_outside_a_werkmap_has_the_usual_limits(
        self, onderzoek: Path, werkmap: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (werkmap / "toezicht.yaml").unlink()
        assert toezicht(capsys, "controleer", onderzoek, "--hoogstens", "fout=9").code == 0
        assert toezicht(capsys, "controleer", onderzoek).code == 1
