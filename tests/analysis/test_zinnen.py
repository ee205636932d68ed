import pytest

from tests.analysis.proefdossier import make_categorie, make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.telling import Telling, tally
from toezicht_cli.analysis.zinnen import (
    Zinsdeel,
    count_words,
    norm_reeks,
    split_zin,
    zin_conclusie,
    zin_telling,
)
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Status

RARE = {"3": ["3.1", "3.2", "3.5", "3.6", "3.7"], "x": ["A", "B", "C"]}
KADER = make_kader({"1": [f"1.{number}" for number in range(1, 13)], "2": ["2.1", "2.2", "2.3"], **RARE})
EISEN = (
    make_categorie("voldoet-niet", "voldoet niet aan de eis"),
    make_categorie("voldoet-deels", "voldoet deels aan de eis"),
    make_categorie("voldoet", "voldoet aan de eis"),
)


def count(kader: Toetsingskader, *oordelen: str | None) -> Telling:
    """Tally these oordelen on the first normen; one that starts with '-' is a status."""
    items = [
        make_oordeel(norm.id, status=oordeel[1:], reden="Zo is het.")
        if oordeel and oordeel.startswith("-")
        else make_oordeel(norm.id, oordeel)
        for norm, oordeel in zip(kader.normen, oordelen, strict=False)
    ]
    return tally(make_dossier(kader, items))


def of_size(size: int) -> Toetsingskader:
    return make_kader({"1": [f"1.{number}" for number in range(size)]})


V, G, N = "voldoet", "voldoet-grotendeels", "voldoet-niet"


@pytest.mark.parametrize(
    ("telling", "sentence"),
    [
        (
            count(of_size(21), *[V] * 6, *[G] * 6, *[N] * 6, *["-niet-getoetst"] * 3),
            (
                "Van de 21 normen zijn er 18 getoetst. Zorg Voorbeeld voldoet aan zes normen, voldoet "
                "grotendeels aan zes normen en voldoet niet aan zes normen. Drie normen zijn niet getoetst."
            ),
        ),
        (
            count(of_size(3), V, G, N),
            (
                "Alle drie normen zijn getoetst. Zorg Voorbeeld voldoet aan één norm, voldoet grotendeels "
                "aan één norm en voldoet niet aan één norm."
            ),
        ),
        (
            count(of_size(2), V, V),
            (
                "Alle twee normen zijn getoetst. Zorg Voorbeeld voldoet aan twee normen. Geen enkele norm "
                "kreeg het oordeel 'Voldoet grotendeels' of 'Voldoet niet'."
            ),
        ),
        (
            count(of_size(4), V, "-niet-van-toepassing", "-meegewogen"),
            (
                "Van de vier normen is er één getoetst. Zorg Voorbeeld voldoet aan één norm. Geen enkele "
                "norm kreeg het oordeel 'Voldoet grotendeels' of 'Voldoet niet'. Eén norm is niet van "
                "toepassing. Eén norm telt alleen mee in het eindoordeel. Eén norm heeft nog geen oordeel."
            ),
        ),
        (
            count(
                of_size(4), "-eerder-getoetst", "-eerder-getoetst", "-buiten-reikwijdte", "-buiten-reikwijdte"
            ),
            (
                "Geen van de vier normen heeft een oordeel. Twee normen zijn eerder getoetst. Twee normen "
                "vallen buiten de reikwijdte."
            ),
        ),
        (
            count(of_size(1), N),
            (
                "Er is één norm, en die heeft een oordeel. Zorg Voorbeeld voldoet niet aan één norm. Geen "
                "enkele norm kreeg het oordeel 'Voldoet' of 'Voldoet grotendeels'."
            ),
        ),
        (count(of_size(1)), "Er is één norm, en die heeft geen oordeel. Eén norm heeft nog geen oordeel."),
        (count(of_size(0)), "Er zijn geen normen om te tellen."),
        (
            count(of_size(22), *[V] * 22),
            (
                "Alle 22 normen zijn getoetst. Zorg Voorbeeld voldoet aan 22 normen. Geen enkele norm kreeg "
                "het oordeel 'Voldoet grotendeels' of 'Voldoet niet'."
            ),
        ),
        (
            count(make_kader({"1": ["1", "2", "3"]}, EISEN), V, "voldoet-deels", "-niet-getoetst"),
            (
                "Van de drie eisen zijn er twee getoetst. Zorg Voorbeeld voldoet deels aan één eis en "
                "voldoet aan één eis. Geen enkele eis kreeg het oordeel 'Voldoet niet'. "
                "Eén eis is niet getoetst."
            ),
        ),
        (
            count(
                make_kader({"1": ["1", "2"]}, (make_categorie("op-orde", "heeft het op orde"),)),
                "op-orde",
                "op-orde",
            ),
            "Alle twee normen zijn getoetst. De oordelen over Zorg Voorbeeld: Op orde: twee normen.",
        ),
    ],
)
def test_a_tally_in_sentences(telling: Telling, sentence: str) -> None:
    assert zin_telling(telling, "Zorg Voorbeeld") == sentence


