"""Changes to a small werkmap: after each of them what was kept may not be believed any more."""

import os
import shutil
from pathlib import Path

from tests.benchmarks.werkmapmaker import KADER, NORMEN, make_werkmap
from toezicht_cli.resources import data_folder


def make_small_werkmap(root: Path) -> Path:
    """Make a werkmap of six generated onderzoeken with a kader of its own in ``root``."""
    make_werkmap(root, 6, len(NORMEN))
    naam, _, versie = KADER.partition("@")
    shutil.copytree(data_folder("kaders") / "toetsing" / naam, root / "kaders" / "toetsing" / naam)
    assert (root / f"kaders/toetsing/{naam}/{versie}.yaml").is_file()
    return root


def first(root: Path) -> Path:
    return root / "onderzoeken" / "zaak-00000"


def edit_same_size(root: Path) -> None:
    path = first(root) / "onderzoek.yaml"
    path.write_text(path.read_text().replace("fase: definitief", "fase: uitvoering"))


def edit_and_put_the_time_back(root: Path) -> None:
    path = first(root) / "onderzoek.yaml"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    edit_same_size(root)
    os.utime(path, ns=times)


def add_a_bevinding(root: Path) -> None:
    (first(root) / "bevindingen" / "9.9.yaml").write_text('norm: "9.9"\noordeel: voldoet\n')


def remove_a_bevinding(root: Path) -> None:
    (first(root) / "bevindingen" / "1.1.yaml").unlink()


def rename_a_bevinding(root: Path) -> None:
    folder = first(root) / "bevindingen"
    (folder / "1.1.yaml").rename(folder / "1.11.yaml")


def rename_an_onderzoek(root: Path) -> None:
    first(root).rename(root / "onderzoeken" / "zaak-99999")


def remove_an_onderzoek(root: Path) -> None:
    shutil.rmtree(first(root))


def add_an_onderzoek(root: Path) -> None:
    shutil.copytree(first(root), root / "onderzoeken" / "zaak-00010")


def swap_two_onderzoeken(root: Path) -> None:
    first(root).rename(root / "onderzoeken" / "x")
    (root / "onderzoeken" / "zaak-00001").rename(first(root))
    (root / "onderzoeken" / "x").rename(root / "onderzoeken" / "zaak-00001")


def change_the_kader(root: Path) -> None:
    naam, _, versie = KADER.partition("@")
    path = root / f"kaders/toetsing/{naam}/{versie}.yaml"
    path.write_text(path.read_text().replace("id: voldoet-niet", "id: voldoet-nooit"))


def remove_the_own_kader(root: Path) -> None:
    shutil.rmtree(root / "kaders")


def change_a_term(root: Path) -> None:
    path = root / "toezicht.yaml"
    path.write_text(path.read_text().replace("lengte: 10", "lengte: 15"))


def break_toezicht_yaml(root: Path) -> None:
    (root / "toezicht.yaml").write_text("formaat: [\n")


def change_the_kalender(root: Path) -> None:
    folder = root / "kaders" / "termijnen"
    folder.mkdir()
    shutil.copyfile(data_folder("kaders") / "termijnen/kalender.yaml", folder / "kalender.yaml")
    text = (folder / "kalender.yaml").read_text()
    (folder / "kalender.yaml").write_text(f"{text}\nonbekend: ja\n")


def make_a_hard_link(root: Path) -> None:
    os.link(first(root) / "onderzoek.yaml", root / "kopie.yaml")


def make_a_file_a_link(root: Path) -> None:
    path = first(root) / "bronnen.yaml"
    path.rename(root / "bronnen.yaml")
    path.symlink_to(root / "bronnen.yaml")


def empty_the_folder_of_bevindingen(root: Path) -> None:
    shutil.rmtree(first(root) / "bevindingen")


CHANGES = (
    edit_same_size,
    edit_and_put_the_time_back,
    add_a_bevinding,
    remove_a_bevinding,
    rename_a_bevinding,
    rename_an_onderzoek,
    remove_an_onderzoek,
    add_an_onderzoek,
    swap_two_onderzoeken,
    change_the_kader,
    remove_the_own_kader,
    change_a_term,
    break_toezicht_yaml,
    change_the_kalender,
    make_a_hard_link,
    make_a_file_a_link,
    empty_the_folder_of_bevindingen,
)
# The kader of the werkmap is a copy of the one that travels with the tool.
NO_DIFFERENCE = {"remove_the_own_kader"}
