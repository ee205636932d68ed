"""Whatever words stand in a case: each format keeps its shape, and none shows a code of a terminal."""

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from toezicht_cli.analysis.tekstverschil import Stuk, compare_words
from toezicht_cli.analysis.verschil import (
    Aandachtspunt,
    Hoofdstuk,
    Kant,
    Oordeelstand,
    Oordeelverschil,
    Regel,
    Soort,
    Tellingregel,
    Tellingverschil,
    Vergelijking,
    Verschil,
)
from toezicht_cli.diagnostics import mask
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.outputs import find_output
from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.loopregel import Deel, flow
from toezicht_cli.outputs.verschilblokken import Blok, fit
from toezicht_cli.outputs.verschilstukken import (
    Maat,
    hide,
    hide_stukken,
    join_rewritten,
    shorten,
    shorten_stukken,
)

GITHUB = 65_536
NASTY = (
    *(
        "</details>",
        "</td></tr></table>",
        "<script>alert(1)</script>",
        "| x |",
        "\n\n# kop",
        "\n---\n",
        "```",
    ),
    *(
        "**",
        "~~",
        "__",
        "[a](javascript:x)",
        "![](x)",
        "&lt;",
        "&#64;",
        "<!--",
        "-->",
        "\\",
        "\\|",
        "`",
        "@ann",
    ),
    *(
        "#1",
        "\x1b[31m",
        "\u202e",
        "\x00",
        "\r\n",
        "¶",
        "[-x-]",
        "{+y+}",
        "1. a",
        "- b",
        "\u2028",
        "{{",
        "'\"",
    ),
    *("mensen", "dossiers", "niet", "Ook", "12 34", "567 89", " ", "\n", "…", "5%", "~a~", "é", "中文"),
)
words = st.lists(st.sampled_from(NASTY) | st.text(max_size=6), max_size=14).map("".join)
SOORTEN: tuple[Soort, ...] = ("nieuw", "vervallen", "gewijzigd", "volgorde")
PAGE_FIELDS = 3


def make(texts: list[str]) -> Vergelijking:
    """Return a difference with these words wherever a case has words."""
    a, b, c, d, e, f = (texts[number % len(texts)] for number in range(6))
    stand = Oordeelstand("x", a, "✗")
    regels = [Regel(soort, b, c, d, e) for soort in SOORTEN]
    regels += [Regel("gewijzigd", c, None, a, f, compare_words(a, f)), Regel("nieuw", d, None, None, e)]
    dossier = Dossier("x", {})
    found = Verschil(
        e,
        f,
        Kant("toen", None, dossier, (a,), 1),
        Kant("nu", None, dossier),
        (Oordeelverschil(b, c, stand, None, "strenger"), Oordeelverschil("1.2", d, None, stand, "anders")),
        Tellingverschil((Tellingregel("x", a, 1, 2),), "1/2", "2/2", None, b),
        (Hoofdstuk("oordelen", tuple(regels[:2])), Hoofdstuk("bronnen", tuple(regels))),
        (Aandachtspunt(c, d),),
        (a, b),
        f,
    )
    return Vergelijking(a, b, (found, found._replace(onderzoek=b)))


def render(formaat: str, found: Vergelijking, view: View | None = None) -> str:
    return find_output("verschil", formaat).render(found, view or View())


def is_clean(text: str) -> bool:
    return all(unicodedata.category(it) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for it in text if it != "\n")


lists = st.lists(words, min_size=1, max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists)
def test_no_format_shows_a_code_of_a_terminal(texts: list[str]) -> None:
    found = make(texts)
    for formaat in ("tekst", "markdown", "html", "json"):
        assert is_clean(render(formaat, found)), formaat


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists, st.sampled_from([80, 120]))
def test_no_line_of_text_is_wider_than_the_screen_but_for_one_word(texts: list[str], width: int) -> None:
    for line in render("tekst", make(texts), View(width)).split("\n"):
        if len(line) > width:
            # A row of oordelen keeps its columns: a label of a kader is short.
            longest = max(len(word) for word in line.split())
            assert longest > width - 30 or re.match(r"  [▲▼~] (strenger|milder|anders) ", line), line


