"""What writing commands do when they are killed or the disk fails: the table of commands and the looking."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.cli.kaderproef import NAAR, add_edition
from tests.loading.wordproef import comment, commented, deleted, inserted, make_docx, norm_heading, paragraph
from tests.services.lijstinvullen import fill
from toezicht_cli.loading.yaml_wijzigen import set_value

_STORING = Path(__file__).with_name("schrijfstoring.py")
# What a killed writer may leave behind: hidden, and swept or passed over by the next one.
LEFTOVER = re.compile(r"(^|/)\.(toezicht-[0-9a-f]{16}\.tmp|[^/]*\.toezicht-[0-9a-f]{16})(/|$)")
# What says at the head of a whole file that the work was not ready; the next run takes it away.
_NOT_READY = re.compile(rb"\A# hernummerd uit \S+, maar nog niet klaar[^\n]*\n")
_LIJST = "bijlagen/voorbereiding/dossierlijst-dossiers.xlsx"
_PRELOAD = (
    "toezicht_cli.cli.app",
    "toezicht_cli.services.nieuw",
    "toezicht_cli.services.hertoets",
    "toezicht_cli.services.vaststellen",
    "toezicht_cli.services.wederhoor_lezen",
    "toezicht_cli.services.wederhoor_klaarzetten",
    "toezicht_cli.services.voorbereiden",
    "toezicht_cli.services.opvolgnotitie",
    "toezicht_cli.services.lijstinlezen",
    "toezicht_cli.services.kadermigratie",
    "toezicht_cli.services.rapport",
    "toezicht_cli.rendering.writers.html",
    "toezicht_cli.rendering.writers.docx",
    "toezicht_cli.rendering.writers.markdown",
    "docx",
    "openpyxl",
    "jinja2.sandbox",
)

Stand = dict[str, bytes]


class Proef(NamedTuple):
    """A writing command: what must be done before it, and what is run; on the werkmap of the handbook.

    ``vooraf`` are commands, and then ``prepare`` gets the folder of the onderzoek. ``{werkmap}`` and
    ``{onderzoek}`` in the arguments are filled in. ``codes`` is how it may end when the disk fails.
    """

    naam: str
    args: tuple[str, ...]
    vooraf: tuple[tuple[str, ...], ...] = ()
    prepare: Callable[[Path], None] = lambda _onderzoek: None
    codes: tuple[int, ...] = (2,)


class Afloop(NamedTuple):
    """How a run ended: minus the signal when it was killed; ``seen`` is how many calls it made."""

    code: int
    seen: int | None
    out: str
    err: str


class Loper:
    """Runs commands in the process of ``schrijfstoring``."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def run(self, args: list[str], root: Path, **storing: Any) -> Afloop:  # noqa: ANN401 - what the other side reads
        """Run ``toezicht`` with ``args`` in ``root``; ``storing`` says what goes wrong."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"args": args, "root": str(root.resolve()), "cwd": str(root), **storing}
        self._process.stdin.write(f"{json.dumps(request)}\n")
        self._process.stdin.flush()
        return Afloop(**json.loads(self._process.stdout.readline()))


@contextmanager
def start_loper() -> Iterator[Loper]:
    """Start the process that runs commands, and end it."""
    command = [sys.executable, str(_STORING), *_PRELOAD]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1", "COLUMNS": "100"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
    ) as process:
        yield Loper(process)
        assert process.stdin is not None
        process.stdin.close()


def look(root: Path) -> Stand:
    """Return every file below ``root`` with its bytes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def list_broken(found: Stand, old: Stand, new: Stand) -> list[str]:
    """Return the files that are neither as they were nor as they should become."""
    return [
        name
        for name in sorted({*found, *old, *new})
        if _ready(found.get(name)) not in (old.get(name), new.get(name)) and not LEFTOVER.search(name)
    ]


def _ready(content: bytes | None) -> bytes | None:
    return _NOT_READY.sub(b"", content) if content else content


def list_leftovers(found: Stand) -> list[str]:
    """Return the files that a writer made for itself and did not take away."""
    return [name for name in found if LEFTOVER.search(name)]


def without_leftovers(found: Stand) -> Stand:
    """Return the files that count."""
    return {name: content for name, content in found.items() if not LEFTOVER.search(name)}


