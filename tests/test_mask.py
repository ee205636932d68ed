"""What may be seen of a text on a terminal or in a log."""

import pytest

from toezicht_cli.diagnostics import mask, mask_path


@pytest.mark.parametrize(
    "text",
    [
        "datum: 2025-01-23",
        "Jaarplan 2024-2025",
        "2025-01-23/2025-02-04",
        "2025-01-23 en 2025-02-04",
        "18 van 20",
        "bevindingen/1.6@L1.yaml:10:15",
        "23-10-2025 of 1.12.2025 of 24/06/2025",
    ],
)
def test_dates_and_small_numbers_stay(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bsn 123456789", "bsn •••••••••"),
        ("1234-56-789", "•••••••••••"),
        ("2025-01-234567", "••••••••••••••"),
        ("20250123", "••••••••"),
        ("06 12345678", "•••••••••••"),
        ("12-34-5678", "••••••••••"),
        ("23-10-20256", "•••••••••••"),
        ("9992025-01-23", "•••••••••••••"),
        ("a@b.nl\x1b[31m", "••••••�[31m"),
    ],
)
def test_long_numbers_and_addresses_become_dots(text: str, expected: str) -> None:
    assert mask(text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("onderzoeken/20260115-linde/bevindingen/1.6@L1.yaml",) * 2,
        ("onderzoeken/2026-01-15/onderzoek.yaml",) * 2,
        ("bijlagen/123456782.yaml", "bijlagen/•••••••••.yaml"),
        ("20261315/x.yaml", "••••••••/x.yaml"),
        ("1234567820260115.yaml", "••••••••••••••••.yaml"),
        ("jan@voorbeeld.nl.yaml", "•" * 21),
        ("a\nb\x1b.yaml", "a�b�.yaml"),
    ],
)
def test_a_day_stays_in_a_path_and_another_long_number_does_not(path: str, expected: str) -> None:
    assert mask_path(path) == expected
