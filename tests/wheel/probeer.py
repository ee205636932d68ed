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
    for part in (make_report, show_change, follow_course):
        part(folder)
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


def follow_course(folder: Path) -> None:
    """Go from the letters to a hertoets with the made-up case that travels with the wheel."""
    from toezicht_cli.resources import data_folder

    shutil.copytree(data_folder("voorbeelden") / "de-linde-2026", folder / "linde")
    case = "linde/onderzoeken/de-linde-2026"
    toezicht("voorbereiden", case, folder=folder)
    assert "14 en 15 mei" in toezicht("termijnen", case, "--alles", "--formaat", "json", folder=folder)
    assert "BEGIN:VEVENT" in toezicht("termijnen", case, "--formaat", "ics", folder=folder)
    toezicht("wederhoor", case, folder=folder)
    wie = ("--door", "B. Voorbeeld", "--functie", "hoofd toezicht", "--mandaat", "Mandaat (verzonnen)")
    toezicht("vaststellen", case, *wie, "--datum", "2026-06-10", folder=folder)
    toezicht("verifieer", case, folder=folder)
    toezicht("verifieer", f"{case}/rapport/vastgesteld/1/de-linde-2026-standaard.pdf", folder=folder)
    toezicht("opvolging", "noteer", "V01", case, "--status", "deels", "--datum", "2026-07-01", folder=folder)
    assert "V01" in toezicht("opvolging", case, "--peildatum", "2026-07-02", folder=folder)
    toezicht("hertoets", "nieuw", "de-linde-2027", "--van", case, "--norm", "2.1", folder=folder)
    toezicht("hertoets", "linde/onderzoeken/de-linde-2027", folder=folder)
    toezicht("intrekken", case, "--reden", "Proef.", "--datum", "2026-09-01", folder=folder)


if __name__ == "__main__":
    main()
