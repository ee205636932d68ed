"""Try the installed wheel as a user would, in an empty folder, without the checkout in sight.

Usage: python tests/wheel/probeer.py FOLDER (with the wheel installed in the running environment)
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("toezicht"))


def toezicht(*arguments: str, folder: Path, code: int = 0) -> str:
    """Run the command in ``folder``, demand its exit code and return what it printed."""
    done = subprocess.run([COMMAND, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout


def main() -> None:
    """Go through the main job: demo, check, tally, a new onderzoek, a schema, a report in every format."""
    folder = Path(sys.argv[1]) / "proef"
    folder.mkdir()
    import toezicht_cli

    assert not Path(toezicht_cli.__file__).is_relative_to(Path(__file__).parents[2]), "this is the checkout"
    toezicht("--version", folder=folder)
    toezicht("demo", folder=folder)
    telling = json.loads(toezicht("oordeel", "socra-2025", "--formaat", "json", folder=folder))["telling"]
    assert [item["aantal"] for item in telling["categorieen"]] == [6, 6, 6], telling
    assert (telling["getoetst"], telling["in_kader"]) == (18, 21), telling
    toezicht("oordeel", "socra-2025", "--rapport-zegt", "6/6/6", folder=folder)
    toezicht("oordeel", "socra-2025", "--rapport-zegt", "7/6/5", folder=folder, code=1)
    toezicht("controleer", "socra-2025", folder=folder)
    toezicht("controleer", folder=folder, code=2)
    kaders = json.loads(toezicht("kader", "lijst", "--formaat", "json", folder=folder))["kaders"]
    assert len(kaders) == 3, kaders
    nieuw = ["--kader", "ggd-gelderland-zuid@2019-07", "--aanbieder", "Zorg Voorbeeld (verzonnen)"]
    nieuw += ["--soort-toezicht", "proactief"]
    toezicht("nieuw", "proef-2026", *nieuw, folder=folder)
    toezicht("controleer", "proef-2026", folder=folder)
    json.loads(toezicht("schema", "bronnen", folder=folder))
    toezicht("uitleg", "BRN002", folder=folder)
    make_report(folder)
    show_change(folder)
    print("the wheel works")


def make_report(folder: Path) -> None:
    """Make the report of the demo in every format, and hold it against the data."""
    toezicht("rapport", "socra-2025", "--formaat", "pdf,html,docx,odt,markdown", folder=folder)
    made = sorted(path.suffix for path in (folder / "socra-2025/rapport").iterdir())
    assert made == [".docx", ".html", ".md", ".odt", ".pdf"], made
    toezicht("rapport", "socra-2025", "--controleer", folder=folder)


def show_change(folder: Path) -> None:
    """Change an oordeel in a copy, see it in every format, and set up git for it."""
    shutil.copytree(folder / "socra-2025", folder / "nieuw" / "socra-2025")
    file = folder / "nieuw" / "socra-2025" / "bevindingen" / "1.8.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("voldoet-niet", "voldoet"), encoding="utf-8")
    for formaat, shown in (
        ("tekst", "milder"),
        ("markdown", "milder"),
        ("html", "<!DOCTYPE html>"),
        ("json", '"milder"'),
    ):
        made = toezicht("verschil", "socra-2025", "nieuw/socra-2025", "--formaat", formaat, folder=folder)
        assert shown in made, formaat
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    toezicht("git", "installeer", folder=folder)
    toezicht("git", "leesbaar", "socra-2025/bevindingen/1.8.yaml", folder=folder)
    for formaat in ("sarif", "junit", "github", "gitlab"):
        toezicht("controleer", "socra-2025", "--formaat", formaat, folder=folder)


if __name__ == "__main__":
    main()
