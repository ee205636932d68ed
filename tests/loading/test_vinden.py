"""Find the onderzoek that is meant, upward as git does."""

from pathlib import Path, PurePath

import pytest

from tests.rechten import close_folder
from toezicht_cli.loading.vinden import (
    NietGevondenError,
    find_git_root,
    find_onderzoek,
    find_onderzoeken,
    find_werkmap,
    is_onderzoeksmap,
    list_onderzoeken,
    refuse_deeper,
)


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    for name in ("b-2026", "a-2026"):
        folder = tmp_path / "onderzoeken" / name / "bevindingen"
        folder.mkdir(parents=True)
        (folder.parent / "onderzoek.yaml").touch()
    (tmp_path / "toezicht.yaml").touch()
    return tmp_path


def test_it_is_found_from_deeper_and_from_a_file(werkmap: Path) -> None:
    root = werkmap / "onderzoeken/a-2026"
    assert find_onderzoek(root / "bevindingen") == root
    assert find_onderzoek(root / "onderzoek.yaml") == root
    assert find_werkmap(root / "bevindingen") == werkmap


def test_a_werkmap_means_all_and_they_are_sorted(werkmap: Path) -> None:
    assert [path.name for path in find_onderzoeken(werkmap)] == ["a-2026", "b-2026"]
    with pytest.raises(NietGevondenError, match="werkmap"):
        find_onderzoek(werkmap)


def test_a_hidden_leftover_is_no_onderzoek(werkmap: Path) -> None:
    (werkmap / "onderzoeken/.c-2026.half").mkdir()
    (werkmap / "onderzoeken/.c-2026.half/onderzoek.yaml").touch()
    assert len(find_onderzoeken(werkmap)) == 2


@pytest.mark.parametrize("name", ["onderzoek.yml", "Onderzoek.yaml", "bronnen.yaml", "bevindingen/1.1.yaml"])
def test_a_case_without_its_onderzoek_yaml_is_not_passed_over(werkmap: Path, name: str) -> None:
    path = werkmap / "onderzoeken/c-2026" / name
    path.parent.mkdir(parents=True)
    path.touch()
    (werkmap / "onderzoeken/leeg").mkdir()
    assert [folder.name for folder in find_onderzoeken(werkmap)] == ["a-2026", "b-2026", "c-2026"]


def test_a_link_to_onderzoek_yaml_is_found_and_refused_later(tmp_path: Path) -> None:
    try:
        (tmp_path / "onderzoek.yaml").symlink_to("bestaat-niet.yaml")
    except OSError:
        pytest.skip("this system makes no links")
    assert find_onderzoek(tmp_path) == tmp_path


def test_nothing_found_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nergens"):
        with pytest.raises(NietGevondenError):
            find_onderzoeken(path)


def test_the_git_root_is_found_without_git(werkmap: Path) -> None:
    (werkmap / ".git").mkdir()
    assert find_git_root(werkmap / "onderzoeken/a-2026") == werkmap


@pytest.mark.parametrize("file", ["onderzoek.yaml", "toezicht.yaml"])
def test_one_folder_too_high_leads_on(tmp_path: Path, file: str) -> None:
    (tmp_path / "uitgepakt" / "linde-2026").mkdir(parents=True)
    (tmp_path / "uitgepakt" / "linde-2026" / file).write_text("x: y\n", encoding="utf-8")
    with pytest.raises(NietGevondenError) as caught:
        find_onderzoeken(tmp_path / "uitgepakt")
    assert (caught.value.help or "").endswith("uitgepakt/linde-2026")


def test_a_zip_is_to_be_unpacked_first(tmp_path: Path) -> None:
    (tmp_path / "linde.zip").write_bytes(b"PK")
    with pytest.raises(NietGevondenError) as caught:
        find_onderzoeken(tmp_path / "linde.zip")
    assert "zip" in (caught.value.help or "")


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_folder_that_cannot_be_looked_into_is_an_onderzoek_until_it_is_known(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch, *, is_listed: bool
) -> None:
    close_folder(monkeypatch, werkmap / "onderzoeken" / ("" if is_listed else "b-2026"), is_listed=is_listed)
    assert [path.name for path in find_onderzoeken(werkmap)] == ["a-2026", "b-2026"]
    assert find_werkmap(werkmap / "onderzoeken/b-2026") == werkmap
    assert find_git_root(werkmap / "onderzoeken/b-2026") == find_git_root(werkmap)


