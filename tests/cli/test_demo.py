"""``toezicht demo``: the worked example, laid down, checked, tallied and rendered."""

from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht

SOCRA = VOORBEELDEN / "socra-2025"


@pytest.fixture(autouse=True)
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_it_lays_down_a_true_copy_and_says_what_to_try(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = toezicht(capsys, "demo")
    assert (found.code, found.err) == (0, "")
    laid = contents(tmp_path / "socra-2025")
    assert laid.pop("rapport/socra-2025-standaard.pdf").startswith(b"%PDF")
    assert laid == contents(SOCRA)
    assert "Het rapport: socra-2025/rapport/socra-2025-standaard.pdf\n" in found.out
    assert "voldoet aan zes normen" in " ".join(found.out.split())
    assert "Het voorbeeld staat in socra-2025\n" in found.out
    assert "De controle vindt 0 fouten, " in found.out
    assert max(len(line) for line in found.out.splitlines()) <= 80


def test_the_commands_it_names_work(capsys: pytest.CaptureFixture[str]) -> None:
    out = toezicht(capsys, "demo").out
    commands = [
        line.split("  ")[1].split()[1:] for line in out.splitlines() if line.startswith("  toezicht ")
    ]
    assert len(commands) == 3
    for command in commands:
        assert toezicht(capsys, *command).code == 0


@pytest.mark.parametrize(
    ("argument", "target"),
    [("oefenen", "oefenen/socra-2025"), ("a/b/socra-2025", "a/b/socra-2025"), (".", "socra-2025")],
)
def test_the_onderzoek_keeps_the_name_of_its_folder(
    argument: str, target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = toezicht(capsys, "demo", argument)
    assert found.code == 0
    laid = contents(tmp_path / target)
    assert laid.keys() - contents(SOCRA).keys() == {"rapport/socra-2025-standaard.pdf"}
    assert f"Het voorbeeld staat in {target}\n" in found.out


def test_it_never_writes_over_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert toezicht(capsys, "demo").code == 0
    (tmp_path / "socra-2025" / "onderzoek.yaml").write_text("van mij")
    found = toezicht(capsys, "demo")
    assert (found.code, found.out) == (2, "")
    assert "bestaat al" in found.err
    assert (tmp_path / "socra-2025" / "onderzoek.yaml").read_text() == "van mij"


def test_a_file_in_the_way_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "oefenen").touch()
    found = toezicht(capsys, "demo", "oefenen")
    assert (found.code, found.out) == (2, "")
    assert [path.name for path in tmp_path.iterdir()] == ["oefenen"]