def shape(tokens: list[str]) -> list[str]:
    return [it for it in tokens if not it.startswith(("text", "s_", "strong_"))]


PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def blocks_of(markdown: str) -> list[str]:
    return [
        f"{token.type} {token.content}" if token.type == "html_block" else token.type
        for token in PARSER.parse(markdown)
    ]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists)
def test_words_never_change_the_blocks_of_a_comment(texts: list[str]) -> None:
    """The tables, lists and folds are those of harmless words, in number and in order."""
    harmless = make(["Zomaar een zin van meer dan vijfentwintig tekens"])
    expected = blocks_of(render("markdown", harmless))
    assert blocks_of(render("markdown", make([text or "x" for text in texts])))[: len(expected)] == expected


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists)
def test_words_of_a_comment_are_no_markup(texts: list[str]) -> None:
    for token in PARSER.parse(render("markdown", make(texts))):
        for child in token.children or ():
            assert child.type in {
                *("text", "text_special", "code_inline", "s_open", "s_close", "strong_open", "strong_close"),
                *("html_inline", "softbreak"),
            }, child
            if child.type == "html_inline":
                assert child.content == "<br>"
            if child.type == "text":
                assert "**" not in child.content or "**" in "".join(texts)


@settings(max_examples=200, deadline=None)
@given(words, words)
def test_a_comment_shows_both_texts_of_a_change(oud: str, nieuw: str) -> None:
    """Read back, what is not struck is the new text, and what is not bold the old one, but for spaces."""
    stukken = compare_words(oud, nieuw)
    found = Verschil(
        "x",
        "x",
        Kant("a", None, Dossier("x", {})),
        Kant("b", None, Dossier("x", {})),
        hoofdstukken=(Hoofdstuk("bronnen", (Regel("gewijzigd", "bron", None, oud, nieuw, stukken),)),),
    )
    shown = render("markdown", Vergelijking("a", "b", (found,)))
    if not stukken or len(stukken) > 15 or "…" in shown:
        return
    inline = next(
        token for token in PARSER.parse(shown) if token.type == "inline" and "<br>" in token.content
    )
    sides = {"s": "", "strong": ""}
    inside = ""
    children = inline.children or []
    after = next(number for number, child in enumerate(children) if child.type == "html_inline") + 1
    for child in children[after:]:
        name, _, kind = child.type.rpartition("_")
        if kind in {"open", "close"}:
            inside = name if kind == "open" else ""
        for side in sides:
            if inside in {"", side}:
                sides[side] += child.content if kind not in {"open", "close"} else ""
    hidden = hide_stukken(stukken)
    for side, kant in (("s", "weg"), ("strong", "nieuw")):
        whole = "".join(stuk.tekst for stuk in hidden if stuk.soort in {"gelijk", kant})
        assert bare(sides[side]) == bare(whole)


def bare(text: str) -> str:
    """Return the characters without space, signs for space, and the sign that stops a reference."""
    return re.sub(r"[\s¶␣\u200b]", "", text)