def test_a_file_or_a_link_to_nothing_is_no_onderzoek(werkmap: Path) -> None:
    (werkmap / "onderzoeken/leesmij.txt").touch()
    (werkmap / "onderzoeken/weg").symlink_to("bestaat-niet")
    (werkmap / "onderzoeken/rond").symlink_to("rond")
    names = "leesmij.txt", "weg", "rond"
    assert not any(is_onderzoeksmap(werkmap / "onderzoeken" / name) for name in names)
    refuse_deeper([werkmap / "onderzoeken" / name for name in names])


def test_a_folder_of_onderzoeken_that_cannot_be_read_is_no_empty_one(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_folder(monkeypatch, werkmap / "onderzoeken")
    for find in (find_onderzoeken, list_onderzoeken):
        with pytest.raises(NietGevondenError, match="onderzoeken is niet te lezen") as caught:
            find(werkmap)
        assert caught.value.help == "kijk naar de rechten"


def make_deeper(werkmap: Path, *names: str) -> Path:
    for name in names:
        path = werkmap / "onderzoeken/2026" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return werkmap / "onderzoeken/2026"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("x/onderzoek.yaml",), "er staat er wel een in: x"),
        (("x/bevindingen/1.1.yaml",), "er staat er wel een in: x"),
        (("x/Onderzoek.yml",), "er staat er wel een in: x"),
        (("q1/y/onderzoek.yaml", "q2/x/onderzoek.yaml"), "er staan er wel 2 in: q1/y en q2/x"),
        (tuple(f"x{number}/onderzoek.yaml" for number in range(9)), "er staan er wel 9 in: x0, x1, x2, x3 "),
    ],
)
def test_onderzoeken_that_stand_deeper_are_named(werkmap: Path, names: tuple[str, ...], words: str) -> None:
    make_deeper(werkmap, *names)
    with pytest.raises(NietGevondenError) as caught:
        find_onderzoeken(werkmap)
    assert str(caught.value).startswith(f"onderzoeken/2026 is geen onderzoek, maar {words}")
    assert caught.value.help in ("zet het in onderzoeken/ zelf", "zet ze in onderzoeken/ zelf")


def test_other_files_in_a_folder_deeper_are_let_be(werkmap: Path) -> None:
    folder = make_deeper(werkmap, "brief/sjabloon.yaml", "foto/a.png", ".weg/onderzoek.yaml", "leesmij.txt")
    refuse_deeper([folder])
    assert len(find_onderzoeken(werkmap)) == 2


def test_a_folder_deeper_that_cannot_be_read_is_named(werkmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_deeper(werkmap, "x/onderzoek.yaml")
    close_folder(monkeypatch, folder / "x")
    with pytest.raises(NietGevondenError, match="x is niet te lezen"):
        refuse_deeper([folder])


def test_a_folder_of_which_only_the_names_can_be_listed_is_refused(
    werkmap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_args: False)
    with pytest.raises(NietGevondenError, match="is niet te lezen"):
        find_onderzoeken(werkmap)


def test_many_onderzoeken_are_not_compared_with_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "toezicht.yaml").touch()
    for number in range(100):
        folder = tmp_path / f"onderzoeken/{number}"
        folder.mkdir(parents=True)
        (folder / "onderzoek.yaml").touch()
    compared = []

    def compare(one: PurePath, other: object) -> bool:
        compared.append(one)
        return isinstance(other, PurePath) and str(one) == str(other)

    monkeypatch.setattr(PurePath, "__eq__", compare)
    assert len(find_onderzoeken(tmp_path)) == 100
    assert len(compared) < 300
