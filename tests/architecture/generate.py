"""Write the files that are made from the code: ``python -m tests.architecture.generate``.

``make docs`` runs this. The list stands here once; ``test_generated.py`` compares every file in it.
"""

from collections.abc import Callable
from pathlib import Path

from tests.architecture.sjabloonnamen import render_names
from toezicht_cli.rules import load_rules
from toezicht_cli.services.catalogus import render_catalogue

ROOT = Path(__file__).parents[2]
GENERATED: dict[str, Callable[[], str]] = {
    "docs/controles.md": lambda: render_catalogue(load_rules()),
    "docs/sjabloonnamen.md": lambda: render_names(ROOT),
}


def main() -> None:
    """Write every generated file."""
    for name, make in GENERATED.items():
        (ROOT / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
