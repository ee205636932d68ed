"""A next edition of the kader of the handbook, in which two normen change places and one falls away."""

from pathlib import Path

NAAR = "lindeland@2027"
OVERGANG = """\
formaat: 1
van: lindeland@2026
naar: lindeland@2027
normen:
  - {soort: zelfde, van: "1.1", naar: "1.2"}
  - {soort: gewijzigd, van: "1.2", naar: "1.1"}
  - {soort: vervallen, van: "2.1"}
  - {soort: nieuw, naar: "2.2"}
"""


def add_kader(werkmap: Path) -> None:
    """Write ``lindeland@2027`` in a copy of the werkmap of the handbook."""
    home = werkmap / "kaders" / "toetsing" / "lindeland"
    text = (home / "2026.yaml").read_text(encoding="utf-8")
    changes = {'versie: "2026"': 'versie: "2027"', 'id: "2.1"': 'id: "2.2"'}
    changes |= {'id: "1.1"': 'id: "x"', 'id: "1.2"': 'id: "1.1"', 'id: "x"': 'id: "1.2"'}
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    (home / "2027.yaml").write_text(text, encoding="utf-8")


def add_edition(werkmap: Path) -> None:
    """Write the kader and the overgang to it."""
    add_kader(werkmap)
    home = werkmap / "kaders" / "overgang" / "lindeland"
    home.mkdir(parents=True)
    (home / "2027.yaml").write_text(OVERGANG, encoding="utf-8")
