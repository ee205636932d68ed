import pytest

from toezicht_cli.analysis.zegel import LEEG, check_zegel, count_zegels, seal

MERK = f"toezicht-gegevens:{64 * 'a'}"
BESTAND = f"%PDF een {MERK}, {LEEG} en twee {MERK}, {LEEG} einde".encode()


def test_a_sealed_file_fits_and_keeps_its_length() -> None:
    sealed = seal(BESTAND)
    assert len(sealed) == len(BESTAND)
    assert count_zegels(sealed) == count_zegels(BESTAND) == 2
    assert check_zegel(sealed) == "heel"
    assert check_zegel(BESTAND) == "gebroken"


def test_sealing_twice_is_sealing_once() -> None:
    assert seal(seal(BESTAND)) == seal(BESTAND)


@pytest.mark.parametrize("place", range(0, len(BESTAND), 7))
def test_any_changed_byte_is_seen(place: int) -> None:
    sealed = seal(BESTAND)
    changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
    assert check_zegel(changed) == "gebroken"


def test_a_file_that_grew_or_shrank_is_seen() -> None:
    sealed = seal(BESTAND)
    assert [check_zegel(content) for content in (sealed + b"\n", sealed[1:])] == ["gebroken", "gebroken"]


def test_a_file_without_room_has_no_seal() -> None:
    for content in (b"", b"%PDF", MERK.encode(), f"de titel {LEEG}".encode()):
        assert check_zegel(content) == "geen"
        assert seal(content) == content
