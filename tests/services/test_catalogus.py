import re

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules import FAMILIES, load_rules
from toezicht_cli.rules.base import Rule
from toezicht_cli.services.catalogus import FAMILIETITELS, render_catalogue

DOCUMENTATION = """
Een ding | klopt

## Waarom
Omdat het zo is.

## Fout
```yaml
## geen kop
norm: "1.2"
```
"""
RULE = Rule("BRN123", "ding-klopt-niet", Severity.WARNING, "0.1", DOCUMENTATION)


def test_every_family_has_a_title() -> None:
    assert {familie.lower() for familie in FAMILIETITELS} == set(FAMILIES)


def test_a_controle_stands_in_the_table_and_has_its_section() -> None:
    text = render_catalogue([RULE])
    row = r"| [BRN123](#brn123-ding-klopt-niet) | ding-klopt-niet | let-op | Een ding \| klopt |"
    assert row in text.splitlines()
    assert "### BRN123 ding-klopt-niet\n\nEen ding | klopt. Zwaarte: **let-op**. Sinds versie 0.1.\n" in text
    assert "\n#### Waarom\nOmdat het zo is.\n" in text
    assert "## BRN: Bronnen\n" in text
    assert "## VBP" not in text


def test_a_code_block_stays_as_it_is() -> None:
    assert "```yaml\n## geen kop\n" in render_catalogue([RULE])


def test_controles_stand_in_the_order_of_their_codes() -> None:
    text = render_catalogue([RULE, RULE._replace(id="BRN007"), RULE._replace(id="STR001")])
    assert re.findall(r"^### (\w+)", text, re.MULTILINE) == ["STR001", "BRN007", "BRN123"]


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    rules = load_rules()
    text = render_catalogue(rules)
    headings = {
        heading.lower().replace(" ", "-") for heading in re.findall(r"^### (.+)$", text, re.MULTILINE)
    }
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert len(links) == len(rules)
    assert set(links) <= headings
