"""Build a case for a test: the base dossier with the few files of the test laid over it."""

import re
import shutil
from pathlib import Path

RULES = Path(__file__).parent
BASE = RULES / "_basis"
ONDERZOEK = "onderzoeken/basis"
_EXPECTED = re.compile(r"#\s*verwacht:\s*([A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)")
_REMOVED = ".verwijderd"
# Files of a case that belong to the werkmap; everything else belongs to the onderzoek.
_WERKMAP = ("kaders", "toezicht.yaml")

Expectation = tuple[str, int, str]


def build_dossier(case: Path, target: Path) -> Path:
    """Copy the base to ``target``, lay ``case`` over it and return the folder of the onderzoek.

    A file replaces the file of the base; ``x.yaml.verwijderd`` removes ``x.yaml``.
    """
    shutil.copytree(BASE, target)
    for source in sorted(path for path in case.rglob("*") if path.is_file()):
        name = source.relative_to(case)
        if name.name == "verwacht.yaml":
            continue
        home = target if name.parts[0] in _WERKMAP else target / ONDERZOEK
        if name.name.endswith(_REMOVED):
            (home / name.with_name(name.name.removesuffix(_REMOVED))).unlink()
            continue
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, home / name)
    return target / ONDERZOEK


def read_expectations(target: Path, case: Path) -> set[Expectation]:
    """Return the (file, line, code) that comments ``# verwacht: CODE`` and ``verwacht.yaml`` name.

    ``verwacht.yaml`` holds lines ``bestand:regel CODE`` for places where no comment can stand; files
    are named as seen from the werkmap.
    """
    expected: set[Expectation] = set()
    for path in sorted(target.rglob("*.yaml")):
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
