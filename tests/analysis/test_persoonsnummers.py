"""The 11-proef and mod 97 against a library that many use; where a number of another kind is none."""

import stdnum.iban
import stdnum.nl.bsn
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.zoektekstproef import zoek_in
from toezicht_cli.analysis.persoonsnummers import find_bsn, find_iban, is_bsn, is_iban

LANDEN = ("NL", "BE", "DE", "FR", "GB", "NO", "MT", "ES")


@given(st.integers(0, 999_999_999).map(lambda getal: f"{getal:09d}"))
def test_a_bsn_is_what_stdnum_calls_one(cijfers: str) -> None:
    assert is_bsn(cijfers) == stdnum.nl.bsn.is_valid(cijfers)


@given(st.integers(0, 99_999_999).map(lambda getal: f"{getal:08d}"))
def test_eight_digits_are_a_bsn_without_its_zero(cijfers: str) -> None:
    assert is_bsn(cijfers) == stdnum.nl.bsn.is_valid(f"0{cijfers}")


def test_one_in_eleven_numbers_passes_so_a_word_must_decide() -> None:
    goed = sum(is_bsn(str(getal)) for getal in range(100_000_000, 100_011_000))
    assert goed == 1_000


@given(st.sampled_from(LANDEN), st.text("0123456789ABCNLR", min_size=11, max_size=27), st.booleans())
def test_an_iban_that_stdnum_takes_is_one_here_too(land: str, rest: str, klopt: bool) -> None:
    controle = stdnum.iban.calc_check_digits(f"{land}00{rest}") if klopt else "11"
    letters = f"{land}{controle}{rest}"
    # Letters and digits have fixed places, which differ from land to land: only stdnum looks at those.
    assert is_iban(letters) or not stdnum.iban.is_valid(letters, check_country=False)
    assert not is_iban(letters) or stdnum.iban.calc_check_digits(letters) == letters[2:4]


@given(st.integers(0, 10**10 - 1), st.sampled_from(("ABNA", "INGB", "RABO", "TRIO")))
def test_every_dutch_iban_is_found_in_a_sentence(rekening: int, bank: str) -> None:
    rest = f"{bank}{rekening:010d}"
    nummer = f"NL{stdnum.iban.calc_check_digits(f'NL00{rest}')}{rest}"
    met_spaties = " ".join(nummer[begin : begin + 4] for begin in range(0, 18, 4))
    for geschreven in (nummer, met_spaties, nummer.lower()):
        tekst = f"Het geld ging naar {geschreven} EN WEER TERUG."
        vondsten = [tekst[vondst.start : vondst.end] for vondst in find_iban(zoek_in(tekst))]
        assert vondsten == [geschreven]


def _complete(begin: str) -> str:
    """Return a number of eight digits with a ninth by the 11-proef, which may come out as 10."""
    return f"{begin}{sum(int(cijfer) * (9 - plek) for plek, cijfer in enumerate(begin)) % 11}"


@given(st.integers(1_000_000, 99_999_999).map(lambda getal: _complete(f"{getal:08d}")).filter(is_bsn))
def test_a_bsn_with_its_word_is_certain_in_every_writing(nummer: str) -> None:
    for geschreven in (
        nummer,
        f"{nummer[:3]} {nummer[3:6]} {nummer[6:]}",
        f"{nummer[:4]}.{nummer[4:6]}.{nummer[6:]}",
    ):
        [vondst] = find_bsn(zoek_in(f"BSN: {geschreven}."))
        assert (vondst.start, vondst.end, vondst.zeker) == (5, 5 + len(geschreven), True)
