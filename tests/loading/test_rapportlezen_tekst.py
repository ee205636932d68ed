from pathlib import Path

import pytest

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_TEKENS
from toezicht_cli.loading.rapportlezen.lezen import read_rapport
from toezicht_cli.loading.rapportlezen.uit_tekst import read_markdown, read_tekst
from toezicht_cli.models.rapporttekst import Rapportregel

# As a converter gives a PDF: an empty line after every line.
DUBBEL = """3. Bevindingen

1.2 Er is elk jaar een gesprek over het plan, en daarvan is een

verslag.

Toelichting:

De toezichthouder sprak met cliënten en las dossiers, en keek of de

verslagen er waren. Zie ook norm

2.1 over de VOG.

- Het gesprek is gevoerd met de cliënt en met wie de cliënt erbij

wil hebben.

- Er is een verslag.

Conclusie

Zorg De Linde voldoet grotendeels aan de norm “Er is elk jaar een

gesprek over het plan.”

2.1 Iedereen heeft een VOG.
"""


TOELICHTING = (
    "De toezichthouder sprak met cliënten en las dossiers, en keek of de\n"
    "verslagen er waren. Zie ook norm\n2.1 over de VOG."
)


def test_lines_with_an_empty_line_after_each_become_whole_sentences() -> None:
    found = [(regel.soort, regel.tekst, regel.nummers) for regel in read_tekst(DUBBEL.encode())]
    assert found == [
        ("kop", "3. Bevindingen", (1,)),
        ("kop", "1.2 Er is elk jaar een gesprek over het plan, en daarvan is een\nverslag.", (3, 5)),
        ("kop", "Toelichting:", (7,)),
        (
            "alinea",
            TOELICHTING,
            (9, 11, 13),
        ),
        ("punt", "Het gesprek is gevoerd met de cliënt en met wie de cliënt erbij\nwil hebben.", (15, 17)),
        ("punt", "Er is een verslag.", (19,)),
        ("kop", "Conclusie", (21,)),
        (
            "alinea",
            "Zorg De Linde voldoet grotendeels aan de norm “Er is elk jaar een\ngesprek over het plan.”",
            (23, 25),
        ),
        ("kop", "2.1 Iedereen heeft een VOG.", (27,)),
    ]


def test_a_text_in_the_code_page_of_windows_is_read_too() -> None:
    assert read_tekst("Cliënten – oké".encode("cp1252"))[0].tekst == "Cliënten – oké"


def test_invisible_characters_do_not_hide_the_number_of_a_norm() -> None:
    punt = "• V18 Verdeel de taken in het team duidelijk en leg dat vast."
    text = f"{punt}\nNorm \u20603.4: Le\u00adren\nonder\u00ad\nweg"
    assert [regel.tekst for regel in read_tekst(text.encode())] == [
        "V18 Verdeel de taken in het team duidelijk en leg dat vast.",
        "Norm 3.4: Leren\nonderweg",
    ]


def test_columns_in_a_text_become_cells() -> None:
    assert read_tekst(b"1.2   Gesprek\tvoldoet") == [
        Rapportregel("1.2 | Gesprek | voldoet", "regel 1", "rij", (1,))
    ]


def test_a_broken_word_is_made_whole_and_a_compound_keeps_its_hyphen() -> None:
    lines = "De aanbieder maakte een kwartaal-\nof jaarrapport, met MIC-\nmeldingen en onder-\nsteuning."
    assert read_markdown(lines.encode())[0].tekst == (
        "De aanbieder maakte een kwartaal-\nof jaarrapport, met MIC-meldingen\nen ondersteuning."
    )


def test_markdown_loses_its_marks_and_keeps_its_lines() -> None:
    text = (
        "<!-- kenmerk -->\n# Norm 1.2 {#norm-1-2}\n\n"
        "Zorg **De Linde**\n_voldoet_ [@D01] aan de [norm](#n)\\\nhier.\n\n* punt \\*een\\*\n\n"
        "| norm | oordeel |\n|:---|---|\n| 1.2 | `voldoet` \\| nee |\n\n"
        "Overzicht\n=====\n\n> citaat\n"
    )
    assert read_markdown(text.encode()) == [
        Rapportregel("Norm 1.2 {#norm-1-2}", "regel 2", "kop", (2,), 1),
        Rapportregel("Zorg De Linde\nvoldoet aan de norm\nhier.", "regel 4", "alinea", (4, 5, 6)),
        Rapportregel("punt *een*", "regel 8", "punt", (8,)),
        Rapportregel("norm | oordeel", "regel 10", "rij", (10,)),
        Rapportregel("1.2 | voldoet / nee", "regel 12", "rij", (12,)),
        Rapportregel("Overzicht", "regel 14", "kop", (14,), 1),
        Rapportregel("citaat", "regel 17", "alinea", (17,)),
    ]


def test_a_short_line_in_markdown_is_no_heading_by_its_shape() -> None:
    assert [regel.soort for regel in read_markdown(b"Conclusie\n\n1.2 Gesprek\n")] == ["alinea", "alinea"]


def test_too_much_text_is_refused() -> None:
    with pytest.raises(BuitenbestandError, match="miljoen tekens"):
        read_tekst(b"a" * (MAX_TEKENS + 1))
    with pytest.raises(BuitenbestandError, match="regels"):
        read_tekst(b"\n" * 300_000)


def test_a_text_report_comes_with_its_source_for_showing_lines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Zorg De Linde\n", encoding="utf-8")
    rapport, source = read_rapport(tmp_path, "a.md")
    assert (rapport.bestand, rapport.gegevens, source) == ("a.md", None, "Zorg De Linde\n")