def _with_repairs(onderzoek: Path) -> None:
    for name in ("verbeterpunten.yaml", "bronnen.yaml"):
        path = onderzoek / name
        path.write_text(re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3-\2-\1", path.read_text()))


def _with_change(onderzoek: Path) -> None:
    path = onderzoek / "onderzoek.yaml"
    path.write_text(set_value(path.read_text(), ("titel",), "Een andere titel", path.name))


def _without_werkmap(onderzoek: Path) -> None:
    (onderzoek.parents[1] / "toezicht.yaml").unlink()


def _with_signalen(onderzoek: Path) -> None:
    folder = onderzoek.parents[1] / "signalen" / "2026"
    folder.mkdir(parents=True)
    for number, more in ((1, ""), (2, "naar_aanleiding_van: [S-2026-001]\n")):
        text = f"formaat: 1\nid: S-2026-{number:03}\ndatum: 2026-01-05  # maandag\n{_SIGNAAL}{more}"
        (folder / f"S-2026-{number:03}.yaml").write_text(text)


def _with_lijst(onderzoek: Path) -> None:
    rows = "datum;bron;wet;aard;omschrijving\n5-1-2026;inwoner;wmo-2015;veiligheid;Deuren sluiten niet.\n"
    (onderzoek.parents[1] / "lijst.csv").write_text(rows)


def _with_reactie(onderzoek: Path) -> None:
    body = norm_heading("1.2") + paragraph(commented(0, "woord"), deleted("weg"), inserted("erbij"))
    content = make_docx(body, {"comments": comment(0, "Dat klopt niet.")})
    (onderzoek.parents[1] / "reactie.docx").write_bytes(content)


def _with_edition(onderzoek: Path) -> None:
    add_edition(onderzoek.parents[1])


def _with_answers(onderzoek: Path) -> None:
    fill(onderzoek / _LIJST, {("D-1", "1.1/a"): "ja", ("D-2", "1.1/a"): "nee"})


_SIGNAAL = "bron: inwoner\nwet: wmo-2015\ndomein: [kwaliteit]\naard: veiligheid\nomschrijving: Een deur.\n"
_OP = ("--werkmap", "{werkmap}", "--datum", "2026-02-02")
_VASTSTELLEN = (
    *("vaststellen", "{onderzoek}", "--door", "A. Voorbeeld", "--functie", "manager toezicht"),
    *("--datum", "2026-05-18", "--formaat", "markdown"),
)
PROEVEN = (
    Proef("repareer", ("controleer", "--repareer", "{onderzoek}"), prepare=_with_repairs, codes=(1, 2)),
    Proef(
        "noteer",
        ("opvolging", "noteer", "V01", "{onderzoek}", "--status", "deels", "--datum", "2026-09-02"),
    ),
    Proef(
        "nieuw",
        (
            *("nieuw", "proef-2026", "--in", "{werkmap}/onderzoeken", "--kader", "{kader}"),
            *("--aanbieder", "Zorg De Linde", "--soort-toezicht", "proactief"),
        ),
    ),
    Proef(
        "werkmap nieuw",
        ("werkmap", "nieuw", "{werkmap}", "--organisatie", "Team", "--gemeente", "Water"),
        prepare=_without_werkmap,
    ),
    Proef(
        "signaal nieuw",
        (
            *("signaal", "nieuw", *_OP, "--bron", "inwoner", "--wet", "wmo-2015", "--aard", "veiligheid"),
            *("--tekst", "Deuren sluiten niet."),
        ),
    ),
    Proef(
        "aanbieder nieuw",
        ("aanbieder", "nieuw", "de-kade", "--naam", "De Kade " * 20, "--werkmap", "{werkmap}"),
    ),
    Proef(
        "signaal weeg",
        (
            *("signaal", "weeg", "S-2026-002", *_OP, "--afwegingskader", "groningen@2025"),
            *("--ernst", "ontwikkeling", "--omvang", "klein", "--onrechtmatigheid", "nee"),
        ),
        prepare=_with_signalen,
    ),
    Proef(
        "signaal opvolgen",
        ("signaal", "opvolgen", "S-2026-001", *_OP, "--besluit", "gesprek", "--wat", "Gebeld."),
        prepare=_with_signalen,
    ),
    Proef(
        "signaal hernummer",
        ("signaal", "hernummer", "S-2026-001", "--werkmap", "{werkmap}"),
        prepare=_with_signalen,
    ),
    Proef(
        "signaal inlezen",
        ("signaal", "inlezen", "{werkmap}/lijst.csv", "--werkmap", "{werkmap}"),
        prepare=_with_lijst,
        codes=(1, 2),
    ),
    Proef("rapport", ("rapport", "{onderzoek}", "--formaat", "markdown,html")),
    Proef("voorbereiden", ("voorbereiden", "maak", "{onderzoek}", "--formaat", "markdown,xlsx")),
    Proef(
        "voorbereiden lees",
        ("voorbereiden", "lees", f"{{onderzoek}}/{_LIJST}", "{onderzoek}"),
        (("voorbereiden", "maak", "{onderzoek}", "--formaat", "xlsx"),),
        _with_answers,
    ),
    Proef(
        "wederhoor klaarzetten",
        (
            *("wederhoor", "klaarzetten", "{onderzoek}", "--verzonden-op", "2026-05-06"),
            *("--uiterlijk", "2026-05-20", "--formaat", "docx"),
        ),
    ),
    Proef(
        "wederhoor lees",
        ("wederhoor", "lees", "{werkmap}/reactie.docx", "{onderzoek}", "--ontvangen-op", "2026-05-20"),
        prepare=_with_reactie,
    ),
    Proef("vaststellen", _VASTSTELLEN),
    Proef(
        "herzie",
        (*_VASTSTELLEN, "--herzie", "--reden", "Een woord klopte niet."),
        (_VASTSTELLEN,),
        _with_change,
    ),
    Proef(
        "intrekken",
        ("intrekken", "{onderzoek}", "--reden", "Verkeerde vestiging.", "--datum", "2026-06-08"),
        (_VASTSTELLEN,),
    ),
    Proef("kader migreer", ("kader", "migreer", "{onderzoek}", "--naar", NAAR), prepare=_with_edition),
    Proef(
        "hertoets nieuw",
        ("hertoets", "nieuw", "linde-2027", "--van", "{onderzoek}", "--norm", "1.1"),
        (_VASTSTELLEN,),
    ),
)
