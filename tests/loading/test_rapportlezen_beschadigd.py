"""Damaged bytes of every kind give lines or one refusal, and no other exception."""

import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loading.rapportbestanden import make_docx, make_odt, make_pdf, make_word
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.kenmerk import find_kenmerk
from toezicht_cli.loading.rapportlezen.kindproces import lezer_for
from toezicht_cli.loading.rapportlezen.uit_tekst import read_markdown, read_tekst

SEEDS = {
    ".docx": [make_word(), make_docx("<w:p><w:ins><w:r><w:t>tekst</w:t></w:r></w:ins></w:p>")],
    ".odt": [make_odt("<text:h>Kop</text:h><text:p>tekst</text:p>")],
    ".pdf": [make_pdf("Zorg De Linde voldoet aan de norm.", "Bladzijde twee, met tekst.")],
    ".html": [b"<h1>Kop</h1><table><tr><td>1.2<td>voldoet</table><p hidden>weg</p><!-- a --><p>tekst &amp;"],
}


@st.composite
def damaged(draw: st.DrawFn, kind: str) -> bytes:
    content = bytearray(draw(st.sampled_from(SEEDS[kind])))
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, max(0, len(content) - 1)))
        match draw(st.sampled_from(["change", "cut", "insert", "double"])):
            case "change":
                content[place : place + 1] = draw(st.binary(min_size=1, max_size=1))
            case "cut":
                del content[place : place + draw(st.integers(1, 200))]
            case "insert":
                content[place:place] = draw(st.binary(min_size=1, max_size=20))
            case _:
                content[place:place] = content[place : place + 200]
    return bytes(content)


@pytest.mark.parametrize("kind", sorted(SEEDS))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_bytes_give_lines_or_a_refusal(kind: str, data: st.DataObject) -> None:
    content = data.draw(damaged(kind))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of double names; the child writes no warnings
        try:
            regels = lezer_for(kind)(content)
            find_kenmerk(content, f"a{kind}")
        except BuitenbestandError:
            return
    assert all(regel.tekst for regel in regels)


@given(st.text(alphabet="1.2 |-*#>_[]()\\`=~<!\n\tNorm aA", max_size=300))
def test_any_text_gives_lines_with_as_many_numbers_as_lines(text: str) -> None:
    for regel in (*read_markdown(text.encode()), *read_tekst(text.encode())):
        assert regel.tekst.strip() or regel.soort == "rij"
        assert len(regel.nummers) >= regel.tekst.count("\n") + 1
