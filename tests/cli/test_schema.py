"""``toezicht schema`` as somebody types it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from toezicht_cli.cli.entry import run
from toezicht_cli.services.schema import build_schema, list_schemas

MODELINE = "# yaml-language-server: $schema="


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.mark.parametrize("columns", ["80", "120"])
def test_without_a_kind_it_lists_them(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert run(["schema"]) == 0
    out, err = capsys.readouterr()
    assert [soort.naam for soort in list_schemas() if f"\n  {soort.naam}" not in out] == []
    assert ("bevindingen/*.yaml" in out) is (columns == "120")
    assert max(map(len, out.splitlines())) <= int(columns)
    assert err == ""


def test_with_a_kind_it_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "bronnen"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == build_schema("bronnen")
    assert err == ""


def test_an_unknown_kind_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "bronen"]) == 2
    assert capsys.readouterr() == (
        "",
        "toezicht: schema 'bronen' is er niet\n          bedoelde je bronnen?\n",
    )


def test_all_are_written_with_the_settings(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--uit", "schemas", "--editor"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"{len(list_schemas())} schema's geschreven in schemas\n"
        f"De instelling voor VS Code staat in {Path('.vscode/settings.json')}\n"
    )
    addresses = json.loads((here / ".vscode" / "settings.json").read_text())["yaml.schemas"]
    assert all((here / address).is_file() for address in addresses)


def test_one_is_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "bronnen", "--uit", "."]) == 0
    assert [path.name for path in here.iterdir()] == ["bronnen.schema.json"]
    assert capsys.readouterr().err == "1 schema geschreven in .\n"


def test_the_settings_alone_are_only_shown(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--editor"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["yaml.schemas"]["./schemas/bronnen.schema.json"] == "**/bronnen.yaml"
    assert "toezicht schema --uit schemas" in err
    assert list(here.iterdir()) == []


def test_the_settings_of_one_kind_are_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "bronnen", "--editor"]) == 2
    assert "laat SOORT weg" in capsys.readouterr().err


def test_the_help_tells_how_to_use_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "-h"]) == 0
    out, _ = capsys.readouterr()
    assert "Red" in out
    assert f"{MODELINE}../schemas/bronnen.schema.json" in out


def test_help_does_not_import_the_models() -> None:
    code = (
        "import sys; from toezicht_cli.cli.entry import run; run(['schema', '-h']); "
        "sys.exit('pydantic' in sys.modules or 'yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_folder_that_cannot_be_made_is_wrong_use(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "bestand").touch()
    assert run(["schema", "--uit", "bestand/map"]) == 2
    assert "kies een andere map" in capsys.readouterr().err
