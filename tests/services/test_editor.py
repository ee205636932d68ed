"""The settings of VS Code: what comes in, and that nothing of the user goes out."""

import json
from pathlib import Path

import pytest

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.editor import editor_settings, settings_text, write_settings
from toezicht_cli.services.schema import list_schemas, write_schemas

KEY = "yaml.schemas"


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    (tmp_path / ".vscode").mkdir()
    return tmp_path / ".vscode" / "settings.json"


def test_every_kind_of_file_is_tied_to_its_schema(tmp_path: Path) -> None:
    found = editor_settings(tmp_path / "schemas", tmp_path)[KEY]
    assert found["./schemas/bevinding.schema.json"] == "**/bevindingen/*.yaml"
    assert len(found) == len([soort for soort in list_schemas() if soort.bestanden])
    write_schemas(tmp_path / "schemas")
    assert all((tmp_path / address).is_file() for address in found)


def test_schemas_elsewhere_get_their_full_address(tmp_path: Path) -> None:
    found = editor_settings(tmp_path / "schema's", tmp_path / "werkmap")[KEY]
    assert f"{(tmp_path / 'schema').as_uri()}%27s/bronnen.schema.json" in found


def test_a_new_file_holds_what_is_shown(tmp_path: Path) -> None:
    path = write_settings(Path("schemas").resolve(), tmp_path)
    assert path == tmp_path / ".vscode" / "settings.json"
    assert path.read_text(encoding="utf-8") == settings_text(Path("schemas").resolve(), tmp_path)


def test_other_settings_stay_in_their_order(tmp_path: Path, settings: Path) -> None:
    mine = {
        "editor.rulers": [80],
        KEY: {"https://x.nl/a.json": "a.yaml", "./oud/bronnen.schema.json": "**/bronnen.yaml"},
        "z": {"é": None},
    }
    settings.write_text(json.dumps(mine, indent=4, ensure_ascii=False), encoding="utf-8")
    write_settings(tmp_path / "schemas", tmp_path)
    text = settings.read_text(encoding="utf-8")
    found = json.loads(text)
    assert list(found) == list(mine)
    assert {**found, KEY: 0} == {**mine, KEY: 0}
    assert found[KEY] == {
        "https://x.nl/a.json": "a.yaml",
        **editor_settings(tmp_path / "schemas", tmp_path)[KEY],
    }
    assert '\n    "editor.rulers"' in text
    assert "é" in text


@pytest.mark.parametrize(
    ("old", "start"), [("", '{\n  "'), ("{}", '{\n  "'), ('{\r\n\t"a": 1\r\n}\r\n', '{\r\n\t"a"')]
)
def test_the_file_keeps_its_own_form(tmp_path: Path, settings: Path, old: str, start: str) -> None:
    settings.write_bytes(old.encode())
    write_settings(tmp_path / "schemas", tmp_path)
    assert settings.read_bytes().decode().startswith(start)


def test_settings_that_are_right_are_not_written_again(tmp_path: Path, settings: Path) -> None:
    settings.write_text(json.dumps(editor_settings(tmp_path / "schemas", tmp_path)))
    before = settings.stat().st_ino, settings.read_bytes()
    write_settings(tmp_path / "schemas", tmp_path)
    assert (settings.stat().st_ino, settings.read_bytes()) == before


@pytest.mark.parametrize(
    "old",
    [
        b'{\n  // mijn opmerking\n  "a": 1\n}',
        b'{"a": 1,}',
        b'{"a": 1, "a": 2}',
        b'{"a": {"b": 1, "b": 2}}',
        b"[]",
        b'{"yaml.schemas": []}',
        b"\xef\xbb\xbf{}",
        b'{"a": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_a_file_that_cannot_be_added_to_safely_stays(tmp_path: Path, settings: Path, old: bytes) -> None:
    settings.write_bytes(old)
    with pytest.raises(ToezichtError, match="er is niets veranderd") as found:
        write_settings(tmp_path / "schemas", tmp_path)
    assert found.value.help == "toezicht schema --editor toont wat erin moet; neem dat zelf over"
    assert settings.read_bytes() == old


def test_links_and_files_in_the_way_are_refused(tmp_path: Path) -> None:
    (tmp_path / ".vscode").touch()
    with pytest.raises(ToezichtError):
        write_settings(tmp_path / "schemas", tmp_path)
    (tmp_path / ".vscode").unlink()
    (tmp_path / "elders").mkdir()
    (tmp_path / ".vscode").symlink_to(tmp_path / "elders")
    with pytest.raises(ToezichtError, match="link"):
        write_settings(tmp_path / "schemas", tmp_path)
    assert list((tmp_path / "elders").iterdir()) == []
