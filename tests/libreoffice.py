"""LibreOffice as a witness: what another office program makes of our files.

Where it is missing a test skips; with ``TOEZICHT_VOLLEDIG`` in the environment it must be there.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

_SECONDS = 120


def save_as(path: Path, kind: str, folder: Path) -> Path:
    """Return ``path`` as LibreOffice saves it in ``folder`` (another one than its own).

    ``kind`` is what ``--convert-to`` takes: an extension, and a filter behind a colon.
    """
    if shutil.which("soffice") is None:
        _miss("soffice is not here")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profiel", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)
    saved = folder / f"{path.stem}.{kind.partition(':')[0]}"
    if not saved.exists():
        _miss((done.stdout + done.stderr).decode(errors="replace").strip())
    return saved


def _miss(reason: str) -> None:
    if os.environ.get("TOEZICHT_VOLLEDIG"):
        pytest.fail(f"LibreOffice with Writer and Calc must be there: {reason}")
    pytest.skip(f"LibreOffice: {reason}")
