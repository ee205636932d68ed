"""Snapshots: output that people read, compared to the letter with what was accepted before.

Set ``TOEZICHT_SNAPSHOTS=bijwerken`` to accept the current output; then read the diff in git.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "__snapshots__"


def check_snapshot(name: str, text: str) -> None:
    """Demand that ``text`` equals the stored snapshot ``name`` (a file name with its ending)."""
    path = FOLDER / name
    if os.environ.get("TOEZICHT_SNAPSHOTS") == "bijwerken":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    assert path.is_file(), f"no snapshot {name}: make snapshots"
    assert text == path.read_text(encoding="utf-8"), f"{name} changed: make snapshots, then read the diff"
