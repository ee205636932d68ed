"""The page of a portefeuille in a real browser: no barrier, and columns and filters that work."""

import json
import re
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.rendering.chromium import look_at, need_browser, print_on_paper
from toezicht_cli.analysis.kaderkort import Categoriekort, Kaderkort, Themakort
from toezicht_cli.analysis.portefeuille import Portefeuilleoverzicht, make_overzicht, make_regel
from toezicht_cli.analysis.trends import make_trends
from toezicht_cli.analysis.zaak import Normuitkomst, Puntstand, Termijnstand, Zaak
from toezicht_cli.outputs import find_output
from toezicht_cli.outputs.base import View

PEILDATUM = date(2026, 10, 8)
KADER = Kaderkort(
    "proef@1",
    "Proefkader",
    (
        Categoriekort("goed", "Voldoet", "voldoet", "✓", "#1b5e20", 0),
        Categoriekort("slecht", "Voldoet niet", "niet", "✗", "#b00020", 1),
    ),
    (Themakort("1", "Thema", (("1.1", "Eén"), ("1.2", "Twee"))),),
)
VIJANDIG = '</script><img src=x onerror="document.title=1">\u202e & "aanhaling"'


def zaak(naam: str, aanbieder: str, gemeenten: tuple[str, ...], laat: str | None, slecht: int) -> Zaak:
    oordelen = ["slecht"] * slecht + ["goed"] * (2 - slecht)
    return Zaak(
        naam,
        f"onderzoeken/{naam}",
        titel=naam,
        aanbieder=aanbieder,
        gemeenten=gemeenten,
        kader="proef@1",
        soort_toezicht="proactief",
        fase="uitvoering" if laat else "definitief",
        uitkomsten=tuple(Normuitkomst(f"1.{n}", "1", None, one, None) for n, one in enumerate(oordelen, 1)),
        punten=(Puntstand("V01", "verbeterpunt", "1.1", None, "2026-12-01"),),
        termijnen=(Termijnstand("concept", "Het concept", laat, None),) if laat else (),
    )


ZAKEN = (
    zaak("b-10", "Zorg Éénhoorn", ("Waterstad",), "2026-09-28", 2),
    zaak("b-2", "Aarde", ("Waterstad", "Meerdorp"), None, 0),
    zaak("a-1", VIJANDIG, ("Meerdorp",), "2026-10-01", 1),
    Zaak("kapot", "onderzoeken/kapot", fouten=1, onleesbaar=True),
)


def overzicht(zaken: tuple[Zaak, ...] = ZAKEN) -> Portefeuilleoverzicht:
    kaders = {"proef@1": KADER}
    regels = [make_regel(item, kaders.get(item.kader), PEILDATUM) for item in zaken]
    return make_overzicht(regels, make_trends(zaken, kaders), kaders, ("Team (verzonnen)", PEILDATUM, 4, ()))


def page(zaken: tuple[Zaak, ...] = ZAKEN) -> str:
    return find_output("portefeuille", "html").render(overzicht(zaken), View())