def test_a_tally_over_vestigingen_says_that_normen_are_counted_more_than_once() -> None:
    kader = make_kader({"1": ["1.1", "1.2"]}, per="locatie")
    items = [make_oordeel("1.1", V, locatie="L1"), make_oordeel("1.1", N, locatie="L2")]
    telling = tally(make_dossier(kader, items, make_onderzoek(["L1", "L2"])))
    assert zin_telling(telling, "Zorg Voorbeeld") == (
        "Elke norm telt één keer per vestiging, op twee vestigingen. Van de vier normen zijn er twee "
        "getoetst. Zorg Voorbeeld voldoet aan één norm en voldoet niet aan één norm. Geen enkele norm kreeg "
        "het oordeel 'Voldoet grotendeels'. Twee normen hebben nog geen oordeel."
    )


@pytest.mark.parametrize(
    ("zin", "zinsdeel"),
    [
        ("voldoet aan de norm", Zinsdeel("voldoet aan", "norm")),
        ("voldoet grotendeels niet aan de eis", Zinsdeel("voldoet grotendeels niet aan", "eis")),
        ("scoort goed op de norm", Zinsdeel("scoort goed op", "norm")),
        ("heeft de norm op orde", None),
        ("voldoet aan de normen", None),
        ("voldoet", None),
    ],
)
def test_the_zin_of_a_categorie_is_cut_before_the_norm(zin: str, zinsdeel: Zinsdeel | None) -> None:
    assert split_zin(make_categorie("x", zin)) == zinsdeel


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "geen enkele norm"), (1, "één norm"), (2, "twee normen"), (20, "twintig normen"), (21, "21 normen")],
)
def test_numbers_up_to_twenty_are_written_in_words(number: int, words: str) -> None:
    assert count_words(number, "norm", "normen") == words


@pytest.mark.parametrize(
    ("normen", "text"),
    [
        ([], ""),
        (["2.1"], "norm 2.1"),
        (["1.2", "1.1"], "norm 1.1 en 1.2"),
        ([f"1.{number}" for number in range(1, 10)], "norm 1.1 t/m 1.9"),
        (["1.1", "1.3", "1.6", "1.7", "1.8"], "norm 1.1, 1.3 en 1.6 t/m 1.8"),
        (["1.10", "1.9", "1.8"], "norm 1.8 t/m 1.10"),
        (["1.11", "1.12", "2.1"], "norm 1.11, 1.12 en 2.1"),
        (["1.10", "1.11", "1.12", "2.1", "2.2", "2.3"], "norm 1.10 t/m 1.12 en 2.1 t/m 2.3"),
        (["1.1", "1.1"], "norm 1.1"),
        (["3.1", "3.2", "3.5", "3.6", "3.7"], "norm 3.1, 3.2 en 3.5 t/m 3.7"),
        (["A", "B", "C"], "norm A t/m C"),
        (["9.9", "1.1"], "norm 1.1 en 9.9"),
        (["9.9"], "norm 9.9"),
    ],
)
def test_normen_are_named_in_ranges_that_follow_the_kader(normen: list[str], text: str) -> None:
    assert norm_reeks(normen, KADER) == text


@pytest.mark.parametrize(
    ("oordeel", "status", "reden", "sentence"),
    [
        (None, "niet-getoetst", "Er was niemand.\n", "Deze norm is niet getoetst. Er was niemand."),
        (V, None, None, "Zorg Voorbeeld voldoet aan de norm."),
        (G, None, None, "Zorg Voorbeeld voldoet grotendeels aan de norm."),
        ("prima", None, None, "Zorg Voorbeeld kreeg het oordeel prima."),
        (None, None, None, "Over deze norm is nog geen oordeel gegeven."),
        (None, "niet-getoetst", "Er was geen tijd.", "Deze norm is niet getoetst. Er was geen tijd."),
        (None, "niet-getoetst", "geen tijd", "Deze norm is niet getoetst. Geen tijd."),
        (None, "niet-van-toepassing", None, "Deze norm is niet van toepassing."),
        (None, "eerder-getoetst", "In 2024.", "Deze norm is eerder getoetst. In 2024."),
        (None, "meegewogen", None, "Deze norm telt alleen mee in het eindoordeel."),
        (None, "buiten-reikwijdte", None, "Deze norm valt buiten de reikwijdte."),
    ],
)
def test_the_conclusion_on_one_norm(
    oordeel: str | None, status: Status | None, reden: str | None, sentence: str
) -> None:
    normoordeel = make_oordeel("1.1", oordeel, status=status, reden=reden)
    assert zin_conclusie(normoordeel, KADER, "Zorg Voorbeeld") == sentence


def test_the_conclusion_speaks_of_eisen_where_the_kader_does() -> None:
    kader = make_kader({"1": ["1.1"]}, EISEN)
    assert zin_conclusie(make_oordeel("1.1"), kader, "X") == "Over deze eis is nog geen oordeel gegeven."
    assert zin_conclusie(make_oordeel("1.1", V), kader, "X") == "X voldoet aan de eis."
