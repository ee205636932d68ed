"""Checking: a crash hides nothing, what could not run is counted, and uitzonderingen are judged."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, build_dossier
from toezicht_cli.diagnostics import CheckResult, Severity, Violation
from toezicht_cli.loading.tekens import split_lines
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules import known_codes, load_rules
from toezicht_cli.rules.base import Rule
from toezicht_cli.services.check import NietsGecontroleerdError, check_onderzoeken

TODAY = date(2026, 6, 15)
RULES = load_rules()
RULE_BY_ID = {rule.id: rule for rule in RULES}
UNKNOWN_BRON = """\
norm: "1.1"
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Elk dossier heeft een plan., bronnen: [I98, D01]}
  - {id: b, tekst: De cliënten kennen hun plan., bronnen: [I99, I01]}
"""


@pytest.fixture
def onderzoek(tmp_path: Path) -> Path:
    return build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")


@pytest.fixture
def with_findings(onderzoek: Path) -> Path:
    """An onderzoek with BRN002 at two bevindingen of norm 1.1."""
    (onderzoek / "bevindingen/1.1.yaml").write_text(UNKNOWN_BRON, encoding="utf-8")
    return onderzoek


def check(folder: Path, *codes: str) -> CheckResult:
    return check_onderzoeken([folder], folder, TODAY, [RULE_BY_ID[code] for code in codes] or None)


def find_codes(result: CheckResult) -> list[tuple[str, int]]:
    return [(found.rule_id, found.location.line) for found in result.diagnostics]


def except_(folder: Path, *lines: str) -> None:
    """Write uitzonderingen, each as the inside of a flow mapping."""
    text = "uitzonderingen:\n" + "".join(f"  - {{{line}}}\n" for line in lines)
    (folder / "uitzonderingen.yaml").write_text(text, encoding="utf-8")


def make_rule(code: str, error: Exception) -> Rule:
    def crash(_dossier: Dossier) -> Iterator[Violation]:
        raise error
        yield  # a generator, as every controle is

    return Rule(code, "gaat-mis", Severity.WARNING, "0.1", "Gaat mis", frozenset(), crash)


class TestCrash:
    """INT001: a controle that fails is a finding and never a traceback."""

    @pytest.mark.parametrize(
        "error", [ValueError("123456782"), KeyError("x"), RecursionError(), LookupError()]
    )
    def test_a_crash_is_a_fout_and_the_others_still_run(self, error: Exception, with_findings: Path) -> None:
        rules = [make_rule("BRN900", error), RULE_BY_ID["BRN002"], make_rule("BRN901", error)]
        result = check_onderzoeken([with_findings], with_findings, TODAY, rules)
        assert [found.rule_id for found in result.diagnostics].count("INT001") == 2
        assert [found.rule_id for found in result.diagnostics].count("BRN002") == 2
        crashes = [found for found in result.diagnostics if found.rule_id == "INT001"]
        assert {found.severity for found in crashes} == {Severity.ERROR}
        assert "BRN900" in crashes[0].message
        assert "123456782" not in f"{crashes[0].message} {crashes[0].help}"

    def test_findings_before_the_crash_are_not_half_a_result(self, onderzoek: Path) -> None:
        def halfway(dossier: Dossier) -> Iterator[Violation]:
            yield Violation("eerst", dossier.normoordelen[0].place)
            raise ValueError

        rule = Rule("BRN900", "gaat-mis", Severity.WARNING, "0.1", "Gaat mis", frozenset(), halfway)
        result = check_onderzoeken([onderzoek], onderzoek, TODAY, [rule])
        assert [found.rule_id for found in result.diagnostics] == ["INT001"]

    def test_an_uitzondering_for_a_crashed_controle_is_left_in_peace(
        self, onderzoek: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        except_(onderzoek, "controle: BRN900, bestand: bronnen.yaml, reden: Mag.")
        monkeypatch.setattr("toezicht_cli.services.check.known_codes", lambda: frozenset({"BRN900"}))
        result = check_onderzoeken([onderzoek], onderzoek, TODAY, [make_rule("BRN900", ValueError())])
        assert [found.rule_id for found in result.diagnostics] == ["INT001"]

    def test_a_crash_cannot_be_excepted(self, onderzoek: Path) -> None:
        except_(onderzoek, "controle: INT001, bestand: onderzoek.yaml, reden: Mag.")
        rules = [RULE_BY_ID["INT001"], make_rule("BRN900", ValueError())]
        result = check_onderzoeken([onderzoek], onderzoek, TODAY, rules)
        assert {found.rule_id for found in result.diagnostics} == {"INT001", "STR019"}


class TestNotRun:
    """What did not run is never a pass."""

    def test_controles_that_lack_a_file_are_counted(self, with_findings: Path) -> None:
        (with_findings / "bronnen.yaml").write_text("bronnen: [", encoding="utf-8")
        result = check(with_findings, "BRN002", "STR004")
        assert find_codes(result) == [("STR004", 1)]
        assert (result.rules, result.skipped) == (2, 1)

    def test_nothing_is_skipped_in_a_sound_case(self, onderzoek: Path) -> None:
        result = check(onderzoek)
        assert (result.skipped, result.rules) == (0, len(RULES))

    def test_no_controles_is_an_error(self, onderzoek: Path) -> None:
        with pytest.raises(NietsGecontroleerdError):
            check_onderzoeken([onderzoek], onderzoek, TODAY, [])

    def test_no_onderzoeken_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(NietsGecontroleerdError):
            check_onderzoeken([], tmp_path, TODAY)

    def test_one_broken_onderzoek_does_not_hide_another(self, with_findings: Path, tmp_path: Path) -> None:
        other = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "ander")
        (other / "onderzoek.yaml").write_text("id: [", encoding="utf-8")
        result = check_onderzoeken([other, with_findings], tmp_path, TODAY)
        assert {"STR004", "BRN002"} <= {found.rule_id for found in result.diagnostics}


class TestLines:
    """The line that a finding points at is there to be shown, for broken files too."""

    @pytest.mark.parametrize(
        "text", ["cijfers: {", "cijfers:\n  a: 'x\n", "a: 1\r\nb: [\r\n", "\ta: 1", "{", ""]
    )
    def test_every_finding_has_its_line(self, text: str, onderzoek: Path) -> None:
        (onderzoek / "cijfers.yaml").write_bytes(text.encode())
        result = check(onderzoek, "STR004")
        assert result.diagnostics
        for found in result.diagnostics:
            key = (found.location.file, found.location.line)
            assert result.lines[key] == split_lines(text)[found.location.line - 1]


class TestUitzonderingen:
    """Findings that the team accepts, with a reason; and what is wrong with an uitzondering."""

    @pytest.mark.parametrize("plaats", ["a", "bevindingen.0.bronnen.0", '"bronnen"'])
    def test_a_finding_is_matched_by_id_by_route_or_by_field(self, plaats: str, with_findings: Path) -> None:
        except_(
            with_findings, f"controle: BRN002, bestand: bevindingen/1.1.yaml, plaats: {plaats}, reden: Weg."
        )
        result = check(with_findings, "BRN002")
        expected = {"a": [("BRN002", 5)], "bevindingen.0.bronnen.0": [("BRN002", 5)], '"bronnen"': []}
        assert find_codes(result) == expected[plaats]
        assert {found.reason for found in result.excused} == {"Weg."}

    def test_without_a_place_the_whole_file_is_excepted(self, with_findings: Path) -> None:
        except_(with_findings, "controle: BRN002, bestand: bevindingen/1.1.yaml, reden: Weg.")
        result = check(with_findings, "BRN002")
        assert find_codes(result) == []
        assert [found.diagnostic.location.line for found in result.excused] == [4, 5]
        assert not result.has_errors

    def test_a_term_is_a_name_too(self, onderzoek: Path) -> None:
        text = (onderzoek / "onderzoek.yaml").read_text(encoding="utf-8")
        begrippen = "begrippen: [{term: VOG, uitleg: Een.}, {term: VOG, uitleg: Twee.}]\n"
        text = text.partition("begrippen:")[0]
        (onderzoek / "onderzoek.yaml").write_text(text + begrippen, encoding="utf-8")
        except_(onderzoek, "controle: STR016, bestand: onderzoek.yaml, plaats: VOG, reden: Zo.")
        assert {code for code, _ in find_codes(check(onderzoek, "STR016"))} == {"STR016", "STR019"}

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("controle: BRN002, bestand: bevindingen/1.2.yaml, reden: Weg.", "STR017"),
            ("controle: BRN002, bestand: bevindingen/1.1.yaml, plaats: c, reden: Weg.", "STR017"),
            ("controle: BRN002, bestand: bevindingen/1.1.yaml, reden: Weg., tot: 2026-06-14", "STR018"),
            ("controle: BRN999, bestand: bevindingen/1.1.yaml, reden: Weg.", "STR020"),
        ],
    )
    def test_an_uitzondering_that_does_not_work_is_a_finding(
        self, line: str, code: str, with_findings: Path
    ) -> None:
        except_(with_findings, line)
        result = check(with_findings, "BRN002")
        assert find_codes(result) == [("BRN002", 4), ("BRN002", 5), (code, 2)]
        assert result.excused == ()
        [judged] = [found for found in result.diagnostics if found.rule_id == code]
        assert judged.severity is RULE_BY_ID[code].severity

    def test_an_uitzondering_works_up_to_and_including_its_last_day(self, with_findings: Path) -> None:
        except_(
            with_findings, "controle: BRN002, bestand: bevindingen/1.1.yaml, reden: Weg., tot: 2026-06-15"
        )
        assert len(check(with_findings, "BRN002").excused) == 2

    def test_the_second_uitzondering_for_a_finding_is_one_too_many(self, with_findings: Path) -> None:
        line = "controle: BRN002, bestand: bevindingen/1.1.yaml, reden: Weg."
        except_(with_findings, line, line)
        assert find_codes(check(with_findings, "BRN002")) == [("STR017", 3)]

    def test_a_misspelt_file_comes_with_the_nearest(self, with_findings: Path) -> None:
        except_(with_findings, "controle: BRN002, bestand: bevindinge/1.1.yaml, reden: Weg.")
        [found] = [one for one in check(with_findings, "BRN002").diagnostics if one.rule_id == "STR017"]
        assert found.help == "bedoelde je bevindingen/1.1.yaml?"

    @pytest.mark.parametrize("code", ["STR015", "KDR002", "NRM001", "OOR001"])
    def test_a_fout_that_the_tally_hangs_on_is_never_excepted(
        self, code: str, onderzoek: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def always(dossier: Dossier) -> Iterator[Violation]:
            yield Violation("klopt niet", dossier.normoordelen[0].place)

        rule = Rule(code, "klopt-niet", Severity.ERROR, "0.1", "Klopt niet", frozenset(), always)
        except_(onderzoek, f"controle: {code}, bestand: bevindingen/1.1.yaml, reden: Mag.")
        monkeypatch.setattr("toezicht_cli.services.check.known_codes", lambda: frozenset({code}))
        result = check_onderzoeken([onderzoek], onderzoek, TODAY, [rule])
        assert {found.rule_id for found in result.diagnostics} == {code, "STR019"}
        assert result.excused == ()

    @pytest.mark.parametrize("severity", [Severity.WARNING, Severity.INFO])
    def test_a_let_op_or_tip_of_those_families_may_be_excepted(
        self, severity: Severity, onderzoek: Path
    ) -> None:
        def always(dossier: Dossier) -> Iterator[Violation]:
            yield Violation("klopt niet", dossier.normoordelen[0].place, severity=severity)

        rule = Rule("STR015", "klopt-niet", Severity.ERROR, "0.1", "Klopt niet", frozenset(), always)
        except_(onderzoek, "controle: STR015, bestand: bevindingen/1.1.yaml, reden: Mag.")
        result = check_onderzoeken([onderzoek], onderzoek, TODAY, [rule])
        assert result.diagnostics == ()
        assert len(result.excused) == 1

    def test_a_fault_of_reading_is_never_excepted(self, onderzoek: Path) -> None:
        (onderzoek / "cijfers.yaml").write_text("cijfer: {}\n", encoding="utf-8")
        except_(onderzoek, "controle: STR009, bestand: cijfers.yaml, reden: Mag.")
        assert find_codes(check(onderzoek, "STR009")) == [("STR009", 1), ("STR019", 2)]

    def test_an_uitzondering_for_a_controle_that_was_not_asked_for_is_left_in_peace(
        self, onderzoek: Path
    ) -> None:
        except_(onderzoek, "controle: BRN002, bestand: bronnen.yaml, reden: Mag.")
        assert find_codes(check(onderzoek, "BRN003")) == []

    def test_an_uitzondering_is_not_called_unused_when_a_file_could_not_be_read(
        self, with_findings: Path
    ) -> None:
        (with_findings / "bronnen.yaml").write_text("bronnen: [", encoding="utf-8")
        except_(
            with_findings,
            "controle: BRN002, bestand: bevindingen/1.1.yaml, reden: Mag.",
            "controle: BRN003, bestand: bevindingen/1.2.yaml, reden: Mag.",
        )
        assert find_codes(check(with_findings, "BRN002", "BRN003", "STR004")) == [("STR004", 1)]


def test_the_codes_that_are_known_are_those_of_the_catalogue() -> None:
    assert known_codes() == set(RULE_BY_ID)
