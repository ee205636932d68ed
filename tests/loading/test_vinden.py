"""Find the onderzoek that is meant, upward as git does."""

from pathlib import Path

import pytest

from toezicht_cli.loading.vinden import (
    NietGevondenError,
    find_git_root,
    find_onderzoek,
    find_onderzoeken,
    find_werkmap,
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