class Lijst(HTMLParser):
    """Reads the rows of the list: what stands in each cell, and whether the row is hidden."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[tuple[bool, list[str]]] = []
        self.inside = self.in_body = self.in_cell = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.inside = ("id", "lijst") in attrs
        self.in_body = self.in_body or (self.inside and tag == "tbody")
        if self.in_body and tag == "tr":
            self.rows.append(("hidden" in dict(attrs), []))
        if self.in_body and tag in ("th", "td"):
            self.rows[-1][1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.inside = self.in_body = False
        if tag in ("th", "td"):
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if self.in_body and self.in_cell:
            self.rows[-1][1][-1] += data


def names(html: str) -> list[str]:
    return [cells[0] for hidden, cells in Lijst(html).rows if not hidden]


def after(steps: str, folder: Path) -> str:
    """Return the page after ``steps`` in JavaScript, done by a script that the policy of the page stops."""
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page())
    copy = folder / "stappen.html"
    copy.write_text(html.replace("</body>", f"<script>{steps}</script></body>"), encoding="utf-8")
    fixed = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
    done = subprocess.run(
        ["chromium", *fixed, f"--user-data-dir={folder / 'profiel'}", "--dump-dom", copy.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def test_without_its_script_the_page_holds_every_row_and_figure() -> None:
    html = page()
    assert names(html) == ["b-10", "b-2", "a-1", "kapot"]
    assert 'id="keuze" role="search" aria-label="Kies onderzoeken" hidden' in html
    assert "onderzoek.yaml is niet te lezen" in html
    assert "van meer gemeenten" in html
    assert "3 onderzoeken, 6 oordelen" in html


def test_the_order_of_the_oordelen_is_that_of_the_worst_one() -> None:
    """Also under a kader that names the worst categorie first, as that of Rotterdam-Rijnmond does."""
    andersom = KADER._replace(verwijzing="anders@1", categorieen=KADER.categorieen[::-1])
    een = ZAKEN[2]._replace(kader="anders@1", uitkomsten=ZAKEN[2].uitkomsten[:1] * 1 + ZAKEN[1].uitkomsten)
    regel = make_regel(een, andersom, PEILDATUM)
    assert [(item.categorie.id, item.aantal) for item in regel.telling] == [("slecht", 1), ("goed", 2)]
    kop = ("Team (verzonnen)", PEILDATUM, 1, ())
    kaders = {"anders@1": andersom}
    html = find_output("portefeuille", "html").render(
        make_overzicht([regel], make_trends([een], kaders), kaders, kop), View()
    )
    assert '<td data-waarde="1"><' in html


def test_words_of_the_data_are_only_words() -> None:
    html = page()
    assert html.count("<script>") == 1
    assert "<img" not in html
    assert "\u202e" not in html
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    assert "unsafe" not in policy
    assert "http" not in policy


def test_nothing_is_fetched_and_no_style_stands_in_an_attribute() -> None:
    html = page()
    assert not re.search(r"""(?:src|href)=["'](?!#|data:)""", html)
    assert " style=" not in html
    assert " onclick=" not in html


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (320, False), (1280, True)])
def test_axe_finds_no_barrier(width: int, dark: bool, tmp_path: Path) -> None:
    need_browser()
    found = look_at(page().encode(), tmp_path, width=width, dark=dark)
    assert found["violations"] == []
    assert not found["wider"], "the page is wider than the screen"


def test_an_empty_choice_is_a_page_too(tmp_path: Path) -> None:
    need_browser()
    html = page(())
    assert "Geen onderzoek past hierbij" in html
    assert look_at(html.encode(), tmp_path)["violations"] == []


def click(column: int) -> str:
    return f"document.querySelectorAll('#lijst thead button')[{column}].click();"


@pytest.mark.parametrize(
    ("steps", "order"),
    [
        (click(0), ["a-1", "b-2", "b-10", "kapot"]),
        (click(0) + click(0), ["kapot", "b-10", "b-2", "a-1"]),
        (click(7), ["b-2", "kapot", "a-1", "b-10"]),
        (click(7) + click(7), ["b-10", "a-1", "b-2", "kapot"]),
        (click(5) + click(5), ["b-10", "a-1", "b-2", "kapot"]),
        (click(5), ["b-2", "a-1", "b-10", "kapot"]),
        (click(1), ["a-1", "b-2", "b-10", "kapot"]),
    ],
)
def test_a_column_puts_the_rows_in_order(steps: str, order: list[str], tmp_path: Path) -> None:
    need_browser()
    html = after(steps, tmp_path)
    found = names(html)
    if steps.startswith(click(1)):  # how signs are ordered is the browser's; what is empty comes last
        assert found[-1] == "kapot"
        assert found.index("b-2") < found.index("b-10")
    else:
        assert found == order
    assert len(re.findall(r"<th [^>]*aria-sort=", html)) == 1


