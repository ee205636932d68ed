"""Files that are no plain files: each is a finding, nothing hangs, nothing outside is read."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.loading.geval import FILE, build_case, find_faults, find_positions
from toezicht_cli.loading import bestand, dossier, listing
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.loading.vertrouwelijk import OVERGESLAGEN

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files, or makes none for users")

OUTSIDE = "geheim: van een ander\n"


def load(folder: Path) -> LoadResult:
    return dossier.load_dossier(folder, Kadermap((folder.parents[1] / "kaders",)))


def remove(path: Path) -> Path:
    path.unlink()
    return path


def make_link(path: Path) -> None:
    (path.parents[2] / "buiten.yaml").write_text(OUTSIDE, encoding="utf-8")
    remove(path).symlink_to("../../buiten.yaml")


def make_loop(path: Path) -> None:
    remove(path).symlink_to(path.name)


def make_broken_link(path: Path) -> None:
    remove(path).symlink_to("bestaat-niet.yaml")


def make_link_to_device(path: Path) -> None:
    remove(path).symlink_to("/dev/zero")


def make_hard_link(path: Path) -> None:
    (path.parents[2] / "buiten.yaml").write_text(OUTSIDE, encoding="utf-8")
    os.link(path.parents[2] / "buiten.yaml", remove(path))


def make_fifo(path: Path) -> None:
    os.mkfifo(remove(path))


def make_socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(remove(path).parent)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def make_folder(path: Path) -> None:
    remove(path).mkdir()
    (path / "in.yaml").write_text(OUTSIDE, encoding="utf-8")


STRANGE: dict[str, Callable[[Path], None]] = {
    "link to a file outside": make_link,
    "link to itself": make_loop,
    "link to nothing": make_broken_link,
    "link to a device": make_link_to_device,
    "hard link": make_hard_link,
    "pipe": make_fifo,
    "socket": make_socket,
    "folder": make_folder,
}


@pytest.fixture(params=[True, False], ids=["step by step", "looked at first"])
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open as on Linux, and as on a system without O_NOFOLLOW."""
    if not request.param:
        monkeypatch.setattr(bestand, "_STEPWISE", False)


