"""A werkmap for the tests of the registers, and a signaal in it."""

from pathlib import Path

from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.services.registernieuw import create_entry
from toezicht_cli.services.registersoort import SIGNAAL

WERKMAP = "formaat: 1\norganisatie: Team Voorbeeld\n"
SIGNAALVELDEN: dict[str, YamlValue] = {
    "datum": "2026-03-03",
    "bron": "inwoner",
    "wet": "wmo-2015",
    "domein": ["kwaliteit"],
    "aard": "veiligheid",
    "omschrijving": "De deur sluit niet.",
}


def make_werkmap(folder: Path) -> Path:
    """Return a werkmap in ``folder``."""
    werkmap = folder / "werkmap"
    werkmap.mkdir()
    (werkmap / "toezicht.yaml").write_text(WERKMAP)
    return werkmap


def make(werkmap: Path, **velden: YamlValue) -> str:
    """Make a signaal and return its number."""
    return create_entry(werkmap, SIGNAAL, SIGNAALVELDEN | velden)
