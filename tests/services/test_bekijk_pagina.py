"""The page around the report: what it says, and that words of a case stay words."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white
from toezicht_cli.diagnostics import Severity
from toezicht_cli.services.voorbeeldserver.pagina import (
    find_anker,
    render_geen_rapport,
    render_schil,
    render_staat,
)
from toezicht_cli.services.voorbeeldserver.stand import Melding, Stand, Voorbeeld, begin_stand, next_stand

RAPPORT = b'<h4 id="norm-1.2">Norm 1.2</h4>'
BOOS = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"
FOUT = Melding(
    "BRN002", Severity.ERROR, "bevindingen/1.2.yaml:14", "bron I50 is er niet", "bedoelde je I05?", "1.2"
)
TIP = Melding("TAA001", Severity.INFO, "onderzoek.yaml:3", "deze zin is lang")


class Elements(HTMLParser):
    """Counts the elements of a page and keeps their attributes."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def stand_with(*meldingen: Melding) -> Stand:
    return begin_stand(Voorbeeld("basis", meldingen, RAPPORT))


def shown(stand: Stand) -> str:
    return render_staat(stand).decode()


def test_the_worst_comes_first_under_a_head_with_a_count_and_a_sign() -> None:
    text = shown(stand_with(TIP, FOUT, TIP._replace(plek="onderzoek.yaml:9")))
    order = [">✗</span> 1 fout</h3>", "bron I50", ">i</span> 2 tips</h3>", "deze zin is lang"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert '<p class="telling">1 fout, 2 tips.</p>' in text


def test_a_melding_shows_code_place_words_and_help() -> None:
    text = shown(stand_with(FOUT))
    for words in ("BRN002", "bevindingen/1.2.yaml:14", "bron I50 is er niet", "bedoelde je I05?"):
        assert f">{words}<" in text


def test_a_melding_about_a_norm_in_the_report_leads_to_it() -> None:
    (link,) = Elements(render_staat(stand_with(FOUT, TIP))).named("a")
    assert link["href"] == "rapport?1#norm-1.2"
    assert link["target"] == "rapport"


@pytest.mark.parametrize("norm", ["", "1.3", "1", '1.2">', "1.\ud800"])
def test_a_norm_that_the_report_has_not_leads_nowhere(norm: str) -> None:
    assert find_anker(norm, RAPPORT) == ""
    assert find_anker(norm, None) == ""


def test_what_is_excepted_and_what_could_not_run_is_counted() -> None:
    found = Voorbeeld("basis", html=RAPPORT, uitgezonderd=2, overgeslagen=1)
    words = "Niets gevonden, 2 uitgezonderd. 1 controle overgeslagen: een bestand was niet te lezen."
    assert words in shown(begin_stand(found))
    assert "3 controles overgeslagen" in shown(begin_stand(found._replace(overgeslagen=3)))


def test_a_fresh_report_has_no_notice_and_is_announced() -> None:
    text = shown(stand_with(TIP))
    assert "waarschuwing" not in text
    assert 'data-melding="Vernieuwd. 1 tip."' in text


def test_an_old_report_is_called_so_with_the_reason_and_what_to_do() -> None:
    failed = Voorbeeld("basis", (FOUT,), None, "er staat een fout in de weg", "los eerst de fouten op")
    text = shown(next_stand(stand_with(), failed))
    assert "Dit is een oud rapport:</strong> er staat een fout in de weg." in text
    assert "Dit kun je doen: los eerst de fouten op." in text
    assert "Je laatste wijzigingen staan nog niet in wat je hieronder ziet." in text
    assert 'data-melding="Niet vernieuwd: je ziet een oud rapport. 1 fout."' in text
    assert 'href="rapport?1#norm-1.2"' in text


def test_without_any_report_the_page_says_why() -> None:
    stand = begin_stand(Voorbeeld("basis", (FOUT,), None, "sjabloon proef, rapport.md.j2:3: kan niet"))
    assert "Er is nog geen rapport:</strong> sjabloon proef, rapport.md.j2:3: kan niet." in shown(stand)
    assert "oud rapport" not in shown(stand)
    assert "Er is nog geen rapport" in render_geen_rapport(stand).decode()


@pytest.mark.parametrize(
    "render", [render_staat, render_geen_rapport, lambda stand: render_schil(stand, "N")]
)
def test_words_of_a_case_never_become_markup(render: Callable[[Stand], bytes]) -> None:
    tame = Melding("BRN002", Severity.ERROR, "plek", "bericht", "hulp", "1.2")
    angry = Melding("BRN002", Severity.ERROR, BOOS, BOOS, BOOS, "1.2")
    pages = [
        render(next_stand(stand_with(), Voorbeeld(naam, (melding,), None, reden, reden)))
        for naam, melding, reden in (("basis", tame, "reden"), (BOOS, angry, BOOS))
    ]
    plain, wild = (Elements(page) for page in pages)
    assert [tag for tag, _ in wild.found] == [tag for tag, _ in plain.found]
    assert [set(attributes) for _, attributes in wild.found] == [set(it) for _, it in plain.found]


def test_half_a_character_does_not_stop_the_page() -> None:
    assert b"a?b" in render_staat(begin_stand(Voorbeeld("a\ud800b")))


def test_only_our_own_script_and_style_run_and_the_report_gets_no_script() -> None:
    page = Elements(render_schil(stand_with(FOUT), "N0nce"))
    assert page.named("script") == [{"nonce": "N0nce"}]
    assert page.named("style") == [{"nonce": "N0nce"}]
    assert page.named("iframe")[0]["sandbox"] == "allow-same-origin"
    attributes = [name for _, found in page.found for name in found]
    assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_the_page_can_be_used_without_seeing_it() -> None:
    page = Elements(render_schil(stand_with(FOUT), "N"))
    assert page.named("html") == [{"lang": "nl"}]
    assert page.named("iframe")[0]["title"] == "Het rapport"
    ids = [found["id"] for _, found in page.found if "id" in found]
    assert len(ids) == len(set(ids))
    assert [found.get("role") for _, found in page.found if found.get("id") == "omroep"] == ["status"]
    for link in page.named("a"):
        href = link["href"] or ""
        assert not href.startswith("#") or href[1:] in ids


def test_script_and_style_cannot_end_early() -> None:
    text = render_schil(stand_with(), "N").decode()
    assert text.count("</script") == 1
    assert text.count("</style") == 1


def test_every_word_can_be_read_by_day_and_by_night() -> None:
    text = render_schil(stand_with(), "N").decode()
    themes = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", rule)) for rule in re.findall(r":root {[^}]*}", text)
    ]
    assert len(themes) == 2
    for theme in themes:
        words = ("inkt", "zacht", "link", "fout", "let-op", "tip")
        pairs = [(word, ground) for word in words for ground in ("papier", "vlak", "kaart")]
        for word, ground in [*pairs, ("op-waarschuwing", "waarschuwing")]:
            ratio = contrast_on_white(theme[word]) / contrast_on_white(theme[ground])
            assert max(ratio, 1 / ratio) >= AA_TEKST, (word, ground)
