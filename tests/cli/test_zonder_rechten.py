"""A folder without rights is named, with the way out: never a fault of the tool, and never passed over."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.rechten import close_folder


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Return a copy of the example with several onderzoeken."""
    shutil.copytree(VOORBEELDEN / "waterlanden", tmp_path / "werkmap")
    return tmp_path / "werkmap"


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_closed_onderzoek_is_listed_as_what_cannot_be_read(
    werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, is_listed: bool
) -> None:
    toezicht(capsys, "portefeuille", werkmap)
    close_folder(
        monkeypatch, werkmap / "onderzoeken" / ("" if is_listed else "de-kade-2026"), is_listed=is_listed
    )
    for _ in range(2):  # the answer of before is not given again, and this one is not kept
        found = toezicht(capsys, "portefeuille", werkmap, "--formaat", "json")
        overzicht = json.loads(found.out)
        assert (found.code, overzicht["totaal"], len(overzicht["niet_geteld"])) == (
            0,
            5,
            5 if is_listed else 1,
        )
        assert "de-kade-2026" in overzicht["niet_geteld"]


def test_a_closed_onderzoek_is_a_fout_of_the_check(
    werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    close_folder(monkeypatch, werkmap / "onderzoeken/de-kade-2026")
    found = toezicht(capsys, "controleer", werkmap, "--formaat", "json")
    assert found.code == 1
    assert "de-kade-2026" in found.out


def test_a_closed_folder_that_is_asked_for_is_refused_in_dutch(
    werkmap: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_args, **_kwargs: False)
    found = toezicht(capsys, "controleer", werkmap)
    assert found.code == 2
    assert "dit is niet te lezen" in found.err
    assert "kijk naar de rechten" in found.err
