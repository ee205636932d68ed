"""A made-up document with every node, and with words that are code in one format or another."""

from datetime import date
from pathlib import Path

from toezicht_cli.rendering.boom import (
    Badge,
    Box,
    Cell,
    Chart,
    ChartBar,
    ChartCategory,
    Code,
    CodeBlock,
    Contents,
    Cover,
    Divider,
    Document,
    Emphasis,
    Heading,
    Items,
    LineBreak,
    Link,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Table,
    Text,
    Title,
)
from toezicht_cli.rendering.stijl import Stijl

HOSTILE = (
    "<script>alert(1)</script>",
    '#panic(read("/etc/passwd"))',
    "{{ 7 * 7 }} {% raw %}",
    "*geen* _nadruk_ `code` [x](javascript:alert(1))",
    "&amp; &lt; ' \" ]]> --> \\ $x$ @ref <label> // /* */ ~ ^",
    "€ 1.500 – ‘aanhaling’ ëïö … ≈ ✓ ✗",
)


def cell(*words: str, anchor: str | None = None) -> Cell:
    """Return a cell with a paragraph for each of ``words``."""
    return Cell(tuple(Paragraph((Text(word),)) for word in words), anchor)


CHART = Chart(
    "Oordelen per thema",
    "Thema 1: 4 voldoet, 1 voldoet niet. Thema 2: 1 voldoet niet.",
    (ChartCategory("✓", "Voldoet", "#1a6b3c"), ChartCategory("✗", "Voldoet niet", "#a61b1b")),
    (ChartBar("1 Cliëntgerichtheid", (4, 1)), ChartBar("2 Veiligheid van de cliënt", (0, 1))),
)

BRONNEN = Table(
    (Text("Interviews"),),
    (cell("Bron"), cell("Wie"), cell("Genoemd bij")),
    (
        (
            cell("I01", anchor="bron-I01"),
            cell("Cliënt A", "en nog een alinea"),
            Cell((Paragraph((Reference("cit-I01-1", (Text("1.1 a"),), label="terug naar norm 1.1"),)),)),
        ),
        *(
            (cell(f"I{number:02d}", anchor=f"bron-I{number:02d}"), cell("Begeleider"), cell(""))
            for number in range(2, 60)
        ),
    ),
    ("left", "left", "right"),
    (15, 55, 30),
)

DOCUMENT = Document(
    title="Onderzoek naar Zorg <De Linde> & Co",
    author="GGD Lindeland",
    running="Zorg De Linde · onderzoeksrapport",
    opdruk="Verzonnen voorbeeld, geen rapport van een GGD",
    variant="concept",
    moment=date(2026, 3, 2),
    gegevens="ab" * 32,
    blocks=(
        Cover((Title((Text("Onderzoek naar Zorg <De Linde> & Co"),)), Paragraph((Text("Verzonnen."),)))),
        Box("colofon", (Paragraph((Strong((Text("Kader: "),)), Text("Lindeland, 2026"))),)),
        Contents(),
        Heading(1, (Text("Samenvatting"),), "samenvatting"),
        Box("kern", (Paragraph((Text("Een van de twee normen is gehaald."),)), CHART)),
        Box("let-op", (Paragraph((Text("Let op: verzonnen."),)),)),
        Heading(1, (Text("Bevindingen"),), "bevindingen"),
        Heading(2, (Text("Thema 1: Cliëntgerichtheid"),), "thema-1"),
        Heading(3, (Text("Norm 1.1: Ondersteuning op maat"),), "norm-1.1"),
        Paragraph((Text("Oordeel: "), Badge("✓", "Voldoet", "#1a6b3c"))),
        Box("norm", (Paragraph((Text("De hulp past bij de cliënt."),)),)),
        Paragraph(
            (
                Text("De cliënt "),
                Emphasis((Text("zegt"),)),
                Text(" dat het goed gaat ["),
                Reference("bron-I01", (Text("I01"),), "cit-I01-1", "naar bron I01"),
                Text(", p. 2]."),
                Note(1, (Paragraph((Text("Een noot & meer."),)),)),
                LineBreak(),
                Link("https://voorbeeld.test/?a=1&b=%22", (Text("een adres"),)),
                Code("x < y"),
            )
        ),
        Items(
            (
                (Paragraph((Text("een punt"),)), Items(((Paragraph((Text("daaronder"),)),),), 3)),
                (Paragraph((Text("nog een punt"),)), Paragraph((Text("met twee alinea's"),))),
            )
        ),
        Box("punten", (Items(((Paragraph((Text("Maak een plan."),)),),)),)),
        Quote((Paragraph((Text("Woorden van een ander."),)),)),
        CodeBlock("regel 1\n  regel 2 <b>"),
        Divider(),
        PageBreak(),
        Heading(1, (Text("Vijandige tekst"),), "vijandig"),
        *(Paragraph((Text(text),)) for text in HOSTILE),
        Heading(1, (Text("Bronnenlijst"),), "bronnenlijst"),
        Heading(2, (Text("Meer over "), Reference("norm-1.1", (Text("norm 1.1"),))), "meer"),
        BRONNEN,
    ),
)

FONTS = Path(__file__).parents[2] / "templates/lettertypen"
STIJL = Stijl(
    organisatie="GGD Lindeland",
    adres=("Lindelaan 1", "1234 AB Lindeland"),
    accent="#1f4e79",
    font_text="Atkinson Hyperlegible Next",
    font_head="Atkinson Hyperlegible Next",
    fonts=tuple(path.read_bytes() for path in sorted(FONTS.glob("*.ttf"))),
    logo=(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        b'<circle cx="20" cy="20" r="18" fill="#1f4e79"/></svg>'
    ),
    logo_alt="Logo van GGD Lindeland: een blauwe cirkel",
    cover_filled=True,
)
