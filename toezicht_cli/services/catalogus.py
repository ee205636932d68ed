"""Catalogus: the controles as one Markdown page for readers, made from the rules themselves.

``docs/controles.md`` holds the result; ``python -m tests.architecture.generate`` (``make docs``)
writes it, and a test compares.
"""

from collections.abc import Iterator, Sequence

from toezicht_cli.rules.base import Rule

# The families in the order of the page, with the heading that a reader sees.
FAMILIETITELS = {
    "STR": "Bestanden en YAML",
    "KDR": "Het kader",
    "NRM": "Normen: is alles beoordeeld?",
    "OOR": "Oordelen en tellingen",
    "BRN": "Bronnen",
    "VBP": "Verbeterpunten",
    "CYF": "Cijfers",
    "TRM": "Datums en termijnen",
    "WHR": "Hoor en wederhoor",
    "VST": "Vaststelling",
    "VRL": "Hertoets, handhaving en de rest van het verloop",
    "REG": "Registers van een werkmap",
    "PRV": "Privacy",
    "TAA": "Taal",
    "RAP": "Het rapport en de gegevens",
    "INT": "Fouten van toezicht zelf",
}

_INTRO = """\
# De controles

<!-- Dit bestand is gemaakt met `make docs`. Wijzig de tekst in toezicht_cli/rules, niet hier. -->

`toezicht controleer` loopt al deze controles na. Wat er gevonden wordt, is een punt om na te gaan en
nooit een verwijt: soms is er een goede verklaring.

Elke controle heeft een code, een naam en een zwaarte:

- **fout**: dit kan niet kloppen. De opdracht eindigt met code 1.
- **let-op**: dit klopt misschien niet. Kijk ernaar en beslis zelf.
- **tip**: het kan beter, maar het hoeft niet.

De zwaarte hieronder is de gewone. Een enkele melding weegt zwaarder of lichter, bijvoorbeeld omdat er al
een conceptrapport is. Dat staat dan bij de controle. Een code verandert nooit van betekenis.

Heeft een melding in jouw onderzoek een goede reden? Leg die vast in `uitzonderingen.yaml`.
"""


def render_catalogue(rules: Sequence[Rule]) -> str:
    """Return all controles as Markdown: a table per family, then each with its documentation."""
    blocks = [_INTRO, f"Er zijn nu {len(rules)} controles.\n"]
    for familie, titel in FAMILIETITELS.items():
        found = sorted((rule for rule in rules if rule.id.startswith(familie)), key=lambda rule: rule.id)
        if found:
            blocks += [f"## {familie}: {titel}\n", _table(found), *map(_section, found)]
    return "\n".join(blocks)


def _table(rules: Sequence[Rule]) -> str:
    rows = ["| code | naam | zwaarte | wat er moet kloppen |", "|---|---|---|---|"]
    for rule in rules:
        titel = rule.title.replace("|", r"\|")
        rows.append(f"| [{rule.id}](#{_anchor(rule)}) | {rule.name} | {rule.severity} | {titel} |")
    return "\n".join(rows) + "\n"


def _section(rule: Rule) -> str:
    _, _, body = rule.documentation.strip().partition("\n")
    meta = f"Zwaarte: **{rule.severity}**. Sinds versie {rule.since}."
    text = "\n".join(_demoted(body.strip().splitlines()))
    return f"### {rule.id} {rule.name}\n\n{rule.title}. {meta}\n\n{text}\n"


def _anchor(rule: Rule) -> str:
    """Return the name that GitHub, GitLab and Forgejo give to the heading of a controle."""
    return f"{rule.id.lower()}-{rule.name}"


def _demoted(lines: Sequence[str]) -> Iterator[str]:
    """Yield ``lines`` with headings below those of a controle; code blocks stay as they are."""
    in_code = False
    for line in lines:
        if line.startswith("```"):
            in_code = not in_code
        yield f"##{line}" if line.startswith("## ") and not in_code else line
