"""A kader is found by its name, and its name leads nowhere but to its own folder."""

import shutil
from pathlib import Path

import pytest

from tests.cli.opdracht import ROOT
from toezicht_cli.loading.kaderpad import kader_file, list_kaders
from toezicht_cli.loading.kaders import Kadermap, KaderNotFoundError
from toezicht_cli.loading.overgangen import read_overgang_naar

KADERS = ROOT / "kaders"
ASTRAY = ("..@x", "x@../../y", "../toetsing/x@1", "/@x", "x@/etc/x", "\0@1", "./x@1", "x@./1", "@", "@1")


@pytest.mark.parametrize("verwijzing", ASTRAY)
def test_a_name_that_leads_elsewhere_is_no_name(verwijzing: str, tmp_path: Path) -> None:
    for folder in ("toetsing/x", "overgang/x", "x", "y"):
        (tmp_path / folder).mkdir(parents=True)
        for naam in ("x", "y", "1"):
            source = KADERS / "toetsing" / "drents-kwaliteitskader" / "2018.yaml"
            shutil.copy(source, tmp_path / folder / f"{naam}.yaml")
    with pytest.raises(KaderNotFoundError):
        Kadermap((tmp_path,)).find(verwijzing)
    with pytest.raises(KaderNotFoundError):
        read_overgang_naar(verwijzing, (tmp_path,))


def test_every_listed_kader_is_found_under_its_name() -> None:
    for soort in ("toetsing", "afweging", "overgang"):
        namen = list_kaders(soort, (KADERS,))
        assert namen == tuple(sorted(set(namen)))
        assert {str(KADERS / (kader_file(soort, naam) or "")) for naam in namen} == {
            str(path) for path in (KADERS / soort).glob("*/*.yaml")
        }
