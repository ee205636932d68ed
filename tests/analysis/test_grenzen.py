"""How many findings there may be: what may be asked, and when a check fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.grenzen import (
    Grenzen,
    GrenzenError,
    Uitslag,
    choose_grenzen,
    judge_aantallen,
    read_hoogstens,
)
from toezicht_cli.diagnostics import Severity

FOUT, LET_OP, TIP = Severity
limits = st.dictionaries(st.sampled_from(Severity), st.integers(0, 99))
counts = st.fixed_dictionaries({severity: st.integers(0, 99) for severity in Severity})


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], {}),
        (["fout=0"], {FOUT: 0}),
        (["fout=0,let-op=5,tip=20"], {FOUT: 0, LET_OP: 5, TIP: 20}),
        ([" tip = 3 , fout=1 "], {TIP: 3, FOUT: 1}),
        (["fout=1", "let-op=2"], {FOUT: 1, LET_OP: 2}),
    ],
)
def test_limits_are_read(texts: list[str], expected: dict[Severity, int]) -> None:
    assert read_hoogstens(texts) == expected


NO_GETAL = ["", "-1", "1.5", "1 0", "٣", "007", "1e3", "9999999999", "1=2", "1;tip=2"]
NO_LIMITS = ["", " ", "fout", "=3", "fout=1,", ",fout=1", "fout=1,,tip=2", "fout=1,fout=1", "fout=1,fout=2"]
NO_ZWAARTE = ["FOUT=1", "let_op=1", "fouten=1"]


@pytest.mark.parametrize("text", [*NO_LIMITS, *NO_ZWAARTE, *(f"fout={getal}" for getal in NO_GETAL)])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(GrenzenError):
        read_hoogstens([text])


def test_a_weight_may_be_named_once_over_all_options() -> None:
    with pytest.raises(GrenzenError):
        read_hoogstens(["fout=1", "fout=2"])


@pytest.mark.parametrize(
    ("word", "meant"), [("fuot", "fout"), ("letop", "let-op"), ("tips", "tip"), ("Fout", "fout")]
)
def test_a_misspelt_weight_comes_with_the_one_that_was_meant(word: str, meant: str) -> None:
    with pytest.raises(GrenzenError) as error:
        read_hoogstens([f"{word}=1"])
    assert error.value.help == f"bedoelde je {meant}?"


def test_a_long_number_is_not_repeated() -> None:
    with pytest.raises(GrenzenError) as error:
        read_hoogstens(["123456782=1"])
    assert "123456782" not in f"{error.value} {error.value.help}"


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_hoogstens([text])
    except GrenzenError:
        return
    assert found
    assert all(number >= 0 for number in found.values())


@given(limits, limits)
def test_the_command_goes_before_the_werkmap_for_each_weight(
    werkmap: dict[Severity, int], opdracht: dict[Severity, int]
) -> None:
    grenzen = choose_grenzen(werkmap, opdracht, streng=False)
    for severity in Severity:
        default = 0 if severity is FOUT else None
        assert grenzen.find(severity) == opdracht.get(severity, werkmap.get(severity, default))


def test_streng_goes_before_the_werkmap_and_contradicts_the_command() -> None:
    assert choose_grenzen({LET_OP: 5}, {}, streng=True).find(LET_OP) == 0
    assert choose_grenzen({}, {LET_OP: 0}, streng=True).find(LET_OP) == 0
    with pytest.raises(GrenzenError):
        choose_grenzen({}, {LET_OP: 5}, streng=True)


@given(counts, limits, st.booleans())
def test_a_check_fails_when_a_number_is_above_its_limit(
    aantallen: dict[Severity, int], hoogstens: dict[Severity, int], streng: bool
) -> None:
    grenzen = Grenzen(hoogstens, streng)
    allowed = [grenzen.find(severity) for severity in Severity]
    too_many = [
        grens is not None and aantallen[severity] > grens
        for severity, grens in zip(Severity, allowed, strict=True)
    ]
    assert judge_aantallen(aantallen, grenzen).gezakt == any(too_many)


@given(counts)
def test_without_limits_only_a_fout_fails_and_nothing_is_said(aantallen: dict[Severity, int]) -> None:
    assert judge_aantallen(aantallen, Grenzen()) == Uitslag(aantallen[FOUT] > 0)
    strict = judge_aantallen(aantallen, Grenzen(streng=True))
    assert strict == Uitslag(aantallen[FOUT] + aantallen[LET_OP] > 0)


@pytest.mark.parametrize(
    ("aantallen", "hoogstens", "zinnen"),
    [
        ({LET_OP: 12}, {LET_OP: 5}, ("12 let-op, hoogstens 5 toegestaan",)),
        ({FOUT: 1}, {FOUT: 0}, ("1 fout, hoogstens 0 toegestaan",)),
        ({FOUT: 2}, {FOUT: 2}, ("2 fouten toegestaan door hoogstens: fout=2",)),
        (
            {FOUT: 1, TIP: 3},
            {FOUT: 9, TIP: 2},
            ("1 fout toegestaan door hoogstens: fout=9", "3 tips, hoogstens 2 toegestaan"),
        ),
        ({LET_OP: 5, TIP: 1}, {LET_OP: 5}, ()),
        ({}, {FOUT: 3}, ()),
    ],
)
def test_a_limit_that_decides_is_told(
    aantallen: dict[Severity, int], hoogstens: dict[Severity, int], zinnen: tuple[str, ...]
) -> None:
    assert judge_aantallen(aantallen, Grenzen(hoogstens)).zinnen == zinnen
