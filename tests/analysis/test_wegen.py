"""Weighing: no prioriteit from an empty cell, none that departs without words, nothing earlier left out."""

from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.wegen import Keuze, count_empty, explain, weigh
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.register import Signaal

ERNST, OMVANG, KLEUREN = ("zwaar", "licht"), ("groot", "klein"), ("rood", "oranje", "groen")
CELLEN = st.dictionaries(
    st.tuples(st.sampled_from(ERNST), st.sampled_from(OMVANG)), st.sampled_from((*KLEUREN, None))
)


def kader(cellen: dict[tuple[str, str], str | None]) -> Afwegingskader:
    return Afwegingskader.model_validate(
        {
            "formaat": "1",
            "naam": "proef",
            "versie": "1",
            "titel": "Proef",
            "organisatie": "Proef",
            "bron": "Verzonnen",
            "ernst": tuple({"id": one, "titel": one} for one in ERNST),
            "omvang": tuple({"id": one, "titel": one} for one in OMVANG),
            "prioriteiten": tuple(
                {"id": one, "label": one.upper(), "betekenis": "Zo.", "symbool": "■", "kleur": "#1b5e20"}
                for one in KLEUREN
            ),
            "tabel": tuple(
                {"ernst": ernst, "omvang": omvang, "prioriteit": kleur}
                for (ernst, omvang), kleur in cellen.items()
            ),
            "omstandigheden": ({"id": "eerder", "titel": "Eerder", "blijkt_uit": "eerdere-signalen"},),
        }
    )


def signaal(number: int) -> Signaal:
    return Signaal.model_validate(
        {
            "formaat": "1",
            "id": f"S-2026-{number:03}",
            "datum": "2026-01-05",
            "bron": "inwoner",
            "wet": "wmo-2015",
            "domein": ("kwaliteit",),
            "aard": "veiligheid",
            "omschrijving": "Iets.",
        }
    )


@given(
    CELLEN,
    st.sampled_from(ERNST),
    st.sampled_from(OMVANG),
    st.sampled_from((None, *KLEUREN)),
    st.sampled_from((None, "", " \t", "Daarom.")),
)
def test_a_prioriteit_follows_from_the_table_or_from_words(
    cellen: dict[tuple[str, str], str | None],
    ernst: str,
    omvang: str,
    gekozen: str | None,
    waarom: str | None,
) -> None:
    uitkomst = weigh(kader(cellen), Keuze(ernst, omvang, (), gekozen, waarom), ())
    cel = cellen.get((ernst, omvang))
    assert uitkomst.volgens_tabel == cel
    stands = uitkomst.bezwaar is None
    if cel is None:
        assert stands is (gekozen is None)
        assert not stands or uitkomst.prioriteit is None
    elif gekozen in (None, cel):
        assert stands
        assert uitkomst.prioriteit == cel
    else:
        assert stands is (waarom == "Daarom.")
        assert uitkomst.prioriteit == gekozen


@given(CELLEN, st.integers(0, 12))
def test_the_reasoning_names_every_earlier_signaal(
    cellen: dict[tuple[str, str], str | None], count: int
) -> None:
    eerdere = [signaal(number) for number in range(1, count + 1)]
    keuze = Keuze("zwaar", "groot")
    uitkomst = weigh(kader(cellen), keuze, eerdere)
    text = " ".join(explain(kader(cellen), keuze, uitkomst, eerdere))
    assert all(item.id in text for item in eerdere)
    assert ("eerder" in uitkomst.omstandigheden) is bool(eerdere)
    if uitkomst.prioriteit is None:
        assert not any(kleur.upper() in text for kleur in KLEUREN)


@given(CELLEN)
def test_empty_cells_are_counted(cellen: dict[tuple[str, str], str | None]) -> None:
    assert count_empty(kader(cellen)) == 4 - sum(kleur is not None for kleur in cellen.values())


def test_an_omstandigheid_that_is_not_so_is_refused() -> None:
    assert weigh(kader({}), Keuze("zwaar", "groot", ("eerder",)), ()).bezwaar is not None
