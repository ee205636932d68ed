"""Build a case for a test: the base dossier with the few files of the test laid over it."""

import re
import shutil
from pathlib import Path

import yaml

RULES = Path(__file__).parent
BASE = RULES / "_basis"
REGISTERS = RULES / "_registers"
ONDERZOEK = "onderzoeken/basis"
_EXPECTED = re.compile(r"#\s*verwacht:\s*([A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)")
_REMOVED = ".verwijderd"
_NAMED = re.compile(r"controle: *([A-Z]{3}\d{3})")
# What git cannot carry to every system: raw bytes, links, and folders that have the name of a file.
_MAKE = "aanmaken.yaml"
# Files of a case that belong to the werkmap; everything else belongs to the onderzoek.
_WERKMAP = ("kaders", "toezicht.yaml")

Expectation = tuple[str, int, str]


def build_dossier(case: Path, target: Path) -> Path:
    """Copy the base to ``target``, lay ``case`` over it and return the folder of the onderzoek.

    A file replaces the file of the base; ``x.yaml.verwijderd`` removes ``x.yaml``. ``aanmaken.yaml``
    lists what else to make in the onderzoek: ``{pad, hex}``, ``{pad, link_naar}`` or ``{pad, map: ja}``.

    Raises:
        OSError: a link could not be made.
    """
    shutil.copytree(BASE, target)
    for source in sorted(path for path in case.rglob("*") if path.is_file()):
        name = source.relative_to(case)
        if name.name in {"verwacht.yaml", _MAKE}:
            continue
        home = target if name.parts[0] in _WERKMAP else target / ONDERZOEK
        if name.name.endswith(_REMOVED):
            (home / name.with_name(name.name.removesuffix(_REMOVED))).unlink()
            continue
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, home / name)
    if (case / _MAKE).exists():
        for item in yaml.safe_load((case / _MAKE).read_text(encoding="utf-8")):
            _make(target / ONDERZOEK, item)
    return target / ONDERZOEK


def build_registers(case: Path, target: Path) -> Path:
    """Copy the base of the registers to ``target``, lay ``case`` over it and return the werkmap."""
    shutil.copytree(REGISTERS, target)
    shutil.copytree(case, target, dirs_exist_ok=True)
    return target


def _make(folder: Path, item: dict[str, str]) -> None:
    path = folder / item["pad"]
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if "hex" in item:
        path.write_bytes(bytes.fromhex(item["hex"]))
    elif "link_naar" in item:
        path.symlink_to(item["link_naar"])
    else:
        path.mkdir()


def find_named_codes(folder: Path) -> set[str]:
    """Return the codes that the uitzonderingen of an onderzoek name."""
    path = folder / "uitzonderingen.yaml"
    return set(_NAMED.findall(path.read_text(encoding="utf-8"))) if path.is_file() else set()


def read_expectations(target: Path, case: Path) -> set[Expectation]:
    """Return the (file, line, code) that comments ``# verwacht: CODE`` and ``verwacht.yaml`` name.

    ``verwacht.yaml`` holds lines ``bestand:regel CODE`` for places where no comment can stand; files
    are named as seen from the werkmap.
    """
    expected: set[Expectation] = set()
    for path in sorted(path for path in target.rglob("*.yaml") if path.is_file()):
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if match := _EXPECTED.search(line):
                name = path.relative_to(target).as_posix()
                expected |= {(name, number, code.strip()) for code in match[1].split(",")}
    extra = case / "verwacht.yaml"
    if extra.exists():
        for line in extra.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                place, code = line.removeprefix("- ").split()
                file, _, row = place.rpartition(":")
                expected.add((file, int(row), code))
    return expected