MEET = """
const found = Array.from(document.querySelectorAll('#lijst, #lijst *'), (part) => part.getAttribute('role'));
const count = (role) => found.filter((one) => one === role).length;
const roles = ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'].map(count);
const line = getComputedStyle(document.querySelector('#lijst tbody tr'));
document.title = [line.display, line.contentVisibility, ...roles].join(' ');
"""


def test_rows_are_laid_out_alone_and_stay_rows_of_a_table(tmp_path: Path) -> None:
    need_browser()
    html = after(MEET, tmp_path)
    assert "<title>grid auto 1 2 5 8 4 28</title>" in html


def test_black_stands_on_a_light_colour_and_white_on_a_dark_one() -> None:
    light = KADER.categorieen[0]._replace(kleur="#7ed957")
    kader = KADER._replace(categorieen=(light, KADER.categorieen[1]))
    regel = make_regel(ZAKEN[0], kader, PEILDATUM)
    kaders = {"proef@1": kader}
    kop = ("", PEILDATUM, 1, ())
    html = find_output("portefeuille", "html").render(
        make_overzicht([regel], make_trends(ZAKEN[:1], kaders), kaders, kop), View()
    )
    assert ".kleur-7ed957 { --staaf: #7ed957; --op-staaf: #000; }" in html
    assert ".kleur-b00020 { --staaf: #b00020; --op-staaf: #fff; }" in html


def test_normen_that_failed_most_say_of_how_many() -> None:
    finished = [
        item._replace(id=f"v-{number}", momenten=(("vastgesteld_op", "2026-09-01"),))
        for number, item in enumerate([ZAKEN[0]] * 3 + [ZAKEN[2]] * 3)
    ]
    html = page(tuple(finished))
    [section] = re.findall(r"<h2>Normen die het vaakst.*?</section>", html, re.DOTALL)
    first, second = re.findall(r'<th scope="row">(.*?)</tr>', section, re.DOTALL)
    assert re.findall(r'class="getal">(.*?)<', first) == ["6", "6", "100 %"]
    assert re.findall(r'class="getal">(.*?)<', second) == ["3", "6", "50 %"]
    assert "te weinig" not in section
    few = page(tuple(finished[:2]))
    assert few.count("te weinig") > 0


TICK = """
const c = document.getElementById('laat');
c.checked = true;
c.dispatchEvent(new Event('input', {bubbles: true}));
"""


def choose(name: str, value: str) -> str:
    return (
        f"const f = document.getElementById('{name}'); f.value = {json.dumps(value)};"
        " f.dispatchEvent(new Event('input', {bubbles: true}));"
    )


@pytest.mark.parametrize(
    ("steps", "order"),
    [
        (choose("gemeente", "Meerdorp"), ["b-2", "a-1"]),
        (choose("zoek", "ÉÉNHOORN"), ["b-10"]),
        (choose("zoek", "eenhoorn"), ["b-10"]),
        (choose("zoek", "voldoet"), []),  # the words beside the signs are no words of the onderzoek
        (choose("kader", "proef@1"), ["b-10", "b-2", "a-1"]),
        (choose("fase", "definitief"), ["b-2"]),
        (choose("zoek", "bestaat niet"), []),
        (TICK, ["b-10", "a-1", "kapot"]),  # of what cannot be read nobody knows that it is not late
    ],
)
def test_a_field_chooses_rows_and_says_how_many(steps: str, order: list[str], tmp_path: Path) -> None:
    need_browser()
    html = after(steps, tmp_path)
    assert names(html) == order
    assert f"{len(order)} van 4 onderzoeken." in html


def test_the_page_prints_with_all_rows(tmp_path: Path) -> None:
    need_browser()
    printed = " ".join(print_on_paper(page().encode(), tmp_path))
    assert all(naam in printed for naam in ("b-10", "b-2", "a-1", "kapot"))
    assert "Zoek een woord" not in printed