@pytest.mark.usefixtures("_both_ways")
@pytest.mark.parametrize("name", STRANGE)
def test_what_is_no_plain_file_is_refused_and_never_read(name: str, tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    STRANGE[name](folder / FILE)
    [found] = find_faults(folder)
    assert (found.rule_id, found.location.file) == ("STR001", FILE)
    assert "geheim" not in f"{found.message} {found.help}"


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_onderzoek_yaml_is_a_fault_too(name: str, tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    STRANGE[name](folder / "onderzoek.yaml")
    assert find_positions(folder, "onderzoek.yaml") == [("STR001", 1, 1)]


@pytest.mark.usefixtures("_both_ways")
def test_a_device_is_refused() -> None:
    with pytest.raises(BestandError, match="geen gewoon bestand"):
        read_bytes(Path("/dev"), "null")


@pytest.mark.usefixtures("_both_ways")
def test_a_folder_on_the_way_may_be_no_link(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "echt/a.yaml").write_text(OUTSIDE, encoding="utf-8")
    (tmp_path / "map").symlink_to("echt")
    assert read_bytes(tmp_path, "echt/a.yaml").decode() == OUTSIDE
    with pytest.raises(BestandError, match="link"):
        read_bytes(tmp_path, "map/a.yaml")


@pytest.mark.parametrize("target", ["../../kaders", ".", "bestaat-niet", "bevindingen"])
def test_a_folder_of_bevindingen_that_is_a_link_is_refused(target: str, tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / "bevindingen").rename(tmp_path / "weg")
    (folder / "bevindingen").symlink_to(target)
    found = load(folder)
    assert [(fault.rule_id, fault.location.file) for fault in found.faults] == [("STR001", "bevindingen")]
    assert "bevindingen" in found.dossier.onleesbaar, "or every norm would seem to be without oordeel"


def test_folders_that_are_never_read_may_be_links(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    for name in OVERGESLAGEN:
        (folder / name).symlink_to("/")
    (folder / "brief.docx").symlink_to("/etc/hostname")
    assert find_faults(folder) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_fault(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / FILE).chmod(0)
    assert find_positions(folder) == [("STR001", 1, 1)]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "x"), "mag niet gelezen worden"),
        (FileNotFoundError(2, "x"), "is er niet"),
        (OSError(5, "x"), "niet te lezen"),
    ],
)
def test_why_a_file_cannot_be_read_is_said_in_dutch(
    error: OSError, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> int:
        raise error

    monkeypatch.setattr(bestand, "_open_stepwise", refuse)
    with pytest.raises(BestandError, match=words) as caught:
        read_bytes(tmp_path, "a.yaml")
    assert caught.value.code == "STR001"


def test_a_folder_that_cannot_be_listed_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build_case(tmp_path)
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "bevindingen":
            raise PermissionError(13, "x")
        return scan(path)

    monkeypatch.setattr("toezicht_cli.loading.listing.os.scandir", refuse)
    found = load(folder)
    assert [(fault.rule_id, fault.location.file) for fault in found.faults] == [("STR001", "bevindingen")]
    assert found.dossier.onleesbaar == {"bevindingen"}


def test_an_onderzoek_whose_folder_cannot_be_listed_is_a_fault(tmp_path: Path) -> None:
    found = load(tmp_path / "weg")
    assert [fault.rule_id for fault in found.faults] == ["STR001"]
    assert {"onderzoek", "bronnen", "bevindingen", "kader"} <= found.dossier.onleesbaar


def test_a_pipe_that_is_swapped_in_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    code = (
        "from pathlib import Path\nfrom toezicht_cli.loading.bestand import BestandError, read_bytes\n"
        f"try: read_bytes(Path({str(tmp_path)!r}), 'a.yaml')\nexcept BestandError as error: print(error.code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=True
    )
    assert done.stdout.strip() == "STR001"


@pytest.mark.parametrize(
    "name", ["bevindingen/\udcff.yaml", "bevindingen/1.1\n.yaml", "\x1b[31m.yaml", "a\u202elmay.yaml"]
)
def test_a_name_that_cannot_be_shown_is_refused_under_a_clean_name(name: str, tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / name).write_text("norm: x\n", encoding="utf-8")
    [found] = find_faults(folder)
    assert found.rule_id == "STR001"
    assert found.location.file.isprintable()
    found.location.file.encode()


def test_more_files_than_anybody_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build_case(tmp_path)
    monkeypatch.setattr(dossier, "MAX_BESTANDEN", 3)
    found = load(folder)
    assert [fault.rule_id for fault in found.faults] == ["STR008"]
    assert "bevindingen" in found.dossier.onleesbaar


def test_more_entries_than_anybody_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build_case(tmp_path)
    monkeypatch.setattr(listing, "MAX_ENTRIES", 3)
    found = load(folder)
    assert {"STR008"} <= {fault.rule_id for fault in found.faults}
    assert {"onderzoek", "bronnen", "bevindingen"} <= found.dossier.onleesbaar


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("bronen.yaml", "bedoelde je bronnen.yaml?"),
        ("Cijfers.YAML", "bedoelde je cijfers.yaml?"),
        ("uitvraag.yml", "bedoelde je uitvraag.yaml?"),
        ("verbeterpunt.yaml", "bedoelde je verbeterpunten.yaml?"),
        (
            "bevinding/1.1.yaml",
            "bestanden in bevindingen/ eindigen op .yaml en staan niet in een map daarbinnen",
        ),
        (
            "bevindingen/1.3.yml",
            "bestanden in bevindingen/ eindigen op .yaml en staan niet in een map daarbinnen",
        ),
        ("zomaar.yaml", "haal het weg, of zet het in bevindingen/ of bijlagen/"),
    ],
)
def test_an_unknown_file_comes_with_advice(name: str, advice: str, tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("a: 1\n", encoding="utf-8")
    [found] = find_faults(folder)
    assert (found.rule_id, found.location.file, found.help) == ("STR013", name, advice)


def test_a_misspelt_file_is_one_fault_and_not_also_a_missing_one(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / "bronnen.yaml").rename(folder / "bronnen.yml")
    found = load(folder)
    assert [(fault.rule_id, fault.location.file) for fault in found.faults] == [("STR013", "bronnen.yml")]
    assert found.dossier.onleesbaar == {"bronnen"}


def test_bevindingen_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    for number in (10, 9, 2):
        (folder / f"bevindingen/1.{number}.yaml").write_text(f'norm: "1.{number}"\n', encoding="utf-8")
    found = load(folder)
    normen = [normoordeel.value.norm for normoordeel in found.dossier.normoordelen]
    assert normen == ["1.1", "1.2", "1.9", "1.10", "2.1", "2.10"]
