"""The settings of VS Code that tie the schemas to the files: completion and checks while typing, offline."""

import json
from pathlib import Path
from typing import Any

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.schrijven import write_atomically
from toezicht_cli.services.schema import list_schemas, schema_file

FOLDER = Path("schemas")
_SETTINGS = Path(".vscode") / "settings.json"
_KEY = "yaml.schemas"


def editor_settings(folder: Path, here: Path) -> dict[str, dict[str, str]]:
    """Return the setting ``yaml.schemas`` for schemas in ``folder``, when ``here`` is opened in VS Code."""
    return {
        _KEY: {
            _address(folder / schema_file(soort.naam), here): f"**/{soort.bestanden}"
            for soort in list_schemas()
            if soort.bestanden
        }
    }


def settings_text(folder: Path, here: Path) -> str:
    """Return the setting as it can be pasted into ``.vscode/settings.json``."""
    return json.dumps(editor_settings(folder, here), ensure_ascii=False, indent=2) + "\n"


def write_settings(folder: Path, here: Path) -> Path:
    """Write the setting in ``here/.vscode/settings.json``; whatever else stands there stays.

    Raises:
        ToezichtError: the file cannot be read as plain JSON, so that it cannot be added to safely.
    """
    path = here / _SETTINGS
    if not path.exists() and not path.is_symlink():
        try:
            path.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise ToezichtError(f"de map {path.parent} is niet te maken", _by_hand()) from error
        write_atomically(path, settings_text(folder, here))
        return path
    old = _read(here)
    new = _merge(old, editor_settings(folder, here))
    if new != old:
        write_atomically(path, new, expected=old)
    return path


def _address(path: Path, here: Path) -> str:
    """Return a path as VS Code wants it: from the opened folder, else as an address of a file."""
    whole, home = path.resolve(), here.resolve()
    return f"./{whole.relative_to(home).as_posix()}" if whole.is_relative_to(home) else whole.as_uri()


def _read(here: Path) -> str:
    try:
        return read_bytes(here, _SETTINGS.as_posix()).decode()
    except (BestandError, UnicodeDecodeError) as error:
        raise _refused() from error


def _merge(old: str, settings: dict[str, dict[str, str]]) -> str:
    """Return ``old`` with the schemas added; a setting for one of our schemas elsewhere goes."""
    try:
        found = json.loads(old, object_pairs_hook=_without_doubles) if old.strip() else {}
    except (ValueError, RecursionError) as error:
        raise _refused() from error
    if not isinstance(found, dict) or not isinstance(found.get(_KEY, {}), dict):
        raise _refused()
    ours = {address.rpartition("/")[2] for address in settings[_KEY]}
    present = found.get(_KEY, {}).items()
    others = {address: files for address, files in present if address.rpartition("/")[2] not in ours}
    merged = {**found, _KEY: {**others, **settings[_KEY]}}
    if merged == found:
        return old
    text = json.dumps(merged, ensure_ascii=False, indent=_indent(old)) + "\n"
    return text.replace("\n", "\r\n") if "\r\n" in old else text


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; refuse one that has a key twice, because one of the two would be lost."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _indent(text: str) -> str:
    """Return the white space that ``text`` sets in with."""
    line = next((line for line in text.splitlines() if line[:1] in (" ", "\t") and line.strip()), "  ")
    return line[: len(line) - len(line.lstrip())]


def _refused() -> ToezichtError:
    return ToezichtError(f"{_SETTINGS.as_posix()} is geen gewone JSON: er is niets veranderd", _by_hand())


def _by_hand() -> str:
    return "toezicht schema --editor toont wat erin moet; neem dat zelf over"
