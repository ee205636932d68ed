"""Contrast as WCAG defines it, against values that the W3C and others publish."""

import pytest

from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white


@pytest.mark.parametrize(
    ("kleur", "contrast"),
    [
        ("#ffffff", 1.0),
        ("#000000", 21.0),
        ("#ff0000", 3.998),
        ("#00ff00", 1.372),
        ("#0000ff", 8.592),
        ("#777777", 4.478),
        ("#767676", 4.542),
    ],
)
def test_contrast_with_white_is_that_of_wcag(kleur: str, contrast: float) -> None:
    assert contrast_on_white(kleur) == pytest.approx(contrast, abs=0.001)


def test_the_limit_lies_between_the_two_greys_that_wcag_checkers_give() -> None:
    assert contrast_on_white("#777777") < AA_TEKST <= contrast_on_white("#767676")
