"""One text to search: what a reader sees, with the way back to the texts it was made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.zoektekstproef import zoek_in
from toezicht_cli.analysis.zoektekst import SCHEIDING, Vondst, read_zoektekst
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek

# Markup, odd spaces, dashes and digits stand close together in what is made.
TEKENS = "ab1*_`\\~ \n\xa0–‑１é６𝟘①ﬁİ漢.@"
teksten = st.lists(st.text(alphabet=TEKENS, max_size=25), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("tekst", "gewoon"),
    [
        ("bel **06**-1234", "bel 06-1234"),
        ("bel `06`\\-1234", "bel 06-1234"),
        ("_geb._ 3\xa0mei", "geb. 3 mei"),
        ("１２３ 𝟘", "123 0"),
        ("a–b‑c", "a-b-c"),
        ("jan_de_boer", "jan_de_boer"),
        ("een\nregel", "een regel"),
        ("zo'n ’s avonds", "zo'n 's avonds"),
    ],
)
def test_a_text_reads_as_a_person_reads_it(tekst: str, gewoon: str) -> None:
    assert zoek_in(tekst).tekst == gewoon


@given(teksten)
def test_every_character_leads_back_to_the_one_it_was_made_of(losse: list[str]) -> None:
    zoek = zoek_in(*losse)
    for offset, teken in enumerate(zoek.tekst):
        if teken == SCHEIDING:
            continue
        violation = zoek.report(Vondst(offset, offset + 1), "", "")
        passage = violation.passage
        assert passage is not None
        index = violation.place.route[1]
        assert isinstance(index, int)
        assert passage.end == passage.start + 1
        assert zoek_in(losse[index][passage.start]).tekst == teken or teken == "_"
        assert zoek.find_plaats(offset).place == violation.place


@given(teksten)
def test_the_small_letters_stand_where_the_capitals_stood(losse: list[str]) -> None:
    zoek = zoek_in(*losse)
    assert len(zoek.klein) == len(zoek.tekst)


@given(teksten)
def test_each_text_stays_a_text_of_its_own(losse: list[str]) -> None:
    zoek = zoek_in(*losse)
    assert zoek.tekst.split(SCHEIDING) == [zoek_in(tekst).tekst for tekst in losse]


def test_what_stands_around_a_place_ends_with_its_text() -> None:
    zoek = zoek_in("het bsn", "111222333", "en niet meer")
    start = zoek.tekst.index("1")
    assert zoek.before(start, 40) == ""
    assert zoek.after(start + 9, 40) == ""
    assert zoek.before(3, 2) == "et"


def test_fields_that_are_meant_for_a_number_are_left_out() -> None:
    onderzoek = Onderzoek.model_construct(id="a", kader_hash="b", titel="c", kader="d")
    dossier = Dossier("proef", {"onderzoek.yaml": onderzoek})
    assert "c" in read_zoektekst(dossier).tekst.split(SCHEIDING)
    assert not {"a", "b", "d"} & set(read_zoektekst(dossier).tekst.split(SCHEIDING))