class Reader(HTMLParser):
    """Collect the elements of a page, and see that every one is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {key for key, _ in attrs} <= {
            *(
                "class",
                "role",
                "scope",
                "data-kop",
                "aria-hidden",
                "aria-label",
                "aria-labelledby",
                "id",
                "href",
            ),
            *("lang", "charset", "http-equiv", "content", "name", "rel"),
        }
        self.elements.append(tag)
        if tag not in {"meta", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists)
def test_words_never_become_elements_of_a_page(texts: list[str]) -> None:
    reader = read(render("html", make([text or "x" for text in texts])))
    harmless = read(render("html", make(["Zomaar een zin van meer dan vijfentwintig tekens"])))
    changes = {"ins", "del", "span"}
    assert [it for it in reader.elements if it not in changes] == [
        it for it in harmless.elements if it not in changes
    ]
    assert "script" not in reader.elements
    for text in texts:
        assert hide(text).strip() in "".join(reader.texts)


@given(st.lists(st.tuples(st.sampled_from(["gelijk", "weg", "nieuw"]), words), max_size=8))
def test_hidden_pieces_hold_no_more_than_the_hidden_texts(pairs: list[tuple[str, str]]) -> None:
    stukken = tuple(Stuk(soort, tekst) for soort, tekst in pairs)  # type: ignore[arg-type]  # one of the three
    hidden = hide_stukken(stukken)
    assert [len(stuk.tekst) for stuk in hidden] == [len(stuk.tekst) for stuk in stukken]
    for kant in ("weg", "nieuw"):
        whole = " ".join("".join(it.tekst for it in hidden if it.soort in {"gelijk", kant}).split())
        assert mask(whole) == whole


@given(words, words, st.integers(10, 60), st.integers(20, 80))
def test_a_shortened_difference_keeps_every_change_and_is_short(
    oud: str, nieuw: str, rondom: int, stuk: int
) -> None:
    stukken = compare_words(oud, nieuw)
    found = shorten_stukken(stukken, Maat(rondom, stuk, 4))
    changes, shown = (
        re.findall("[wn]+", "".join(it.soort[0] for it in pieces))
        for pieces in (join_rewritten(stukken), found.stukken)
    )
    assert shown == changes[:4]
    assert found.weggelaten == len(changes) - len(shown)
    assert all(len(it.tekst) <= 2 * max(rondom, stuk) + 5 for it in found.stukken)


@given(words, st.integers(3, 50))
def test_a_shortened_text_is_a_begin_of_it(tekst: str, most: int) -> None:
    short = shorten(tekst, most)
    whole = " ".join(hide(tekst).split())
    assert len(short) <= most
    assert short == whole or whole.startswith(short.removesuffix("…").rstrip())


@given(st.lists(words, max_size=5), st.integers(20, 60))
def test_flowing_words_lose_nothing(texts: list[str], width: int) -> None:
    line = [Deel(" ".join(hide(text).split())) for text in texts]
    lines = flow(line, View(width), "- ", "  ")
    assert "".join("".join(it[2:] for it in lines).split()) == "".join(
        "".join(texts and [it.tekst for it in line]).split()
    )
    assert all(len(it) <= width or " " not in it[2:] for it in lines)


@given(st.lists(st.tuples(st.lists(words, max_size=6), st.booleans()), max_size=6), st.integers(0, 2_000))
def test_blocks_fit_the_room_and_count_what_is_left(blocks: list[tuple[list[str], bool]], room: int) -> None:
    blokken = [Blok(("kop",), tuple(lines), ("eind",), is_hoofdzaak=first) for lines, first in blocks]
    found = fit(blokken, room)
    assert sum(len(line.encode("utf-8", "surrogatepass")) + 1 for line in found.regels) <= room
    total = sum(len(blok.regels) for blok in blokken)
    assert 0 <= found.weggelaten <= total
    if room > 1_500 and total < 4:
        assert found.weggelaten == 0


@pytest.mark.parametrize("onderzoeken", [1, 10])
def test_a_huge_difference_fits_a_comment_and_says_what_is_left_out(onderzoeken: int) -> None:
    zin = "De begeleider schrijft <b>elke</b> dag *iets* op over de cliënt_en en_dat @is goed. " * 20
    regel = Regel(
        "gewijzigd", "norm 1.1, bevinding a", "tekst", zin, zin + "Klaar", compare_words(zin, f"Nu {zin} ja")
    )
    found = (
        make([zin])
        .verschillen[0]
        ._replace(hoofdstukken=(Hoofdstuk("bevindingen", (regel,) * 300), Hoofdstuk("teksten", (regel,) * 5)))
    )
    text = render("markdown", Vergelijking("a", "b", (found,) * onderzoeken))
    assert 40_000 < len(text.encode()) < GITHUB
    assert re.search(
        r"\*\*\d+ regels passen hier niet\.\*\* Alles zien: `toezicht verschil --formaat html`", text
    )
    assert text.count("<details>") == text.count("</details>")
    assert "### Na te gaan" in text
