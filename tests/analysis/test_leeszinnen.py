"""Where a sentence ends, and how many words it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.leeszinnen import count_woorden, find_lange_zinnen, find_zinnen

HOSTILE = (
    "a. ",
    "A. ",
    ".",
    ". [@",
    "“",
    '" ',
    "MDO ",
    "(",
    "((MDO)) ",
    "- ",
    "1. ",
    "> ",
    "|",
    "\n\n",
    "…\n",
    "'s ",
)

# Parts of a paragraph: no mark of Markdown begins with one of these.
WORDS = st.sampled_from(
    [
        "De",
        "cliënt",
        "bijv.",
        "d.w.z.",
        "nr.",
        "3.2",
        "1",
        "enz.",
        "een",
        "Wij",
        "“Ja”",
        "[@B01]",
        "{cijfer:x}",
        "A.",
    ]
)
SPACES = st.sampled_from([" ", "\n", "  ", "! ", "? ", ". ", "… ", ", "])
PARAGRAPHS = st.lists(st.tuples(WORDS, SPACES), max_size=40).map(
    lambda parts: "".join(word + space for word, space in parts)
)


def split(tekst: str) -> list[str]:
    return [tekst[zin.start : zin.end] for zin in find_zinnen(tekst)]


@pytest.mark.parametrize(
    "tekst",
    [
        "De aanbieder werkt met o.a. Rotterdam en Delft.",
        "Dat geldt bijv. Voor de nacht niet.",
        "Zie art. 3.1 van de wet, en nr. 5 van de lijst.",
        "Op 3 juni sprak mevr. Jansen met dhr. de Vries.",
        "Dit was m.b.t. Wonen zo.",
        "Het cijfer was 3.5 en daarna 4.0 van de 5.",
        "Hij weet het niet... maar zij wel.",
        "“Waarom?” vroeg de cliënt.",
        "Kijk op www.voorbeeld.nl/a.b voor meer.",
        "Het plan is niet af (zie norm 1.2).",
        "Het plan is af. [@B01; @I05, p. 2]",
        "De cliënten, medewerkers e.d. zijn gesproken.",
        "Een zin op\ntwee regels.",
    ],
)
def test_this_is_one_sentence(tekst: str) -> None:
    assert split(tekst) == [tekst]


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Er is een plan. Het klopt.", ["Er is een plan.", "Het klopt."]),
        ("Is er een plan? Ja! Goed zo.", ["Is er een plan?", "Ja!", "Goed zo."]),
        ("Er zijn drie dossiers. 2 zijn leeg.", ["Er zijn drie dossiers.", "2 zijn leeg."]),
        ("Dat was in 2025. Daarna niet.", ["Dat was in 2025.", "Daarna niet."]),
        ("Wij spraken Cliënt A. De begeleider ook.", ["Wij spraken Cliënt A.", "De begeleider ook."]),
        ("Dat is zo. [@B01] Dit ook.", ["Dat is zo. [@B01]", "Dit ook."]),
        ("Zij zei: “Ik weet het.” Dat klopt.", ["Zij zei: “Ik weet het.”", "Dat klopt."]),
        ("Dat is zo. 's Avonds niet.", ["Dat is zo.", "'s Avonds niet."]),
        ("Het ging om klachten e.d. Daarna niet.", ["Het ging om klachten e.d.", "Daarna niet."]),
        ("Er is een plan. {cijfer:x} ontbreken.", ["Er is een plan.", "{cijfer:x} ontbreken."]),
        ("Dit wachtte... Toen kwam het.", ["Dit wachtte...", "Toen kwam het."]),
        ("Eén alinea\n\nNog een", ["Eén alinea", "Nog een"]),
        ("## Een kop\nDe zin.", ["Een kop", "De zin."]),
        ("Dit is er:\n\n- wonen\n- eten en\n  drinken\n", ["Dit is er:", "wonen", "eten en\n  drinken"]),
        ("1. wonen\n2. eten", ["wonen", "eten"]),
        ("Zie norm\n2. genoemd bij\n3. hier", ["Zie norm\n2. genoemd bij\n3. hier"]),
        ("Eerst.\n\n| a | b |\n|---|---|\n| c | d |\n\nDaarna.", ["Eerst.", "Daarna."]),
        ("Eerst.\n\n> Een citaat.\n\nDaarna.", ["Eerst.", "Daarna."]),
        ("Eerst.\n\n```\ncode. Code.\n```\nDaarna.", ["Eerst.", "Daarna."]),
        ("Straat 1  \nPlaats", ["Straat 1", "Plaats"]),
        ("Straat 1\\\nPlaats", ["Straat 1\\", "Plaats"]),
        ("Kop\n===\nDe zin.", ["Kop", "De zin."]),
        ("Zin[^1].\n\n[^1]: De voet.", ["Zin[^1].", "De voet."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_into_these_sentences(tekst: str, zinnen: list[str]) -> None:
    assert split(tekst) == zinnen


@given(PARAGRAPHS)
def test_the_sentences_of_a_paragraph_hold_every_word_once_and_in_order(tekst: str) -> None:
    tekst = f"Begin {tekst.replace('  ' + chr(10), ' ')}"
    # Two spaces before a line end are a break of Markdown, still no word may be lost.
    assert " ".join(split(tekst)).split() == tekst.split()


@given(st.text(st.sampled_from("aZ .!?…\n-*#>|`1)[]@^\"“”'(=_~\\\t{}"), max_size=200))
def test_whatever_the_text_the_sentences_do_not_overlap_and_have_no_white_space_around(tekst: str) -> None:
    zinnen = find_zinnen(tekst)
    ends = [0, *(zin.end for zin in zinnen)]
    assert all(zin.start >= end for zin, end in zip(zinnen, ends, strict=False))
    for zin in zinnen:
        part = tekst[zin.start : zin.end]
        assert part
        assert part == part.strip()


@pytest.mark.parametrize(
    ("zin", "aantal"),
    [
        ("De aanbieder heeft een plan [@B01; @I05, p. 2].", 5),
        ("Er zijn {cijfer:dossiers} dossiers - dat is 50 %.", 7),
        ('De brief zegt "wij weten dit niet" en meer niet.', 7),
        ("Kijk op [de site](https://voorbeeld.nl/a) voor meer.", 6),
        ("Wmo-cliënten en/of naasten", 3),
        ("… – !", 0),
    ],
)
def test_words_are_counted_without_citations_and_with_a_quotation_as_one(zin: str, aantal: int) -> None:
    assert count_woorden(zin) == aantal


def test_only_the_long_sentence_is_found_and_its_offsets_are_right() -> None:
    lang = " ".join(["woord"] * 26) + "."
    grens = "Juist " + " ".join(["woord"] * 24) + "."
    tekst = f"Kort. Nog een {lang[6:]}\n\n{grens} {lang.capitalize()}"
    found = [(tekst[zin.start : zin.end], aantal) for zin, aantal in find_lange_zinnen(tekst, 25)]
    assert found == [(f"Nog een {lang[6:]}", 27), (lang.capitalize(), 26)]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_of_fifty_kilobytes_is_cut(piece: str) -> None:
    tekst = (piece * 50_000)[:50_000]
    zinnen = find_zinnen(tekst)
    assert len(list(find_lange_zinnen(tekst, 25))) <= len(zinnen) <= len(tekst)
